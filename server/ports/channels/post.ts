import type { Outcome } from './channel.ts'

export type Answer = { status: number; text: string; retryAfter: number | undefined }
export type Posted = Answer | Extract<Outcome, { kind: 'later' | 'unclear' }>

/** Failures that happen before a single byte of the request has left. */
const neverLeft = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']
/** Whoever asks for more than half an hour is asked again all the same. */
const retryAtMost = 30 * 60_000
/** Answers of these neighbours are short; more is not read. */
const longest = 64 * 1024

/** One request, no redirect, never longer than `timeout` milliseconds. Neither address nor body stand in what it says. */
export async function post(url: string, init: RequestInit & { timeout: number }): Promise<Posted> {
  const { timeout, ...request } = init
  try {
    const response = await fetch(url, {
      method: 'POST',
      ...request,
      signal: AbortSignal.timeout(timeout),
      redirect: 'manual',
    })
    const text = await shortText(response)
    return { status: response.status, text, retryAfter: retryAfter(response.headers.get('retry-after')) }
  } catch (cause) {
    const code = codeOf(cause)
    if (neverLeft.includes(code)) return { kind: 'later', code: 'unreachable', why: code }
    return { kind: 'unclear', code: code === 'TimeoutError' ? 'timeout' : 'broken-off', why: code }
  }
}

export const isAnswer = (posted: Posted): posted is Answer => 'status' in posted

async function shortText(response: Response): Promise<string> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > longest) break
  }
  return text + decoder.decode()
}

/** Node hides the system's word in `cause`, sometimes in a list of tries. */
function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown'
  const inner = cause.cause
  if (inner instanceof AggregateError) return codeOf(inner.errors[0])
  if (inner instanceof Error) return codeOf(inner)
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name
}

function retryAfter(text: string | null): number | undefined {
  return text !== null && /^\d{1,5}$/.test(text) ? Math.min(Number(text) * 1000, retryAtMost) : undefined
}

/** A JSON object of that text; undefined = it is none. */
export function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text of a neighbour's answer, short and of harmless characters, fit for a log. */
export const shortCode = (value: unknown): string =>
  (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    .replaceAll(/[^\w.:-]/g, '')
    // A number of a person must not come back in an answer and be kept.
    .replaceAll(/\d{9,}/g, '')
    .slice(0, 60) || 'unknown'

/** For neighbours that say by the status alone how it went. */
export function byStatus({ status, retryAfter: after }: Answer): Outcome {
  const code = `http-${status}`
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 429)
    return { kind: 'later', code, why: 'too many', pace: true, ...(after === undefined ? {} : { after }) }
  if (status === 408 || status >= 500)
    return { kind: 'later', code, why: 'not well', ...(after === undefined ? {} : { after }) }
  return { kind: 'never', code, why: 'refused', line: true }
}
