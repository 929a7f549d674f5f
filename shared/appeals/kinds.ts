/** What can be appealed, what can be said of it, and on what it can be refused. Closed lists, so that nobody has to find the words. */
import type { CrewMember } from '../facts.ts'

/** `external-code`: given by an authority outside the city, which we can ask to change it and never change ourselves. */
export const appealKinds = ['code', 'external-code', 'verdict'] as const
export type AppealKind = (typeof appealKinds)[number]

/** The facts about one person that may have been recorded wrongly at a checkpoint. */
export const correctableFacts = [
  'healthCode',
  'travelCard',
  'nucleicAcid',
  'riskStay',
  'listed',
  'temperatures',
] as const satisfies readonly (keyof CrewMember)[]
export type CorrectableFact = (typeof correctableFacts)[number]

export const sayings = {
  code: ['papers-in-order', 'test-not-counted', 'left-the-city', 'ground-is-wrong', 'not-this-person'],
  'external-code': ['should-have-ended', 'ground-is-wrong'],
  verdict: correctableFacts,
} as const satisfies Record<AppealKind, readonly string[]>

/** `white-listed-red`: opened by the system for a driver of the white list whose code shows red (A11). */
export const systemSayings = ['white-listed-red'] as const

export const allSayings = [
  ...new Set([...sayings.code, ...sayings['external-code'], ...sayings.verdict, ...systemSayings]),
]
export type Saying = (typeof allSayings)[number]

export const mayBeSaid = (kind: AppealKind, said: Saying): boolean =>
  (sayings[kind] as readonly Saying[]).includes(said)

/** `evidence-false` is flagged for the follow-up that jiaozuo-20#9 asks for. */
export const refusals = [
  'conditions-not-met',
  'no-second-test',
  'papers-not-valid',
  'ground-holds',
  'verdict-holds',
  'evidence-false',
] as const
export type Refusal = (typeof refusals)[number]

export const appealStates = ['waiting', 'accepted', 'cleared', 'upheld', 'referred', 'corrected'] as const
export type AppealState = (typeof appealStates)[number]

/** What may follow; an automatic clearing is decided as it is made. */
export const appealMoves = {
  waiting: ['accepted', 'cleared', 'upheld', 'referred', 'corrected'],
  accepted: ['cleared', 'upheld', 'referred', 'corrected'],
  cleared: [],
  upheld: [],
  referred: [],
  corrected: [],
} as const satisfies Record<AppealState, readonly AppealState[]>

export const isDecided = (state: AppealState): boolean => appealMoves[state].length === 0
