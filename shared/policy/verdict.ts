/** What a judgement can say (contracts §1): rows, their outcomes, which is graver, and the shape of a verdict. */
import type { Numbers } from './numbers.ts'
import type { Instant } from '../instant.ts'
import type { Bilingual, ClauseRef } from './documents.ts'

/** Strictest first: the vehicle's headline is the first of these that any finding carries. */
export const rowsByGravity = [
  'V1',
  'V2',
  'V3',
  'V15',
  'ASK',
  'V9',
  'V7',
  'V11',
  'V14',
  'V13',
  'V12',
  'V10',
  'V8',
  'V6',
  'V5',
  'V4',
  'V0',
] as const
export type Row = (typeof rowsByGravity)[number]

/** None of them turns anybody back. */
export const outcomes = {
  V0: 'not-freight',
  V1: 'hold-medical',
  V2: 'observe',
  V3: 'closed-loop',
  V4: 'release',
  V5: 'release',
  V6: 'register-then-release',
  V7: 'register-on-site',
  V8: 'release',
  V9: 'check-documents',
  V10: 'release',
  V11: 'test-first',
  V12: 'release-tracked',
  V13: 'release-managed',
  V14: 'release-managed',
  V15: 'head-decides',
  ASK: 'ask',
} as const satisfies Record<Row, string>
export type Outcome = (typeof outcomes)[Row]

/** For comparing two verdicts, mild to strict; rows of one class are equally strict. ASK is no verdict yet and has none. */
export const strictnessClasses = [
  ['V0', 'V4', 'V5', 'V8', 'V10'],
  ['V6', 'V7'],
  ['V12'],
  ['V13', 'V14'],
  ['V9'],
  ['V11'],
  ['V15'],
  ['V3'],
  ['V2'],
  ['V1'],
] as const satisfies readonly (readonly Row[])[]

const rank = new Map<Row, number>(rowsByGravity.map((row, index) => [row, rowsByGravity.length - index]))
/** Greater is graver; decides the headline only. */
export const gravity = (row: Row): number => rank.get(row) ?? 0

const classes = new Map<Row, number>(
  strictnessClasses.flatMap((rows, index) => rows.map((row) => [row, index] as const)),
)
/** Class of contracts §1.11, 0 = mildest; undefined for ASK. */
export const strictness = (row: Row): number | undefined => classes.get(row)

export const tasks = [
  'register',
  'sample',
  'antigen',
  'tracking',
  'escort',
  'contactless',
  'medical',
  'green-lane',
  'suspected-fraud',
  'head',
] as const
export type Task = (typeof tasks)[number]

/** Reasons for a colour: Y1 is opened at the checkpoint; R1–R3 are only proposed there. */
export type ReasonCode = 'Y1' | 'R1' | 'R2' | 'R3'
export type ModifierId = 'M1' | 'M2' | 'M4' | 'M5' | 'M6' | 'M7'

/** The document facts of a person, in the order an inspector asks for them. */
export const documentFacts = ['nucleicAcid', 'healthCode', 'travelCard', 'riskStay'] as const
export type DocumentFact = (typeof documentFacts)[number]
export type PersonNeed = 'temperatures' | DocumentFact
/** Path of a fact to ask for next. */
export type Need = 'trip.registered' | 'freightCode' | `crew.${number}.${PersonNeed}`

/** Why a row was said; the key of the sentence on screen. */
export type TestGround = 'test-old' | 'test-none' | 'test-pending' | 'test-undated'
export type Ground =
  | 'not-freight'
  | 'nucleic-positive'
  | 'antigen-positive'
  | 'listed-positive'
  | 'fever'
  | 'health-code-red'
  | 'travel-card-red'
  | 'travel-card-orange'
  | 'risk-stay'
  | 'listed-red'
  | 'freight-code-red'
  | 'inspected'
  | 'in-province-green'
  | 'in-province-no-code'
  | 'in-province-yellow'
  | 'in-province-grey'
  | 'not-registered'
  | 'registered-green'
  | 'no-code'
  | 'code-yellow'
  | 'code-grey'
  | 'all-hold'
  | TestGround
  | `not-green-${TestGround}`
  | 'antigen-negative'
  | 'health-code-yellow'
  | 'health-code-unshown'
  | 'travel-card-yellow'
  | 'travel-card-unshown'
  | 'not-green-antigen-negative'
  | 'refused-registration'
  | 'refused-check'
  | 'refused-test'
  | 'ask-registration'
  | 'ask-freight-code'
  | 'ask-temperature'
  | 'ask-temperature-again'

/** What one rule says: of one crew member (his index), of everyone on board, or of nobody but the vehicle's code. */
export type Finding = {
  readonly row: Row
  readonly of: number | 'everyone' | 'nobody'
  readonly ground: Ground
  readonly needs?: readonly Need[]
  readonly opens?: readonly ReasonCode[]
  readonly tasks?: readonly Task[]
}

/** A finding with the clauses of the rule that said it. */
export type Cited = Finding & { readonly clauses: readonly [ClauseRef, ...ClauseRef[]]; readonly part?: number }

export type Opening = { readonly crew: number; readonly reason: ReasonCode }

/** The answer of contracts §1, without the id. */
export type Answer = {
  readonly row: Row
  readonly outcome: Outcome
  /** One per crew member, same order; null where the headline comes from somebody else's V1–V3. */
  readonly persons: readonly ({ readonly row: Row } | null)[]
  /** Non-empty only with rows ASK and V9. */
  readonly needs: readonly Need[]
  readonly modifiers: readonly ModifierId[]
  readonly opens: readonly Opening[]
  readonly tasks: readonly Task[]
  readonly articles: readonly ClauseRef[]
  readonly edition: string
  readonly headline: Bilingual
}

export type Verdict = Answer & {
  /** The moment of inspection that it was judged for. */
  readonly judgedAt: Instant
  /** The law's numbers it was judged by, for a screen to name. */
  readonly numbers: Numbers
  /** By person: those that his test went by. */
  readonly testNumbers: readonly Numbers[]
  /** The finding behind the headline. */
  readonly decidedBy: Cited
  /** The finding behind each person's row, null as in `persons`. */
  readonly findings: readonly (Cited | null)[]
}

/** The fields that leave the house, in the contract's order. */
export function answerOf(verdict: Verdict): Answer {
  const { row, outcome, persons, needs, modifiers, opens, tasks, articles, edition, headline } = verdict
  return { row, outcome, persons, needs, modifiers, opens, tasks, articles, edition, headline }
}
