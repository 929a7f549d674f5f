import type { Facts } from '../../shared/facts.ts'
import type { Instant } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'
import { settled, type Edition } from '../../shared/policy/edition.ts'
import { situationOf } from '../../shared/policy/situation.ts'
import { pointsOf, type Pair } from '../../shared/policy/space.ts'
import type { Row } from '../../shared/policy/verdict.ts'
import { titled } from './truck.ts'

/** The rows of everything that the deciding chapter says, each once. */
function rowsSaid(facts: Facts, now: Instant, edition: Edition): readonly Row[] {
  const situation = situationOf(facts, now, edition.numbersAt(now))
  for (const rules of edition.lawAt(now).chapters) {
    const said = rules.flatMap(({ judge }) => judge(situation)).map(({ row }) => row)
    if (said.length > 0) return [...new Set(said)]
  }
  return []
}

/** Every point of the space judged by one edition: the rows that are reached, and the points that do not reach exactly one. */
export function coverage(
  pair: Pair,
  edition: Edition,
): { readonly odd: readonly string[]; readonly reached: Set<Row> } {
  const reached = new Set<Row>()
  const odd: string[] = []
  for (const { facts } of pointsOf(pair)) {
    const said = rowsSaid(facts, pair.now, edition)
    const { row, persons } = decide(facts, pair.now, settled(edition))
    reached.add(row)
    // A refusal speaks beside the demand it refuses; risks may add up. Nothing else may be said twice.
    const risks = said.every((one) => one === 'V1' || one === 'V2' || one === 'V3')
    const rest = said.includes('V15') ? said.filter((one) => one !== 'V15') : said
    if (!(risks || rest.length === 1) || !said.includes(row) || persons.length !== 1) odd.push(titled(facts))
  }
  return { odd, reached }
}
