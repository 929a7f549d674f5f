/** What each language must be able to say. A sentence that is missing in one of them does not compile. */
import type { Numbers } from '../policy/numbers.ts'
import type { AntigenResult, FreightCode, HealthCode, NucleicResult, Scope, TravelCard } from '../facts.ts'
import type { DocumentFact, Ground, ModifierId, ReasonCode, Row } from '../policy/verdict.ts'

export type Language = 'zh' | 'en'

/** Real values for the sentences; every one is ready to be shown. */
export type Values = {
  /** The last two, 37.5 ℃ each. */
  readonly temperatures: readonly string[]
  readonly validityHours: number
  /** 05-14 09:59, empty when the test has no time. */
  readonly testTime: string
  /** 05-16 04:00 */
  readonly priorTime: string
  readonly priorCheckpoint: string
  readonly scopeKnown: boolean
  /** 05-26, empty when not known. */
  readonly passUntil: string
  readonly whitelistUntil: string
  readonly passForged: boolean
  /** What the facts call the pass was the freight code (M7). Left out = it was the pass. */
  readonly codeAtFault?: boolean
}

/** What V11 asks of this person: a sample too or the antigen test alone, a new kit, and what a negative leads to. */
export type TestSteps = { readonly sample: boolean; readonly again: boolean; readonly codesGreen: boolean }

export type NeedKind = 'trip.registered' | 'freightCode' | 'temperatures' | 'temperaturesAgain' | DocumentFact
/** The law's numbers that a question names. */
export type Asked = Pick<Numbers, 'riskLookBack' | 'riskStayMin' | 'temperatureRecheckAfter'>
export type Question = { readonly question: (numbers: Asked) => string; readonly button: string }
export type Hint = 'asterisk' | 'origin' | 'no-repeat-test' | 'no-pass' | 'pass-renew'
/** FA: facts that are refused, in the order of facts-json.ts and plausible.ts; ED: editions. */
export type PolicyFault =
  'FA-01' | 'FA-02' | 'FA-03' | 'FA-04' | 'FA-05' | 'FA-06' | 'FA-07' | 'FA-08' | 'FA-09' | 'FA-10' | 'ED-01'

type Words<T extends string> = { readonly [K in T | 'unshown']: string }

export type Wording = {
  readonly reason: { readonly [G in Ground]: (values: Values) => string }
  readonly next: { readonly [R in Exclude<Row, 'V11' | 'ASK'>]: string }
  readonly testNext: (steps: TestSteps) => string
  /** Who a line is about, where several are on board; counted from 1. */
  readonly person: (position: number) => string
  readonly article: (document: string, article: number, part: number | undefined) => string
  /** The same without saying that it is the basis, for a line that is all about articles. */
  readonly clause: (document: string, article: number, part: number | undefined) => string
  readonly modifier: {
    readonly [M in ModifierId]: {
      readonly label: string
      readonly reason: (values: Values) => string
      readonly next: string
    }
  }
  readonly hint: { readonly [H in Hint]: string }
  readonly ask: { readonly [N in NeedKind]: Question }
  readonly answer: {
    readonly scope: { readonly [S in Scope]: string }
    readonly freightCode: Words<FreightCode>
    readonly healthCode: Words<HealthCode>
    readonly travelCard: Words<TravelCard>
    readonly nucleicAcid: Words<NucleicResult>
    readonly antigen: { readonly [A in AntigenResult]: string }
    readonly yes: string
    readonly no: string
    readonly cannotSay: string
  }
  readonly codeReason: { readonly [R in ReasonCode]: string }
  readonly fault: { readonly [F in PolicyFault]: string }
}
