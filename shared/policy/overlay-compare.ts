/**
 * Whether one verdict is stricter than another on the same facts.
 *
 * Rows stand in the classes of contracts §1.11. Two things stand in no class and are settled here:
 * - ASK of the lower level. It is stricter wherever the superior has decided already and lets the truck go on its way, or asks for
 *   something else: nobody may ask for more. Where the superior holds the truck (V15, V3, V2, V1), to ask is the milder way.
 * - ASK of the superior. It is no verdict yet, so a lower level that decides without asking is held against the mildest row that
 *   the superior's questions can end in.
 * Within one class, a task or a code reason that the superior does not give is stricter too.
 */
import type { Facts } from '../facts.ts'
import type { Instant } from '../instant.ts'
import { decide } from './decide.ts'
import type { Edition } from './edition.ts'
import { strictness, type Cited, type Need, type Row, type Task, type Verdict } from './verdict.ts'

export type Why = 'graver' | 'asks-more' | 'does-more'

/** A benefit, and a note about somebody's papers: neither asks anything of the truck. */
const noBurden: ReadonlySet<Task> = new Set(['green-lane', 'suspected-fraud'])

const within = <T>(few: readonly T[], many: readonly T[]) => few.every((one) => many.includes(one))
const asks = ({ needs }: Verdict) => needs.length > 0
const classOf = ({ row }: { readonly row: Row }) => strictness(row) ?? Number.NaN
const holds = (verdict: Verdict) => classOf(verdict) >= (strictness('V15') ?? 0)

function findingDoesMore(above: Cited, below: Cited): boolean {
  if (classOf(above) !== classOf(below)) return false
  const burden = (below.tasks ?? []).filter((task) => !noBurden.has(task))
  return !within(burden, above.tasks ?? []) || !within(below.opens ?? [], above.opens ?? [])
}

/** Person by person: what is done for one is not held against what the superior still has to ask of another. */
const doesMore = (above: Verdict, below: Verdict): boolean =>
  below.findings.some((finding, index) => {
    const own = above.findings[index]
    return finding !== null && own !== null && own !== undefined && findingDoesMore(own, finding)
  })

/** `mildest` = what the superior's questions can end in at best; looked up only where it asks and the lower level does not. */
export function whyStricter(above: Verdict, below: Verdict, mildest: () => Verdict): Why | undefined {
  if (asks(above) && asks(below) && !within(below.needs, above.needs)) return 'asks-more'
  if (below.row === 'ASK') return above.row === 'ASK' || holds(above) ? undefined : 'asks-more'
  if (above.row === 'ASK') return classOf(below) > classOf(mildest()) ? 'graver' : undefined
  const difference = classOf(below) - classOf(above)
  if (difference > 0) return 'graver'
  return difference === 0 && doesMore(above, below) ? 'does-more' : undefined
}

/** The answers to a question of ASK that can lead to something milder than the others. Papers of V9 stay unanswered. */
function mildAnswers(facts: Facts, need: Need, edition: Edition, now: Instant): readonly Facts[] {
  if (need === 'trip.registered')
    return [true, false].map((registered) => ({ ...facts, trip: { ...facts.trip, registered } }))
  if (need === 'freightCode') return (['green', null] as const).map((freightCode) => ({ ...facts, freightCode }))
  if (!need.endsWith('.temperatures')) return [facts]
  const normal = edition.numbersAt(now).normalTemperatureMax
  const index = Number(need.split('.')[1])
  const crew = facts.crew.map((person, at) =>
    at === index ? { ...person, temperatures: [...(person.temperatures ?? []), normal] } : person,
  )
  return [{ ...facts, crew }]
}

/** Answers what is asked, in every way that may help, until a row is reached. Three rounds at most: registration, code, temperature. */
export function mildestEnd(facts: Facts, now: Instant, edition: Edition): Verdict {
  const verdict = decide(facts, now, edition)
  if (verdict.row !== 'ASK') return verdict
  const answered = verdict.needs.reduce(
    (ways: readonly Facts[], need) => ways.flatMap((way) => mildAnswers(way, need, edition, now)),
    [facts],
  )
  const ends = answered.map((way) => mildestEnd(way, now, edition))
  return ends.reduce((mild, end) => (classOf(end) < classOf(mild) ? end : mild))
}

/** The whole comparison for one set of facts. */
export function stricterBelow(facts: Facts, now: Instant, editions: { above: Edition; below: Edition }) {
  const above = decide(facts, now, editions.above)
  const below = decide(facts, now, editions.below)
  const why = whyStricter(above, below, () => mildestEnd(facts, now, editions.above))
  return { above, below, why }
}
