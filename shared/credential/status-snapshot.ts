/**
 * The standings of all passes for a terminal, exact and small: per list the places revoked and the places suspended. A snapshot is
 * the whole as of a version, a delta what came after one. Neither is signed here: they travel in the signed bundle.
 */
import { reader, writer } from './rice.ts'
import type { Reader, Writer } from './rice.ts'
import { largestIndex } from './status-list.ts'
import type { Standing } from './status-list.ts'

/** Rising places. A list that is not named has none. */
export type Places = { readonly revoked: Uint32Array; readonly suspended: Uint32Array }
export type Snapshot = {
  /** Number of the last change that is in it. */
  readonly version: number
  /** What the address of a list begins with; its number follows. */
  readonly base: string
  readonly lists: ReadonlyMap<number, Places>
}
export type StatusChange = { readonly list: number; readonly index: number; readonly status: Standing }
/** Lists numbered below `oldest` are of no use any more. Of several changes of one place the last one counts. */
export type Delta = {
  readonly from: number
  readonly to: number
  readonly oldest: number
  readonly changes: readonly StatusChange[]
}

/** First byte: what it is, and the version of this form. */
const kinds = { snapshot: 0x11, delta: 0x21 }
/** A million passes with 5 % revoked take 36 KB. */
const mostBytes = 1 << 20
const mostLists = 4096
const longestBase = 200

const sets = ['revoked', 'suspended', 'valid'] as const satisfies readonly Standing[]
type Sets = Partial<Record<Standing, Uint32Array>>

/** One and the same text for one and the same content, so that it can be known by its digest. */
export function packSnapshot({ version, base, lists }: Snapshot): Uint8Array<ArrayBuffer> {
  const out = writer()
  out.byte(kinds.snapshot)
  out.whole(version)
  const text = new TextEncoder().encode(base)
  out.whole(text.length)
  for (const byte of text) out.byte(byte)
  writeLists(out, [...lists])
  return out.done()
}

/** Whatever the bytes are: a snapshot, or `undefined`. */
export function unpackSnapshot(bytes: Uint8Array): Snapshot | undefined {
  if (bytes.length > mostBytes) return undefined
  const from = reader(bytes)
  if (from.byte() !== kinds.snapshot) return undefined
  const version = from.whole()
  const length = from.whole()
  const base = length > longestBase ? '' : from.text(length)
  const lists = new Map<number, Places>()
  for (const [list, places] of readLists(from, 2)) lists.set(list, placesOf(places))
  return from.sound && length <= longestBase ? { version, base, lists } : undefined
}

const placesOf = ({ revoked, suspended }: Sets): Places => ({
  revoked: revoked ?? new Uint32Array(),
  suspended: suspended ?? new Uint32Array(),
})

export function packDelta({ from, to, oldest, changes }: Delta): Uint8Array<ArrayBuffer> {
  const out = writer()
  out.byte(kinds.delta)
  out.whole(from)
  out.whole(to - from)
  out.whole(oldest)
  writeLists(
    out,
    [...lastOf(changes)].map(([list, places]) => [list, bySet(places)] as const),
  )
  return out.done()
}

/** `broken`: no delta at all. `other-version`: good, but what it begins with is not this snapshot; fetch the whole. */
export type Applied = { ok: true; snapshot: Snapshot } | { ok: false; reason: 'broken' | 'other-version' }

export function applyDelta(snapshot: Snapshot, bytes: Uint8Array): Applied {
  const delta = readDelta(bytes)
  if (delta === undefined) return { ok: false, reason: 'broken' }
  if (delta.version !== snapshot.version) return { ok: false, reason: 'other-version' }
  const lists = new Map([...snapshot.lists].filter(([list]) => list >= delta.oldest))
  for (const [list, changed] of delta.lists) {
    const places = changedPlaces(lists.get(list), changed)
    if (places.revoked.length + places.suspended.length === 0) lists.delete(list)
    else lists.set(list, places)
  }
  return { ok: true, snapshot: { version: delta.to, base: snapshot.base, lists: inOrder(lists) } }
}

function readDelta(bytes: Uint8Array) {
  if (bytes.length > mostBytes) return undefined
  const from = reader(bytes)
  if (from.byte() !== kinds.delta) return undefined
  const version = from.whole()
  const to = version + from.whole()
  const oldest = from.whole()
  const lists = readLists(from, 3)
  return from.sound && Number.isSafeInteger(to) ? { version, to, oldest, lists } : undefined
}

/** What stands at a place; a list that we know nothing of has nothing against anybody. */
export function standingAt({ lists }: Snapshot, list: number, index: number): 'revoked' | 'suspended' | undefined {
  const places = lists.get(list)
  if (places === undefined) return undefined
  if (holds(places.revoked, index)) return 'revoked'
  return holds(places.suspended, index) ? 'suspended' : undefined
}

function holds(rising: Uint32Array, index: number): boolean {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rising[middle]! < index) low = middle + 1
    else high = middle
  }
  return rising[low] === index
}

function writeLists(out: Writer, lists: readonly (readonly [number, Sets])[]): void {
  let before = 0
  for (const [list, places] of lists.toSorted(([a], [b]) => a - b)) {
    const present = sets.filter((name) => (places[name]?.length ?? 0) > 0)
    if (present.length === 0) continue
    out.whole((list - before) * 8 + present.reduce((flags, name) => flags | (1 << sets.indexOf(name)), 0))
    for (const name of present) out.set(places[name] ?? [])
    before = list
  }
}

/** Up to the end of the bytes; of `names` so many of the sets may be there. */
function readLists(from: Reader, names: 2 | 3): (readonly [number, Sets])[] {
  const found: (readonly [number, Sets])[] = []
  let list = 0
  while (from.sound && from.left > 0) {
    const head = from.whole()
    const flags = head % 8
    list += Math.floor(head / 8)
    const named = sets.filter((_, nth) => ((flags >> nth) & 1) === 1)
    const odd = flags === 0 || flags >= 1 << names || found.at(-1)?.[0] === list || !Number.isSafeInteger(list)
    if (odd || found.length === mostLists) from.sound = false
    else found.push([list, Object.fromEntries(named.map((name) => [name, from.set(largestIndex)]))])
  }
  return found
}

function lastOf(changes: readonly StatusChange[]): Map<number, Map<number, Standing>> {
  const lists = new Map<number, Map<number, Standing>>()
  for (const { list, index, status } of changes) {
    const places = lists.get(list) ?? new Map<number, Standing>()
    lists.set(list, places.set(index, status))
  }
  return lists
}

const bySet = (places: ReadonlyMap<number, Standing>): Sets =>
  Object.fromEntries(
    sets.map((name) => [name, rising([...places].flatMap(([index, status]) => (status === name ? [index] : [])))]),
  )

const rising = (numbers: readonly number[]) => Uint32Array.from(numbers).sort()

function changedPlaces(before: Places | undefined, changed: Sets): Places {
  const touched = new Set(sets.flatMap((name) => [...(changed[name] ?? [])]))
  const now = (name: 'revoked' | 'suspended') =>
    rising([...[...(before?.[name] ?? [])].filter((index) => !touched.has(index)), ...(changed[name] ?? [])])
  return { revoked: now('revoked'), suspended: now('suspended') }
}

const inOrder = (lists: ReadonlyMap<number, Places>) => new Map([...lists].toSorted(([a], [b]) => a - b))
