/**
 * Stored inspections judged again. By the edition of their moment they must come out bit for bit as they are stored; by another
 * edition, what would have been different is what a draft is about to change.
 */
import { parseInspection } from '../facts-json.ts'
import { Fault } from '../fault.ts'
import type { Instant } from '../instant.ts'
import { decide } from './decide.ts'
import type { Edition } from './edition.ts'
import { answerOf, strictness, type Answer, type Row } from './verdict.ts'

/** As it lies in the database: facts and answer as the JSON that was written. */
export type StoredInspection = {
  readonly id: string
  readonly madeAt: Instant
  readonly facts: string
  readonly verdict: string
}

/** `edition` = only the edition's id differs; `detail` = the row stands, something else does not; `unreadable` = refused today. */
export type Difference = 'row' | 'detail' | 'edition' | 'unreadable'
export type Rejudged = {
  readonly difference: Difference | undefined
  readonly stored: Answer
  /** undefined where the facts can no longer be read. */
  readonly again: Answer | undefined
}

function judgeAgain({ id, madeAt, facts }: StoredInspection, edition: Edition | undefined): Answer | undefined {
  try {
    const now = new Date(madeAt).toISOString()
    const given: unknown = JSON.parse(facts)
    const inspection = parseInspection(typeof given === 'object' ? { ...given, id, now } : given)
    return answerOf(decide(inspection.facts, inspection.now, edition))
  } catch (cause) {
    if (cause instanceof Fault || cause instanceof SyntaxError) return undefined
    throw cause
  }
}

function storedAnswer({ verdict }: StoredInspection): Answer {
  const answer: Answer = JSON.parse(verdict)
  return answer
}

/** By the edition that bound it then: every character counts, the edition's id among them. */
export const rejudgeAsThen = (inspection: StoredInspection, then: Edition): Rejudged =>
  compare(inspection, then, 'edition')

/** By another edition, what its id is says nothing. Left out = the program's own edition of its moment, to the character. */
export const rejudge = (inspection: StoredInspection, edition?: Edition): Rejudged =>
  compare(inspection, edition, edition === undefined ? 'edition' : undefined)

function compare(
  inspection: StoredInspection,
  edition: Edition | undefined,
  onlyItsId: 'edition' | undefined,
): Rejudged {
  const stored = storedAnswer(inspection)
  const again = judgeAgain(inspection, edition)
  if (again === undefined) return { difference: 'unreadable', stored, again }
  if (JSON.stringify(again) === inspection.verdict) return { difference: undefined, stored, again }
  const sameBut = JSON.stringify({ ...again, edition: stored.edition }) === inspection.verdict
  if (sameBut) return { difference: onlyItsId, stored, again }
  return { difference: again.row === stored.row ? 'detail' : 'row', stored, again }
}

export type Tally = {
  inspections: number
  readonly differences: Record<Difference, number>
  /** `V10 V11` → how many moved from the one to the other. */
  readonly moved: Map<`${Row} ${Row}`, number>
  stricter: number
  milder: number
  /** Inspections that would ask for a test and did not, and the other way round. */
  testsMore: number
  testsFewer: number
}

export const emptyTally = (): Tally => ({
  inspections: 0,
  differences: { row: 0, detail: 0, edition: 0, unreadable: 0 },
  moved: new Map(),
  stricter: 0,
  milder: 0,
  testsMore: 0,
  testsFewer: 0,
})

/** The classes of contracts §1.11; to be asked is more than any row that lets go or tests, and less than to be held. */
export const burdenOf = ({ row }: Pick<Answer, 'row'>): number => strictness(row) ?? (strictness('V15') ?? 0) - 0.5

export const asksForTest = ({ tasks }: Pick<Answer, 'tasks'>) => tasks.includes('antigen') || tasks.includes('sample')

export function count(tally: Tally, { difference, stored, again }: Rejudged): void {
  tally.inspections++
  if (difference === undefined) return
  tally.differences[difference]++
  if (again === undefined) return
  if (difference === 'row') {
    const move = `${stored.row} ${again.row}` as const
    tally.moved.set(move, (tally.moved.get(move) ?? 0) + 1)
  }
  const heavier = burdenOf(again) - burdenOf(stored)
  if (heavier > 0) tally.stricter++
  if (heavier < 0) tally.milder++
  if (asksForTest(again) && !asksForTest(stored)) tally.testsMore++
  if (!asksForTest(again) && asksForTest(stored)) tally.testsFewer++
}
