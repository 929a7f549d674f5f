import type * as z from 'zod/mini'
import type { boardChange } from '../../schema/api/dispatch.ts'
import { beijingIso, plus, type Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { heardSince, readingTimes, runningSessions } from '../store/board.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { boardRows } from './board-rows.ts'
import type { BoardRow } from './board-rows.ts'
import { reachOver } from './board.ts'
import type { BoardReach } from './board.ts'
import { pause } from './in-slices.ts'

export type Change = z.infer<typeof boardChange>
type Patch = Change['rows'][number]
/** What one look found; `seq` counts them. */
type Found = { seq: number; at: Instant; rows: readonly Patch[]; gone: readonly CheckpointRow[] }

/** How a client is written to. `false` = it does not read what it is sent. */
export type Client = {
  readonly session: string
  readonly who: string
  readonly reach: BoardReach
  readonly write: (text: string) => boolean
  readonly end: () => void
}

/** Milliseconds: between two changes; between two looks when nobody was heard; of a sign of life; between two looks at everything. */
const pace = { change: 1000, idle: 2000, beat: 15_000, sessions: 5000, whole: 30_000 }
/** So many changes are kept for whoever comes back. */
const kept = 240
/** What comes in at one time is not written at one time. */
const readAgain = 10_000
const slice = 200

/**
 * The board in the memory of one server, for everybody who looks at it: looked at once however many watch, told to each group of the same
 * reach in one text. Works only while somebody watches.
 */
export function boardHub(deps: Deps) {
  const clients = new Set<Client>()
  const rows = new Map<string, { row: BoardRow; place: CheckpointRow; reading: number | null; fields: Fields }>()
  const epoch = Array.from(deps.random(6), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const ring: Found[] = []
  let seq = 0
  let lookedAt: Instant | undefined
  let wholeAt = 0
  let looking: Promise<void> | undefined
  let due: ReturnType<typeof setTimeout> | undefined
  let stopHearing: (() => void) | undefined
  let timers: ReturnType<typeof setInterval>[] = []

  const idOf = (at: number) => `${epoch}-${at}`
  const texts = new Map<string, { seq: number; text: string }>()

  /** Once for all of one reach, and for one moment. */
  function whole({ only, area }: BoardReach): string {
    const name = `${only}/${area}`
    const before = texts.get(name)
    if (before?.seq === seq) return before.text
    const seen = reachOver({ only, area })
    const items = Array.from(rows.values()).flatMap(({ row, place }) => (seen(place) ? row : []))
    const at = beijingIso(lookedAt ?? deps.now())
    const text = eventText('board', idOf(seq), { at, area, items })
    texts.set(name, { seq, text })
    return text
  }

  /** What a client missed, or undefined where that is not known any more. */
  function missed(lastId: string, { only, area }: BoardReach): string | undefined {
    const [of, number] = lastId.split('-')
    const from = Number(number)
    if (of !== epoch || !Number.isInteger(from) || from > seq) return undefined
    if (from === seq) return ''
    if ((ring[0]?.seq ?? seq + 1) > from + 1) return undefined
    const after = ring.filter((found) => found.seq > from)
    return after.map((found) => changeText(found, { only, area }) ?? '').join('')
  }

  function changeText({ seq: nth, at, rows: patches, gone }: Found, reach: BoardReach): string | undefined {
    const seen = reachOver(reach)
    const mine = patches.filter(({ id }) => {
      const known = rows.get(id)
      return known !== undefined && seen(known.place)
    })
    const left = gone.filter(seen).map(({ id }) => id)
    if (mine.length === 0 && left.length === 0) return undefined
    return eventText('change', idOf(nth), { at: beijingIso(at), rows: mine, gone: left })
  }

  async function look(): Promise<void> {
    const now = deps.now()
    const since = plus(lookedAt ?? now, -readAgain)
    const all = lookedAt === undefined || now - wholeAt >= pace.whole || now < wholeAt
    const [everywhere, readings, heard] = await Promise.all([
      deps.db.all(everyCheckpoint()),
      deps.db.all(readingTimes()),
      all ? [] : deps.db.all(heardSince(since)),
    ])
    const places = everywhere.filter(({ active }) => active === 1)
    const readAt = new Map(readings.map(({ id, at }) => [id, at]))
    const touched = new Set(heard.map(({ id }) => id))
    const asked = places.filter((place) => {
      const before = rows.get(place.id)
      if (all || before === undefined || touched.has(place.id)) return true
      return before.row.incident !== null || before.reading !== readAt.get(place.id) || !samePlace(before.place, place)
    })
    const patches: Patch[] = []
    for (let from = 0; from < asked.length; from += slice) {
      const part = asked.slice(from, from + slice)
      const found = await boardRows(deps, part, now)
      part.forEach((place, nth) => {
        const row = found[nth]
        if (row === undefined) return
        const fields = fieldsOf(row)
        const patch = patchOf(rows.get(place.id)?.fields, row, fields)
        rows.set(place.id, { row, place, reading: readAt.get(place.id) ?? null, fields })
        if (patch !== undefined) patches.push(patch)
      })
      if (asked.length > slice) await pause()
    }
    const here = new Set(places.map(({ id }) => id))
    const gone = Array.from(rows.values()).flatMap(({ place }) => (here.has(place.id) ? [] : place))
    for (const { id } of gone) rows.delete(id)
    const first = lookedAt === undefined
    lookedAt = now
    if (all) wholeAt = now
    if (first || (patches.length === 0 && gone.length === 0)) return
    seq += 1
    tell({ seq, at: now, rows: patches, gone })
  }

  function tell(found: Found): void {
    ring.push(found)
    if (ring.length > kept) ring.shift()
    const made = new Map<string, string | undefined>()
    for (const client of clients) {
      const { only, area } = client.reach
      const name = `${only}/${area}`
      if (!made.has(name)) made.set(name, changeText(found, client.reach))
      const text = made.get(name)
      if (text !== undefined) write(client, text)
    }
  }

  function write(client: Client, text: string): void {
    if (!client.write(text)) leave(client)
  }

  /** One look at a time; the first waits for nobody. */
  function lookNow(): Promise<void> {
    looking ??= look()
      .catch((cause: unknown) => {
        deps.log('board-failed', { error: cause instanceof Error ? cause.name : typeof cause })
      })
      .finally(() => {
        looking = undefined
      })
    return looking
  }

  let lastLook = 0
  function soon(): void {
    if (due !== undefined || clients.size === 0) return
    const wait = Math.max(0, lastLook + pace.change - performance.now())
    due = setTimeout(() => {
      lastLook = performance.now()
      void lookNow().finally(() => {
        due = undefined
      })
    }, wait)
  }

  function begin(): void {
    stopHearing = deps.db.whenCommitted?.(soon)
    timers = [
      setInterval(soon, pace.idle),
      setInterval(() => {
        const text = `: beat\nevent: beat\ndata: ${JSON.stringify({ at: beijingIso(deps.now()) })}\n\n`
        for (const client of clients) write(client, text)
      }, pace.beat),
      setInterval(() => void endThoseSignedOut(), pace.sessions),
    ]
    for (const timer of timers) timer.unref?.()
  }

  function rest(): void {
    stopHearing?.()
    for (const timer of timers) clearInterval(timer)
    clearTimeout(due)
    due = undefined
    // What is not watched grows old: whoever comes next looks anew, and an earlier number says nothing any more.
    lookedAt = undefined
    rows.clear()
    ring.length = 0
    texts.clear()
    seq += 1
  }

  /** A session that ran out, of somebody disabled, or whose role or reach is another now: he comes back with what he may see. */
  async function endThoseSignedOut(): Promise<void> {
    const tags = [...new Set(Array.from(clients, ({ session }) => session))]
    const running = await deps.db.all(runningSessions(tags, deps.now())).catch(() => undefined)
    if (running === undefined) return
    const now = new Map(running.map(({ tag, role, checkpoint, area }) => [tag, `${role}/${checkpoint}/${area}`]))
    for (const client of clients) if (now.get(client.session) !== client.who) leave(client)
  }

  function leave(client: Client): void {
    if (!clients.delete(client)) return
    client.end()
    if (clients.size === 0) rest()
  }

  return {
    count: (session: string) => Array.from(clients).filter((client) => client.session === session).length,
    /** Sends what he is to begin with, and from then on whatever changes. */
    async join(client: Client, lastId: string | undefined): Promise<void> {
      clients.add(client)
      if (clients.size === 1) begin()
      if (lookedAt === undefined) await lookNow()
      if (!clients.has(client)) return
      if (lookedAt === undefined) return leave(client)
      const text = (lastId === undefined ? undefined : missed(lastId, client.reach)) ?? whole(client.reach)
      write(client, text === '' ? `id: ${idOf(seq)}\n: nothing missed\n\n` : text)
    },
    leave,
    endSession: (session: string) => {
      for (const client of clients) if (client.session === session) leave(client)
    },
    endAll: () => {
      for (const client of clients) leave(client)
    },
  }
}
export type BoardHub = ReturnType<typeof boardHub>

const eventText = (event: string, id: string, data: object): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`

const samePlace = (a: CheckpointRow, b: CheckpointRow): boolean =>
  a.name === b.name && a.road === b.road && a.lanes === b.lanes && a.county === b.county

type Fields = ReadonlyMap<string, string>
const fieldsOf = (row: BoardRow): Fields =>
  new Map(Object.entries(row).map(([name, value]) => [name, JSON.stringify(value)]))

/** The fields that are others than before; all of a row that was not there; undefined = the same. */
function patchOf(before: Fields | undefined, row: BoardRow, fields: Fields): Patch | undefined {
  if (before === undefined) return row
  const changed = Object.entries(row).filter(([name]) => before.get(name) !== fields.get(name))
  return changed.length === 0 ? undefined : { ...Object.fromEntries(changed), id: row.id }
}
