import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '../../schema/api/endpoint.ts'
import { appHeader, appSpeaks } from '../../schema/api/app-version.ts'
import { refusal } from '../../schema/api/common.ts'
import { noteServerDate } from './server-clock.ts'
import { fits, understood } from './understood.ts'

type Part<Name extends string, Value> = [Value] extends [never] ? { [K in Name]?: undefined } : { [K in Name]: Value }

/** The headers that prove who is asking; `path` is without the query. */
export type Auth = (call: { method: string; path: string }) => HeaderList | Promise<HeaderList>
export type HeaderList = Readonly<Record<string, string>>

export type Sent<E> = Part<'params', ParamsOf<E>> &
  Part<'query', QueryOf<E>> &
  Part<'body', BodyOf<E>> & { auth?: Auth; signal?: AbortSignal; patienceMs?: number }

/** Why there is no answer. `refused` comes from the server and says what to do; the others are worth another try. */
export type ApiProblem =
  | { kind: 'refused'; status: number; code: string; message: string; path?: string; retryAfterSeconds?: number }
  | { kind: 'offline' } // no network, or the server cannot be reached
  | { kind: 'slow' } // no answer within 15 s, or what the caller allowed
  | { kind: 'unreadable'; status: number; retryAfterSeconds?: number } // an answer that is not ours

export type Called<Value> = { ok: true; value: Value } | { ok: false; problem: ApiProblem }

const patience = 15_000

export const staffAuth: Auth = () => ({ 'x-changxing': '1' })
export const driverAuth =
  (key: string): Auth =>
  () => ({ authorization: `Bearer ${key}` })

/** One call of the API, typed by its contract. Never throws; what goes wrong is an `ApiProblem`. */
export const call = <E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<Called<AnswerOf<E>>> =>
  exchange(endpoint, sent, (answer) => read(endpoint, answer))

/** As `call`, where the contract answers with a file. */
export const callFile = <E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<Called<Blob>> =>
  exchange(endpoint, sent, (answer) => readFile(endpoint, answer))

/** As `call`, for what is asked for again and again: `undefined` = the same as what has this `etag`. */
export function callUnlessSame<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E>,
  etag: string | undefined,
): Promise<Called<{ value: AnswerOf<E>; etag: string | undefined } | undefined>> {
  const auth: Auth = async (asked) => ({
    ...(await sent.auth?.(asked)),
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
  })
  return exchange(endpoint, Object.assign({}, sent, { auth }), async (answer) => {
    if (answer.status === 304) return { ok: true, value: undefined }
    const said = await read(endpoint, answer)
    return said.ok ? { ok: true, value: { value: said.value, etag: answer.headers.get('etag') ?? undefined } } : said
  })
}

/** How the server answers at an address that may go on for ever; `undefined` = it cannot be reached. */
export async function standingOf(path: string): Promise<number | undefined> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    return (await fetch(path, { signal: stop.signal, cache: 'no-store' })).status
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
    stop.abort()
  }
}

async function exchange<E extends Endpoint, Value>(
  endpoint: E,
  sent: Sent<E>,
  take: (answer: Response) => Promise<Called<Value>>,
): Promise<Called<Value>> {
  const path = fillPath(endpoint.path, sent.params)
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), sent.patienceMs ?? patience)
  sent.signal?.addEventListener('abort', () => stop.abort())
  const sentAt = Date.now()
  try {
    const headers = { ...standing(sent.body), ...(await sent.auth?.({ method: endpoint.method, path })) }
    const init: RequestInit = { method: endpoint.method, headers, signal: stop.signal, cache: 'no-store' }
    if (sent.body !== undefined) init.body = JSON.stringify(sent.body)
    const answer = await fetch(path + search(sent.query), init)
    const receivedAt = Date.now()
    const said = await take(answer)
    // The clock of a stranger's page (a captive portal) is no word of the server.
    if (said.ok || said.problem.kind === 'refused') noteServerDate(answer.headers.get('date'), sentAt, receivedAt)
    return said
  } catch {
    return { ok: false, problem: { kind: stop.signal.aborted ? 'slow' : 'offline' } }
  } finally {
    clearTimeout(timer)
  }
}

function standing(body: unknown): HeaderList {
  const language = globalThis.document?.documentElement.lang.startsWith('en') ? 'en' : 'zh'
  return {
    'accept-language': language,
    [appHeader]: String(appSpeaks),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
}

/** Fills `:name` of a contract's path. */
export function fillPath(path: string, params: unknown): string {
  const values = new Map<string, unknown>(Object.entries(params ?? {}))
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))))
}

function search(query: unknown): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

async function read<E extends Endpoint>(endpoint: E, answer: Response): Promise<Called<AnswerOf<E>>> {
  const body = await answer.json().catch(() => undefined)
  if (!answer.ok) return { ok: false, problem: refusalOf(answer, body) }
  const known: boolean = fits(endpoint.answer, body)
  if (known) return { ok: true, value: body }
  return { ok: false, problem: { kind: 'unreadable', status: answer.status } }
}

async function readFile(endpoint: Endpoint, answer: Response): Promise<Called<Blob>> {
  if (!answer.ok) return { ok: false, problem: refusalOf(answer, await answer.json().catch(() => undefined)) }
  const file = await answer.blob()
  if (file.type === endpoint.file) return { ok: true, value: file }
  return { ok: false, problem: { kind: 'unreadable', status: answer.status } }
}

function refusalOf(answer: Response, body: unknown): ApiProblem {
  const refused = understood(refusal, body)
  const retryAfterSeconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
  const later = Number.isFinite(retryAfterSeconds) ? { retryAfterSeconds } : {}
  // A proxy before the server may say it too.
  if (!refused) return { kind: 'unreadable', status: answer.status, ...later }
  return { kind: 'refused', status: answer.status, ...refused.error, ...later }
}

/** What stands at a public address; `undefined` when it cannot be had. */
export async function publicText(path: string): Promise<string | undefined> {
  try {
    const sentAt = Date.now()
    const answer = await fetch(path, { cache: 'no-cache' }) // asked again each time: 304 costs little
    if (!answer.ok) return undefined
    noteServerDate(answer.headers.get('date'), sentAt, Date.now())
    return await answer.text()
  } catch {
    return undefined
  }
}

/** Whether this server holds made-up data only; `undefined` when it cannot be asked. */
export async function isDemo(): Promise<boolean | undefined> {
  try {
    const answer: unknown = await (await fetch('/healthz', { cache: 'no-store' })).json()
    return typeof answer === 'object' && answer !== null && 'demo' in answer && answer.demo === true
  } catch {
    return undefined
  }
}
