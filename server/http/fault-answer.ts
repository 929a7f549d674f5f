import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Fault } from '../../shared/fault.ts'
import type { FaultKind } from '../../shared/fault.ts'
import { faultWords } from '../../shared/wording/faults.ts'
import type { Deps } from '../deps.ts'
import { Taken } from '../store/db.ts'

const statusOfKind = {
  'bad-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'too-many': 429,
  broken: 500,
  unavailable: 503,
} as const satisfies Record<FaultKind, ContentfulStatusCode>

/** These refusals have a status of their own; 422 is said of a form that lacks the commitment (R59) and of a case closed without a reply (R107); 426 of a page that must be updated; 501 is what this home of the server does not do, and no incident. */
const statusOfCode: Readonly<Record<string, ContentfulStatusCode>> = {
  'UP-01': 426,
  'IN-04': 415,
  'IN-06': 405,
  'PA-17': 422,
  'CA-05': 422,
  'PP-01': 501,
  'CG-40': 501,
}

/** Every error leaves the app through here. What we did not foresee gets a number, and the log gets the rest. */
export function answerFault(deps: Deps, error: unknown, context: Context): Response {
  const fault = asFault(error)
  const status = statusOfCode[fault.code] ?? statusOfKind[fault.kind]
  let message = messageOf(fault, context)
  if (status >= 500 && status !== 501) message = `${message} #${logIncident(deps, error, fault, context)}`
  if (fault.retryAfterSeconds !== undefined) context.header('Retry-After', String(fault.retryAfterSeconds))
  context.header('Cache-Control', 'no-store')
  const path = fault.path === undefined ? {} : { path: fault.path }
  return context.json({ error: { code: fault.code, message, ...path } }, status)
}

function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error
  if (error instanceof Taken) return new Fault('conflict', 'DB-10', error.message, { cause: error })
  return new Fault('broken', 'SV-01', 'unforeseen', { cause: error })
}

/** Chinese unless the browser asks for English before Chinese. */
function messageOf(fault: Fault, context: Context): string {
  const words = faultWords[fault.code]
  if (words === undefined) return fault.message
  return /^\s*en\b/i.test(context.req.header('accept-language') ?? '') ? words.en : words.zh
}

/** Names and places of code only: a message or a value might hold personal data. */
function logIncident(deps: Deps, error: unknown, fault: Fault, context: Context): string {
  const incident = Array.from(deps.random(4), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const at = cause instanceof Error ? (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  deps.log('incident', {
    incident,
    code: fault.code,
    method: context.req.method,
    error: cause instanceof Error ? cause.name : typeof cause,
    at: at
      .slice(0, 4)
      .map((line) => line.trim().replace(/file:\/\/\S*?(?=server|shared|schema|node_modules)/, ''))
      .join(' < '),
  })
  return incident
}
