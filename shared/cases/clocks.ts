/**
 * The clocks of a case (T15, R104, R105). A moment that is reached without the deed is missed; a deed at that very moment is in time.
 * Nothing stops the clock of the reply but a reply, and not accepting a case does not keep it from starting.
 */
import { instant, hour, minute, plus, type Instant } from '../instant.ts'
import { at as valueAt } from '../policy/numbers.ts'
import type { Numbers } from '../policy/numbers.ts'
import { caseParameters, type CaseNumbers } from '../policy/parameters-cases.ts'
import type { HotlineCall } from '../codes/coming-office.ts'
import type { CaseFile } from './case-file.ts'

type OfLaw = Pick<Numbers, 'hotlineDispatchWithin' | 'hotlineReplyWithin'>

/** The numbers that hold for a case made at that moment. */
export const caseNumbersAt = (law: OfLaw, madeAt: Instant): CaseNumbers => ({
  acceptWithin: valueAt<number>(caseParameters.caseAcceptWithin, madeAt),
  dispatchWithin: law.hotlineDispatchWithin,
  replyWithin: law.hotlineReplyWithin,
  callBackAfter: valueAt<number>(caseParameters.caseCallBackAfter, madeAt),
  callBackWithin: valueAt<number>(caseParameters.caseCallBackWithin, madeAt),
  callsUnanswered: valueAt<number>(caseParameters.caseCallsUnanswered, madeAt),
})

/** When the clocks start: with the acceptance, and at the latest when that was due. */
export const startOf = ({ madeAt, acceptedAt }: CaseFile, { acceptWithin }: CaseNumbers): Instant =>
  instant(Math.min(acceptedAt ?? Infinity, plus(madeAt, acceptWithin * minute)))

/** By when what is still to be done is to be done; null = it is done, or is not to be done in this state. */
export type Deadlines = {
  readonly accept: Instant | null
  readonly dispatch: Instant | null
  /** To the reporter. */
  readonly reply: Instant | null
  /** After it the next level has the case. */
  readonly level: Instant | null
  readonly callBack: Instant | null
}

const isOpen = ({ state }: CaseFile): boolean => state !== 'closed'
export function deadlinesOf(file: CaseFile, numbers: CaseNumbers): Deadlines {
  const start = startOf(file, numbers)
  const { state, dispatchedAt, answeredAt, lastReplyAt, madeAt } = file
  const after = (at: Instant, minutes: number) => plus(at, minutes * minute)
  const waitsForReply = isOpen(file) && answeredAt === null
  return {
    accept: state === 'new' ? after(madeAt, numbers.acceptWithin) : null,
    dispatch:
      waitsForReply && dispatchedAt === null && file.round === 1 && state !== 'handling'
        ? after(start, numbers.dispatchWithin)
        : null,
    reply: isOpen(file) && file.owed ? after(file.owedSince ?? start, numbers.replyWithin) : null,
    level: waitsForReply ? after(file.roundSince ?? start, numbers.replyWithin) : null,
    callBack: callBackBy(file, lastReplyAt, numbers),
  }
}

function callBackBy({ state }: CaseFile, repliedAt: Instant | null, numbers: CaseNumbers): Instant | null {
  if (repliedAt === null || (state !== 'replied' && state !== 'call-back')) return null
  return plus(repliedAt, numbers.callBackWithin * hour)
}

/** The one that comes first; null = nothing is to be done any more. */
export function nextDeadline({ accept, dispatch, reply, level, callBack }: Deadlines): Instant | null {
  const left = [accept, dispatch, reply, level, callBack].flatMap((at) => at ?? [])
  return left.length === 0 ? null : instant(Math.min(...left))
}

/** When the reporter's own time to answer is over and he is to be called; null = not in this state. */
export const callBackFrom = ({ state, lastReplyAt }: CaseFile, { callBackAfter }: CaseNumbers): Instant | null =>
  state === 'replied' && lastReplyAt !== null ? plus(lastReplyAt, callBackAfter * minute) : null

/** What is missed by now 超时. */
export const missed = (deadlines: Deadlines, now: Instant): readonly (keyof Deadlines)[] =>
  (['accept', 'dispatch', 'reply', 'callBack'] as const).filter((name) => (deadlines[name] ?? Infinity) <= now)

/** Without a reply nothing is closed, and without the reporter's word only after honest tries (R107). */
export const mayClose = ({ firstReplyAt, unreached }: CaseFile, { callsUnanswered }: CaseNumbers): boolean =>
  firstReplyAt !== null && unreached >= callsUnanswered

/**
 * The running round as timer T15 counts it, one call a round, so that each level is waited for once. What was dispatched or answered
 * is told with its time; from the second round on nothing is left to be dispatched.
 */
export function callOf(id: string, file: CaseFile, numbers: CaseNumbers): HotlineCall {
  const acceptedAt = file.roundSince ?? startOf(file, numbers)
  const over = file.closedAt
  return {
    id: `${id}#${file.round}`,
    acceptedAt,
    dispatchedAt:
      file.round > 1 || file.state === 'handling' ? acceptedAt : (file.dispatchedAt ?? file.answeredAt ?? over),
    repliedAt: file.answeredAt ?? over,
  }
}

/** Case and round of such a call. */
export function roundIn(call: string): { id: string; round: number } | undefined {
  const [, id, round] = /^(.+)#(\d+)$/.exec(call) ?? []
  return id === undefined ? undefined : { id, round: Number(round) }
}
