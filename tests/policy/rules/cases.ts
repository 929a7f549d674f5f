import { describe, expect, test } from 'vitest'
import type { Facts } from '../../../shared/facts.ts'
import type { Instant } from '../../../shared/instant.ts'
import { editionInForce } from '../../../shared/policy/edition.ts'
import type { Rule } from '../../../shared/policy/rule.ts'
import { situationOf } from '../../../shared/policy/situation.ts'
import type { Finding } from '../../../shared/policy/verdict.ts'
import { now as usual, titled, truck } from '../truck.ts'

/** What is changed on the standard truck, what the rule says of it (`nothing`, or grounds and tasks), and when. */
export type Case = readonly [change: Partial<Facts>, says: string, at?: Instant]

const spoken = ({ of, ground, tasks = [], opens = [] }: Finding) =>
  [`${of}:${ground}`, ...opens, ...(tasks.length > 0 ? [`(${tasks.join(' ')})`] : [])].join(' ')

export function says(rule: Rule, facts: Facts, at: Instant): string {
  const findings = rule.judge(situationOf(facts, at, editionInForce(at).numbersAt(at)))
  for (const { row } of findings) expect(row).toBe(rule.row)
  return findings.map(spoken).join(' | ') || 'nothing'
}

/** One rule by itself, around its edges; the titles are made from the data. */
export function cases(rule: Rule, table: readonly Case[]): void {
  describe(`${rule.row} ${rule.id}`, () => {
    for (const [change, expected, at = usual] of table) {
      const when = at === usual ? '' : ` at ${titled({ at })}`
      test(`${titled(change)}${when} → ${expected}`, () => expect(says(rule, truck(change), at)).toBe(expected))
    }
  })
}
