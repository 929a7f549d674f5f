import type { Instant } from '../instant.ts'
import type { StepId } from './incident-events.ts'
import type { Person } from './roster.ts'

/**
 * What somebody is told. `summons`: come, or act. `deputy`: step in for who does not answer. `inform`: know. `reminder`: are you on
 * site? `update`: how it stands, upwards. `telephone`: a task for 12328 to call him. `empty`: nobody is named for a step.
 */
export type Purpose =
  'summons' | 'deputy' | 'inform' | 'reminder' | 'update' | 'telephone' | 'empty' | 'green' | 'end' | 'restart'

/** Where it goes: one person; a group of county, city or province; the desk of 12328; or nobody who is named. */
export type Ear =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'group'; readonly area: 'county' | 'city' | 'province' }
  | { readonly kind: 'desk' }
  | { readonly kind: 'booth' }
  | { readonly kind: 'nobody' }

/** `sms` and `push` to one person, `robot` to a group, `screen` to those who sit before one, `phone` = somebody has to dial. */
export type Channel = 'sms' | 'push' | 'robot' | 'screen' | 'phone'

export type Call = {
  /** One of its kind in an incident, whoever works it out and how often. */
  readonly key: string
  /** null = of the incident as a whole. */
  readonly step: StepId | null
  readonly purpose: Purpose
  readonly ear: Ear
  readonly channel: Channel
  readonly dueAt: Instant
  /** Of a telephone task: the call whose person did not answer. */
  readonly about: string | null
  /** Of a telephone task: that call could not leave. Of a call that was made: it could not, and nobody need wait for an answer. */
  readonly unsent?: boolean
  /** Of a telephone task: he had said that he comes, was asked whether he is there, and said nothing. */
  readonly lapsed?: boolean
}

export type AnswerKind = 'acknowledged' | 'under-way' | 'arrived' | 'cannot'
export type Answer = { readonly answer: AnswerKind; readonly at: Instant }

/** A call that was made, and what came back. */
export type Made = Call & {
  readonly at: Instant
  readonly deliveredAt: Instant | null
  readonly answers: readonly Answer[]
}

export type CallState = 'notified' | 'delivered' | 'acknowledged' | 'under-way' | 'on-site' | 'cannot' | 'moot'

const rises: Readonly<Record<AnswerKind, number>> = { acknowledged: 1, 'under-way': 2, arrived: 3, cannot: 0 }

/** Who has answered stays answered, and who is there stays there; only `cannot` takes a promise back, not an arrival. */
export function stateOf({ answers, deliveredAt }: Pick<Made, 'answers' | 'deliveredAt'>): CallState {
  if (answers.some(({ answer }) => answer === 'arrived')) return 'on-site'
  const said = answers.toSorted((a, b) => a.at - b.at || rises[a.answer] - rises[b.answer])
  const refused = said.findLastIndex(({ answer }) => answer === 'cannot')
  const since = said.slice(refused + 1)
  if (since.some(({ answer }) => answer === 'under-way')) return 'under-way'
  if (since.length > 0) return 'acknowledged'
  if (refused >= 0) return 'cannot'
  return deliveredAt === null ? 'notified' : 'delivered'
}

export const hasPromised = (state: CallState): boolean =>
  state === 'acknowledged' || state === 'under-way' || state === 'on-site'

/** Whether an answer is asked for: it may come by the link of the message. */
export const takesAnswer = ({ purpose }: Pick<Call, 'purpose'>): boolean =>
  asksAnswer({ purpose }) || purpose === 'reminder'
/** Whether somebody is called for something. */
export const asksAnswer = ({ purpose }: Pick<Call, 'purpose'>): boolean => purpose === 'summons' || purpose === 'deputy'
/** Who is called to the place; everybody on shift is there already. */
export const asksArrival = ({ purpose, step }: Pick<Call, 'purpose' | 'step'>): boolean =>
  asksAnswer({ purpose }) && (step === 'L1' || step === 'L3')
