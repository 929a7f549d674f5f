import type { Instant } from '../instant.ts'
import type { CaseDeed, CaseMade } from './events.ts'
import { levelAbove, type CaseCategory, type CaseLevel, type CaseState, type CaseWay, type Opinion } from './kinds.ts'
import { mayMove, ruleOf } from './moves.ts'

/** A case as its events make it. */
export type CaseFile = {
  readonly way: CaseWay
  readonly state: CaseState
  readonly level: CaseLevel
  readonly category: CaseCategory
  readonly madeAt: Instant
  readonly acceptedAt: Instant | null
  readonly dispatchedAt: Instant | null
  /** The unit it went to last. */
  readonly dispatchedTo: string | null
  readonly firstReplyAt: Instant | null
  readonly lastReplyAt: Instant | null
  readonly closedAt: Instant | null
  readonly opinion: Opinion | null
  /** Calls that nobody answered since the last reply. */
  readonly unreached: number
  readonly reopened: number
  readonly supervised: boolean
  /** The clock of an answer at one level: a new one begins when the case rises or is opened again. */
  readonly round: number
  /** null = the first one, which begins with the acceptance (`clocks.ts`). */
  readonly roundSince: Instant | null
  /** A reply is owed to the reporter: a first one, or another after a dissatisfied word. Rising changes nothing of it. */
  readonly owed: boolean
  /** Since when; null = since the acceptance. */
  readonly owedSince: Instant | null
  /** A reply in this round. */
  readonly answeredAt: Instant | null
}

export const begin = ({ at, way, category, level }: CaseMade): CaseFile => ({
  way,
  state: 'new',
  level,
  category,
  madeAt: at,
  acceptedAt: null,
  dispatchedAt: null,
  dispatchedTo: null,
  firstReplyAt: null,
  lastReplyAt: null,
  closedAt: null,
  opinion: null,
  unreached: 0,
  reopened: 0,
  supervised: false,
  round: 1,
  roundSince: null,
  owed: true,
  owedSince: null,
  answeredAt: null,
})

/** What a deed does; one that the table does not allow does nothing. */
export function step(file: CaseFile, deed: CaseDeed): CaseFile {
  if (!mayMove(file, deed.move, deed.by.role)) return file
  return { ...file, state: ruleOf(deed.move).to ?? file.state, ...changeOf(file, deed) }
}

export const fileOf = (made: CaseMade, deeds: readonly CaseDeed[]): CaseFile => deeds.reduce(step, begin(made))

function changeOf(file: CaseFile, deed: CaseDeed): Partial<CaseFile> {
  const { at } = deed
  switch (deed.move) {
    case 'accept':
      return { acceptedAt: at }
    case 'dispatch':
      return { dispatchedAt: file.dispatchedAt ?? at, dispatchedTo: deed.to }
    case 'reply':
      return {
        firstReplyAt: file.firstReplyAt ?? at,
        lastReplyAt: at,
        owed: false,
        answeredAt: file.answeredAt ?? at,
        unreached: 0,
      }
    case 'answer':
      return answered(file, deed)
    case 'close':
      return { closedAt: at }
    case 'reopen':
      return again(file, at)
    case 'escalate':
      return { ...nextRound(file, at), level: levelAbove[file.level] ?? file.level }
    case 'supervise':
      return { supervised: true }
    case 'recategorise':
      return { category: deed.category }
    default:
      return {}
  }
}

function answered(file: CaseFile, { at, result }: Extract<CaseDeed, { move: 'answer' }>): Partial<CaseFile> {
  if (result === 'unreached') return { state: 'call-back', unreached: file.unreached + 1 }
  if (result === 'dissatisfied') return { ...again(file, at), state: 'handling', opinion: result }
  return { state: 'closed', closedAt: at, opinion: result }
}

/** Not settled: a reply is owed once more. */
const again = (file: CaseFile, at: Instant): Partial<CaseFile> => ({
  ...nextRound(file, at),
  owed: true,
  owedSince: at,
  closedAt: null,
  opinion: null,
  unreached: 0,
  reopened: file.reopened + 1,
})

const nextRound = (file: CaseFile, at: Instant): Partial<CaseFile> => ({
  round: file.round + 1,
  roundSince: at,
  answeredAt: null,
})
