/** Facts and a moment in, a verdict out: the same on a phone, in Node and in a Worker. It never throws on parsed facts. */
import { Fault } from '../fault.ts'
import type { Facts } from '../facts.ts'
import type { Instant } from '../instant.ts'
import { headlines } from '../wording/headlines.ts'
import type { ClauseRef } from './documents.ts'
import { editionInForce, type Edition } from './edition.ts'
import { orderedNeeds } from './needs.ts'
import type { Modifier, Rule } from './rule.ts'
import { situationOf, type Situation } from './situation.ts'
import { gravity, outcomes, tasks, type Cited, type Opening, type Task, type Verdict } from './verdict.ts'

/** Everything the rules of one chapter say, each with its clauses. */
function speak(rules: readonly Rule[], situation: Situation): readonly Cited[] {
  const said: Cited[] = []
  for (const { judge, clauses, part } of rules)
    for (const finding of judge(situation)) said.push({ ...finding, clauses, ...(part === undefined ? {} : { part }) })
  return said
}

const graver = (a: Cited, b: Cited): Cited => (gravity(b.row) > gravity(a.row) ? b : a)

const concerns = ({ of }: Cited, index: number) => of === index || of === 'everyone'

/** The gravest finding about each person; null = nothing was said of him. */
function findingsByPerson(said: readonly Cited[], crew: number): readonly (Cited | null)[] {
  return Array.from({ length: crew }, (_, index) => {
    const own = said.filter((finding) => concerns(finding, index))
    return own.length > 0 ? own.reduce(graver) : null
  })
}

/** A person's own row opens its reasons, and no other row's: first matching row wins. */
const openingsOf = (findings: readonly (Cited | null)[]): readonly Opening[] =>
  findings.flatMap((finding, crew) => (finding?.opens ?? []).map((reason): Opening => ({ crew, reason })))

function tasksOf(deciding: readonly Cited[], applied: readonly Modifier[]): readonly Task[] {
  const due = new Set<Task | undefined>(applied.map(({ task }) => task))
  for (const finding of deciding) for (const task of finding.tasks ?? []) due.add(task)
  return tasks.filter((task) => due.has(task))
}

/** The headline's clauses first. */
const articlesOf = (headline: Cited, deciding: readonly Cited[]): readonly ClauseRef[] => [
  ...new Set([headline, ...deciding].flatMap(({ clauses }) => clauses)),
]

function compose(said: readonly Cited[], situation: Situation, edition: Edition): Verdict {
  const decidedBy = said.reduce(graver)
  const { row } = decidedBy
  const findings = findingsByPerson(said, situation.people.length)
  const unnamed = said.filter(({ of }) => of === 'nobody')
  const deciding = [...findings.filter((finding) => finding !== null), ...unnamed]
  const applied = edition.lawAt(situation.now).modifiers.filter(({ applies }) => applies(situation, { row, findings }))
  return {
    row,
    outcome: outcomes[row],
    persons: findings.map((finding) => finding && { row: finding.row }),
    needs: row === 'ASK' || row === 'V9' ? orderedNeeds(deciding) : [],
    modifiers: applied.map(({ modifier }) => modifier),
    opens: openingsOf(findings),
    tasks: tasksOf(deciding, applied),
    articles: articlesOf(decidedBy, deciding),
    edition: edition.id,
    headline: headlines[row],
    judgedAt: situation.now,
    numbers: situation.numbers,
    testNumbers: situation.people.map(({ testNumbers }) => testNumbers),
    decidedBy,
    findings,
  }
}

/** Judged by the edition in force at `now` unless another is given. */
export function decide(facts: Facts, now: Instant, edition: Edition = editionInForce(now)): Verdict {
  const numbers = edition.numbersAt(now)
  const read = edition.read?.(facts, now) ?? facts
  const situation = situationOf(read, now, numbers, edition.settled ? undefined : edition.numbersAt)
  for (const rules of edition.lawAt(now).chapters) {
    const said = speak(rules, situation)
    if (said.length > 0) return compose(said, situation, edition)
  }
  throw new Fault('broken', 'no-row', 'no rule spoke: the law has a hole')
}
