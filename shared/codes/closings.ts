/** By what an opening ended, and when: the earliest of what the facts show and what somebody lawfully decided. */
import { instant, type Instant } from '../instant.ts'
import { ofKind, type Actor, type AppealDecided, type Closed, type LedgerEvent, type Withdrawn } from './events.ts'
import type { Opening, Refusal } from './openings.ts'
import { decidedWays, isRed, mayClose, mayDecide, type Way } from './reasons.ts'
import { twoTestsDone, validAt, type NumbersAt, type Results } from './results.ts'
import type { Departure, Movements } from './stays.ts'

/** `left`: the departure that cleared it, where its result or its proof came later. */
export type Closing = { readonly at: Instant; readonly way: Way; readonly by: Actor; readonly left?: Instant }
export type Known = {
  readonly events: readonly LedgerEvent[]
  readonly results: Results
  readonly movements: Movements
  readonly numbersAt: NumbersAt
}

const system: Actor = { role: 'system', id: 'ledger' }

const inspectionOf = ({ evidence }: Opening): string | undefined =>
  evidence.kind === 'inspection' ? evidence.id : undefined

/** 随即解码: left while the last negative held; a through truck is cleared as it goes. */
function onLeaving(opening: Opening, departure: Departure, { results, numbersAt }: Known): Closing | undefined {
  if (departure.at < opening.at) return undefined
  const { at: left, countsFrom } = departure
  if (departure.throughTrain) return { at: countsFrom, way: 'through-train', by: system, left }
  if (opening.reason === 'Y2' && numbersAt(departure.at).overstayClearsOnLeaving === 0) return undefined
  const tests = validAt(results, left)
  if (tests.length === 0) return undefined
  const known = Math.min(...tests.map(({ knownAt }) => knownAt))
  return { at: instant(Math.max(countsFrom, known)), way: 'left-in-time', by: system, left }
}

function found(opening: Opening, known: Known): readonly (Closing | undefined)[] {
  if (opening.unfounded) return [{ at: opening.at, way: 'never-due', by: system }]
  if (isRed(opening.reason)) return []
  const assigned = { at: opening.at, inspection: inspectionOf(opening) }
  const tested = twoTestsDone(known.results, assigned, known.numbersAt)
  return [
    ...known.movements.departures.map((departure) => onLeaving(opening, departure, known)),
    tested === undefined ? undefined : { at: tested, way: 'two-tests', by: system },
  ]
}

type Ending = Closed | AppealDecided | Withdrawn

export function whyNotClosed(event: Closed | AppealDecided, opening: Opening): Refusal | undefined {
  const { actor, at } = event
  if (actor.id === '' || at < opening.at) return actor.id === '' ? 'not-allowed' : 'too-early'
  if (event.kind === 'appeal-decided' && event.decision !== 'cleared')
    return mayDecide(actor.role, opening.reason) ? undefined : 'not-allowed'
  return decidedWays.includes(event.way) && mayClose(actor.role, opening.reason, event.way) ? undefined : 'not-allowed'
}

function endedBy(event: Ending, opening: Opening): Closing | undefined {
  const { actor, at } = event
  if (event.kind === 'withdrawn') {
    const concerns = event.inspection === inspectionOf(opening) && at >= opening.at && actor.id !== ''
    return concerns && mayClose(actor.role, opening.reason, 'corrected')
      ? { at, way: 'corrected', by: actor }
      : undefined
  }
  if (event.opening !== opening.id || whyNotClosed(event, opening)) return undefined
  return event.kind === 'appeal-decided' && event.decision !== 'cleared' ? undefined : { at, way: event.way, by: actor }
}

const decided = (opening: Opening, { events }: Known): readonly (Closing | undefined)[] =>
  [...ofKind(events, 'withdrawn'), ...ofKind(events, 'closed'), ...ofKind(events, 'appeal-decided')].map((event) =>
    endedBy(event, opening),
  )

/** What a confirmed red outlasts: a correction at the checkpoint, and a refusal to confirm that came too late. */
const beforeConfirmation = ({ way }: Closing): boolean => way === 'corrected' || way === 'declined'

export function closingOf(opening: Opening, confirmed: Instant | undefined, known: Known): Closing | undefined {
  return [...found(opening, known), ...decided(opening, known)]
    .filter((one) => one !== undefined)
    .filter((one) => confirmed === undefined || one.at <= confirmed || !beforeConfirmation(one))
    .toSorted((a, b) => a.at - b.at)[0]
}
