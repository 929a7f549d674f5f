import type { Context, Hono } from 'hono'
import { statusListType } from '../../shared/credential/status-list.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import { plainPress } from '../http/press.ts'
import type { Press } from '../http/press.ts'
import { createPublicLists } from '../usecases/status-public.ts'

const encodings = ['br', 'gzip'] as const
type Encoding = (typeof encodings)[number]
type Pressed = { token: string; as: Map<Encoding, Promise<Uint8Array<ArrayBuffer>> | undefined> }

/** The lists of standings, for every verifier on earth: IETF Token Status List §8, and all of them by name (§9). */
export function mountStatus(app: Hono, deps: Deps, press: Press = plainPress): void {
  const lists = createPublicLists(deps, press.deflate)
  const pressed = new Map<number, Pressed>()

  /** Once per signature, not per request. */
  function pressedAs(id: number, token: string, encoding: Encoding) {
    const before = pressed.get(id)
    const now: Pressed = before?.token === token ? before : { token, as: new Map() }
    const body = now.as.get(encoding) ?? press[encoding]?.(token)
    now.as.set(encoding, body)
    pressed.set(id, now)
    return body
  }

  app.get('/status', async (context) => {
    open(context, 'statusLists')
    context.header('Cache-Control', 'public, max-age=60')
    return context.json({ status_lists: await lists.addresses() })
  })
  app.get('/status/:list', async (context) => {
    open(context, 'statusList')
    // §8.4: how a list was at another time is not kept.
    if (context.req.query('time') !== undefined) return context.body(null, 501)
    const id = numberOf(context.req.param('list'))
    const { token, tag, maxAge } = await lists.published(id)
    context.header('Cache-Control', `public, max-age=${maxAge}`)
    context.header('ETag', tag)
    context.header('Vary', 'Accept-Encoding')
    if (asksFor(context, tag)) return context.body(null, 304)
    context.header('Content-Type', `application/${statusListType}`)
    const taken = encodingsTaken(context)
    const encoding = encodings.find((name) => taken.includes(name) && press[name] !== undefined)
    if (encoding !== undefined) context.header('Content-Encoding', encoding)
    return context.body((encoding && (await pressedAs(id, token, encoding))) ?? token)
  })
  app.all('/status/*', (context) => {
    context.header('Allow', 'GET, HEAD')
    throw new Fault('bad-input', 'IN-06', 'this address takes GET, HEAD')
  })
}

/** No cookie counts here, and every page may read it. */
function open(context: Context, endpoint: string): void {
  context.set('endpoint', endpoint)
  context.header('Access-Control-Allow-Origin', '*')
  context.header('Cross-Origin-Resource-Policy', 'cross-origin')
}

function numberOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new Fault('not-found', 'SL-01', 'no such list')
}

/** Named, and not with a weight of nothing (RFC 9110 §12.5.3). */
const encodingsTaken = (context: Context): readonly string[] =>
  (context.req.header('accept-encoding') ?? '')
    .split(',')
    .map((one) => one.replaceAll(/\s/g, '').toLowerCase())
    .filter((one) => !/;q=0(\.0*)?$/.test(one))
    .map((one) => one.replace(/;.*$/, ''))

const asksFor = (context: Context, tag: string): boolean =>
  (context.req.header('if-none-match') ?? '')
    .split(',')
    .some((asked) => asked.trim().replace(/^W\//, '') === tag.slice(2))
