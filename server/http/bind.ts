import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '../../schema/api/endpoint.ts'
import { Fault } from '../../shared/fault.ts'
import { faultWords } from '../../shared/wording/faults.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from './who-is-asking.ts'
import { whoIsAsking } from './who-is-asking.ts'

export type Ask<E> = {
  asker: Asker
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  /** For cookies and addresses only; the use case never sees it. */
  context: Context
}

type AnyEndpoint = Endpoint

/** Reads a request by its contract, calls one use case, answers. Routes have no try/catch: faults go to `app.onError`. */
export function bind<E extends AnyEndpoint>(
  app: Hono,
  deps: Deps,
  endpoint: E,
  handle: (ask: Ask<E>) => Promise<AnswerOf<E>>,
): void
// Inside, the types of one endpoint are not known any more; its schemas are what makes the promise above true.
export function bind(
  app: Hono,
  deps: Deps,
  endpoint: AnyEndpoint,
  handle: (ask: Ask<AnyEndpoint>) => Promise<unknown>,
): void {
  app.on(endpoint.method, endpoint.path, async (context) => {
    const answer = JSON.stringify(await handle(await asked(deps, endpoint, context)))
    return context.body(answer, endpoint.status, { 'Content-Type': 'application/json; charset=UTF-8' })
  })
}

/** A file to keep. `name` may be Chinese, `plainName` is for browsers that cannot read it: ASCII without quotes. */
export type FileAnswer = { bytes: Uint8Array<ArrayBuffer>; name: string; plainName: string }

/** As `bind`, for an endpoint whose answer is a file. */
export function bindFile<E extends AnyEndpoint>(
  app: Hono,
  deps: Deps,
  endpoint: E,
  handle: (ask: Ask<E>) => Promise<FileAnswer>,
): void
export function bindFile(
  app: Hono,
  deps: Deps,
  endpoint: AnyEndpoint,
  handle: (ask: Ask<AnyEndpoint>) => Promise<FileAnswer>,
): void {
  app.on(endpoint.method, endpoint.path, async (context) => {
    const { bytes, name, plainName } = await handle(await asked(deps, endpoint, context))
    return context.body(bytes, endpoint.status, {
      'Content-Type': endpoint.file ?? 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    })
  })
}

/** As `bind`, for an endpoint whose answer goes on for as long as the asker listens. */
export function bindStream<E extends AnyEndpoint>(
  app: Hono,
  deps: Deps,
  endpoint: E,
  handle: (ask: Ask<E>) => Response,
): void
export function bindStream(
  app: Hono,
  deps: Deps,
  endpoint: AnyEndpoint,
  handle: (ask: Ask<AnyEndpoint>) => Response,
): void {
  app.on(endpoint.method, endpoint.path, async (context) => handle(await asked(deps, endpoint, context)))
}

/** As `bind`, for what is asked for again and again: who has it already is told so (If-None-Match) and sent nothing. */
export function bindUnlessSame<E extends AnyEndpoint>(
  app: Hono,
  deps: Deps,
  endpoint: E,
  handle: (ask: Ask<E>) => Promise<{ answer: AnswerOf<E>; same: unknown }>,
): void
export function bindUnlessSame(
  app: Hono,
  deps: Deps,
  endpoint: AnyEndpoint,
  handle: (ask: Ask<AnyEndpoint>) => Promise<{ answer: unknown; same: unknown }>,
): void {
  app.on(endpoint.method, endpoint.path, async (context) => {
    const { answer, same } = await handle(await asked(deps, endpoint, context))
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(same)))
    const etag = `"${Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`
    context.header('ETag', etag)
    if (context.req.header('if-none-match')?.includes(etag) === true) return context.body(null, 304)
    return context.body(JSON.stringify(answer), endpoint.status, { 'Content-Type': 'application/json; charset=UTF-8' })
  })
}

async function asked(deps: Deps, endpoint: AnyEndpoint, context: Context): Promise<Ask<AnyEndpoint>> {
  context.set('endpoint', endpoint.name)
  const asker = await whoIsAsking(deps, context, endpoint.callers)
  const params = read(endpoint.params, context.req.param(), 'path')
  const query = read(endpoint.query, context.req.query(), 'query')
  const body = endpoint.body === undefined ? undefined : read(endpoint.body, await jsonBody(context), '')
  return { asker, params, query, body, context }
}

function read(schema: z.ZodMiniType | undefined, value: unknown, where: string): unknown {
  if (schema === undefined) return undefined
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const path = [where, ...(issue?.path ?? [])].filter((part) => part !== '').join('.')
  const message = issue?.message ?? 'not understood'
  // A field of a contract may name its own refusal.
  const code = Object.hasOwn(faultWords, message) ? message : 'IN-01'
  throw new Fault('bad-input', code, message, { path: path === '' ? 'body' : path })
}

/** Other bytes would be kept as question marks, and nobody would notice. */
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A form of a foreign page can post text, never JSON. */
async function jsonBody(context: Context): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) {
    throw new Fault('bad-input', 'IN-04', 'send application/json', { path: 'content-type' })
  }
  try {
    return JSON.parse(utf8.decode(await context.req.arrayBuffer()))
  } catch (cause) {
    throw new Fault('bad-input', 'IN-02', 'the body is not JSON', { path: 'body', cause })
  }
}
