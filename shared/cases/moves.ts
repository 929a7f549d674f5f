/**
 * What may be done to a case, in which state, by whom, on which level. The one table; screens offer what it allows and the server
 * refuses the rest.
 */
import { caseLevels, type CaseLevel, type CaseRole, type CaseState } from './kinds.ts'

export const caseMoves = [
  'accept',
  'dispatch',
  'handle',
  'reply',
  'ask-call-back',
  'answer',
  'close',
  'reopen',
  'escalate',
  'supervise',
  'recategorise',
  'note',
  'more',
] as const
export type CaseMove = (typeof caseMoves)[number]

export type MoveRule = {
  readonly from: readonly CaseState[]
  /** null = it stays where it is. Of `answer` it depends on what was said (`stateAfterCall`). */
  readonly to: CaseState | null
  /** On which levels each role may do it. */
  readonly by: { readonly [Role in CaseRole]?: readonly CaseLevel[] }
}

const all: readonly CaseLevel[] = caseLevels
/** The city's command handles what has come up to it. */
const above: readonly CaseLevel[] = ['city', 'province']
/** Above the province there is nobody here. */
const below: readonly CaseLevel[] = ['county', 'city']
const open: readonly CaseState[] = ['new', 'accepted', 'dispatched', 'handling', 'replied', 'call-back']

export const moveRules = {
  accept: { from: ['new'], to: 'accepted', by: { dispatcher: all, command: above } },
  /** Again to another unit, too. */
  dispatch: { from: ['accepted', 'dispatched', 'handling'], to: 'dispatched', by: { dispatcher: all, command: above } },
  handle: { from: ['accepted', 'dispatched'], to: 'handling', by: { dispatcher: all, command: above } },
  /** At once where it can be answered at once; a second one where the first left something open. */
  reply: {
    from: ['accepted', 'dispatched', 'handling', 'replied', 'call-back'],
    to: 'replied',
    by: { dispatcher: all, command: above },
  },
  'ask-call-back': { from: ['replied'], to: 'call-back', by: { dispatcher: all, system: all } },
  answer: { from: ['replied', 'call-back'], to: null, by: { dispatcher: all, driver: all } },
  /** Only after calls that nobody answered (`mayClose`). */
  close: { from: ['call-back'], to: 'closed', by: { dispatcher: all } },
  reopen: { from: ['closed'], to: 'handling', by: { dispatcher: all, supervisor: all } },
  escalate: { from: open, to: null, by: { dispatcher: below, command: below, system: below } },
  supervise: { from: open, to: null, by: { supervisor: all, command: all } },
  recategorise: { from: open, to: null, by: { dispatcher: all } },
  /** The head says how it is at his checkpoint; that is all he may do. */
  note: { from: open, to: null, by: { dispatcher: all, supervisor: all, command: all, head: all } },
  /** The reporter adds something. */
  more: { from: open, to: null, by: { driver: all } },
} as const satisfies Record<CaseMove, MoveRule>

export const ruleOf = (move: CaseMove): MoveRule => moveRules[move]

type Place = { readonly state: CaseState; readonly level: CaseLevel }

export const mayMove = ({ state, level }: Place, move: CaseMove, role: CaseRole): boolean => {
  const { from, by } = ruleOf(move)
  return from.includes(state) && by[role]?.includes(level) === true
}

/** In the order of the table. */
export const movesFor = (place: Place, role: CaseRole): readonly CaseMove[] =>
  caseMoves.filter((move) => mayMove(place, move, role))
