/** How an open reason clears from here, with the moments that matter: what the driver is told. */
import { floorMinute, hour, minute, plus, type Instant } from '../instant.ts'
import type { Opening } from './openings.ts'
import { clearingWays, isRed, mayClose, type ClearingWay } from './reasons.ts'
import { countsFor, holdingAt } from './results.ts'
import type { Known } from './closings.ts'

export type Clearing =
  /** `leaveBy`: the last minute at which the test holds; null = a new negative first. */
  | { readonly way: 'left-in-time'; readonly leaveBy: Instant | null }
  /** With one done, when the second sample counts; both ends included. */
  | { readonly way: 'two-tests'; readonly done: 0 }
  | { readonly way: 'two-tests'; readonly done: 1; readonly from: Instant; readonly until: Instant }
  | { readonly way: ClearingWay }

function leaving({ reason }: Opening, now: Instant, { results, numbersAt }: Known): readonly Clearing[] {
  if (reason === 'Y2' && numbersAt(now).overstayClearsOnLeaving === 0) return []
  const test = holdingAt(results, now)
  return [{ way: 'left-in-time', leaveBy: test ? plus(test.lapsesAt, -minute) : null }]
}

/** The earliest sample whose window is still open, with no positive after it. */
function testing({ at, evidence }: Opening, now: Instant, { results, numbersAt }: Known): Clearing {
  const assigned = { at, inspection: evidence.kind === 'inspection' ? evidence.id : undefined }
  for (const { sampledAt } of countsFor(results, assigned)) {
    const { twoTestsMinGap, twoTestsMaxGap } = numbersAt(sampledAt)
    const first = floorMinute(sampledAt)
    const until = plus(first, twoTestsMaxGap * hour)
    const refuted = results.positives.some((positive) => positive >= sampledAt)
    if (floorMinute(now) <= until && !refuted)
      return { way: 'two-tests', done: 1, from: plus(first, twoTestsMinGap * hour), until }
  }
  return { way: 'two-tests', done: 0 }
}

const deciding = ({ reason }: Opening): readonly Clearing[] =>
  clearingWays.filter((way) => mayClose('epidemic', reason, way)).map((way) => ({ way }))

export function clearingsOf(opening: Opening, now: Instant, known: Known): readonly Clearing[] {
  if (isRed(opening.reason)) return deciding(opening)
  const left = leaving(opening, now, known)
  const tested = testing(opening, now, known)
  return [...(opening.reason === 'Y1' ? [...left, tested] : [tested, ...left]), ...deciding(opening)]
}
