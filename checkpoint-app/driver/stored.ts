import { codeView, passView, tripView } from '../../schema/api/trips.ts'
import type { ApiProblem } from '../ui/api.ts'
import { understood } from '../ui/understood.ts'
import { keep, kept, type Shelf } from '../ui/kept.ts'
import type { CodeView, Draft, PassView, Person, TripView } from './draft.ts'

/** A trip kept on this phone with the key that opens it again, and the last code seen. */
export type KeptTrip = {
  key: string
  trip: TripView
  code: CodeView
  pass: PassView | null
  /** When the server last answered, milliseconds. */
  seenAt: number
}

/** A registration not sent yet; `pressedAt` is when the driver pressed the button. */
export type Waiting = { draft: Draft; pressedAt: number; problem: ApiProblem | null }

/** Vehicle and crew of the last registration, kept on this phone only. */
export type LastUsed = Pick<Draft, 'plate' | 'trailer'> & { crew: readonly Person[] }

/** 「已到收货企业」 pressed and not sent yet; `pressedAt` in milliseconds. */
export type Arrival = { trip: string; pressedAt: number }

export type DriverState = {
  trips: readonly KeptTrip[]
  waiting: readonly Waiting[]
  arrivals: readonly Arrival[]
  draft: Draft | null
  last: LastUsed | null
}

const keptTrips = 20
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A code kept by a version that knew of no reasons, no arrival and no live stamp: there were none to be shown. */
function withReasons(code: unknown): unknown {
  if (!isRecord(code)) return code
  const crew = list(code['crew']).map((member) =>
    isRecord(member) ? { inside: null, leaving: null, reasons: [], ...member } : member,
  )
  return { arrival: null, live: null, ...code, crew }
}

function keptTrip(value: unknown): readonly KeptTrip[] {
  if (!isRecord(value) || typeof value['key'] !== 'string' || typeof value['seenAt'] !== 'number') return []
  const trip = understood(tripView, value['trip'])
  const code = understood(codeView, withReasons(value['code']))
  if (!trip || !code) return []
  return [{ key: value['key'], trip, code, pass: understood(passView, value['pass']) ?? null, seenAt: value['seenAt'] }]
}

/** A draft of an older version of this page is dropped rather than guessed at. */
const isDraft = (value: unknown): value is Draft =>
  isRecord(value) &&
  ['id', 'plate', 'trailer', 'from', 'to', 'checkpoint', 'etaDay', 'etaTime', 'cargoName', 'consignee'].every(
    (name) => typeof value[name] === 'string',
  ) &&
  Array.isArray(value['via']) &&
  isCrew(value['crew'])

const isCrew = (value: unknown): value is readonly Person[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (person) => isRecord(person) && ['name', 'number', 'phone'].every((name) => typeof person[name] === 'string'),
  )

const isWaiting = (value: unknown): value is Waiting =>
  isRecord(value) && isDraft(value['draft']) && typeof value['pressedAt'] === 'number'

const isArrival = (value: unknown): value is Arrival =>
  isRecord(value) && typeof value['trip'] === 'string' && typeof value['pressedAt'] === 'number'

const isLastUsed = (value: unknown): value is LastUsed =>
  isRecord(value) && typeof value['plate'] === 'string' && typeof value['trailer'] === 'string' && isCrew(value['crew'])

export function load(from?: Shelf): DriverState {
  const read = (name: string) => kept(`driver.${name}`, ...(from ? [from] : []))
  const draft = read('draft')
  const last = read('last')
  return {
    trips: list(read('trips')).flatMap(keptTrip),
    waiting: list(read('waiting')).filter(isWaiting),
    arrivals: list(read('arrivals')).filter(isArrival),
    draft: isDraft(draft) ? draft : null,
    last: isLastUsed(last) ? last : null,
  }
}

/** `false` when this browser keeps nothing; the page then says so. */
export function save(state: DriverState, to?: Shelf): boolean {
  const write = (name: string, value: unknown) => keep(`driver.${name}`, value ?? undefined, ...(to ? [to] : []))
  return [
    write('trips', state.trips),
    write('waiting', state.waiting),
    write('arrivals', state.arrivals),
    write('draft', state.draft),
    write('last', state.last),
  ].every(Boolean)
}

/** The newest registration first; the same trip only once. */
export function withTrip(state: DriverState, trip: KeptTrip): DriverState {
  const others = state.trips.filter((other) => other.trip.id !== trip.trip.id)
  const trips = [trip, ...others].sort((a, b) => (a.trip.registeredAt < b.trip.registeredAt ? 1 : -1))
  return { ...state, trips: trips.slice(0, keptTrips) }
}

export const withoutTrip = (state: DriverState, id: string): DriverState => ({
  ...state,
  trips: state.trips.filter(({ trip }) => trip.id !== id),
})

/** Puts a registration in line, replacing an earlier press of the same one. */
export const withWaiting = (state: DriverState, waiting: Waiting): DriverState => ({
  ...state,
  waiting: [...state.waiting.filter(({ draft }) => draft.id !== waiting.draft.id), waiting],
})

export const withoutWaiting = (state: DriverState, id: string): DriverState => ({
  ...state,
  waiting: state.waiting.filter(({ draft }) => draft.id !== id),
})

/** The first press counts. */
export const withArrival = (state: DriverState, arrival: Arrival): DriverState =>
  state.arrivals.some(({ trip }) => trip === arrival.trip)
    ? state
    : { ...state, arrivals: [...state.arrivals, arrival] }

export const withoutArrival = (state: DriverState, trip: string): DriverState => ({
  ...state,
  arrivals: state.arrivals.filter((one) => one.trip !== trip),
})

/** Crew known only masked are not remembered. */
export function lastUsedOf(draft: Draft): LastUsed | null {
  const crew = draft.crew.filter(({ seat }) => seat === null)
  return crew.length === 0 ? null : { plate: draft.plate, trailer: draft.trailer, crew }
}
