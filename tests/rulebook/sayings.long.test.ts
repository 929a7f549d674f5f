import { describe, expect, test } from 'vitest'
import { sayings } from '../../server/rulebook/sayings.ts'
import { parseInspection } from '../../shared/facts-json.ts'
import { Fault } from '../../shared/fault.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { law } from '../../shared/policy/rules/index.ts'
import { situationOf } from '../../shared/policy/situation.ts'
import type { Finding } from '../../shared/policy/verdict.ts'
import { inspections } from '../policy/random-inspection.ts'

const rules = law.flatMap(({ lines }) => lines.map(({ rule }) => rule))

function saidAtRandom(): ReadonlyMap<string, readonly Finding[]> {
  const said = new Map<string, Finding[]>(rules.map(({ id }) => [id, []]))
  const next = inspections(7)
  for (let n = 0; n < 20_000; n++) {
    const inspection = parsed(next())
    if (inspection === undefined) continue
    const situation = situationOf(inspection.facts, inspection.now, numbersAt(inspection.now))
    for (const { id, judge } of rules) said.get(id)!.push(...judge(situation))
  }
  return said
}

function parsed(line: unknown) {
  try {
    return parseInspection(line)
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

describe('what the book says a rule may say', () => {
  const said = saidAtRandom()
  test.each(rules.map(({ id }) => id))('%s says it, and nothing else', (id) => {
    const findings = said.get(id)!
    const { grounds, opens = [], asks = [] } = sayings[id]!
    expect(new Set(findings.map(({ ground }) => ground))).toEqual(new Set(grounds))
    expect(new Set(findings.flatMap((one) => one.opens ?? []))).toEqual(new Set(opens))
    const asked = new Set(findings.flatMap(({ needs = [] }) => needs.map((need) => need.replace(/^crew\.\d+\./, ''))))
    expect(asked).toEqual(new Set(asks.map((need) => need.replace('temperaturesAgain', 'temperatures'))))
  })
})
