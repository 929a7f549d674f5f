import type { Instant } from '../../shared/instant.ts'
import type { Judgement } from '../device/judge-here.ts'
import type { Seen } from '../device/open-here.ts'
import type { Phone } from '../device/phone.ts'
import type { Step } from './next-step.ts'
import { listsKey, type Session } from './truck-session.ts'
import { timersNow } from './truck-timers.ts'

export type DeskPorts = {
  readonly phone: Phone
  readonly newId: () => string
  readonly later: (run: () => void, ms: number) => () => void
  /** Milliseconds since the page was opened: nobody sets it. */
  readonly elapsed: () => number
  readonly enrolment: (secret: string) => void
}

/** A verdict on screen, and the record of it. */
export type Shown = {
  readonly id: string
  readonly code: string
  readonly judgement: Judgement
  readonly kept: boolean
  /** Taken back, but answered anew too late to correct: a record of its own. */
  readonly apart?: true
}

export type DeskState = {
  readonly session: Session | undefined
  readonly step: Step | undefined
  readonly shown: Shown | undefined
  /** A code that needs a word before the check goes on, or cannot be used. */
  readonly notice: Exclude<Seen, { what: 'enrolment' }> | undefined
  /** Taken back: the inspector chooses what to change. */
  readonly reviewing: boolean
  /** Trucks waiting beside: a test running, a driver filling in his form; who is due first stands first. */
  readonly parked: readonly Session[]
  /** The plate of a truck that another page of this phone has gone on with, until that was read. */
  readonly elsewhere?: string | undefined
  /** The truck before this one, while its verdict may still be taken back. */
  readonly last?: { readonly session: Session; readonly shown: Shown } | undefined
}

export const empty = {
  session: undefined,
  step: undefined,
  shown: undefined,
  notice: undefined,
  reviewing: false,
} as const

/** Rows after which something must still be done here; V15 until the head has settled it. */
const interim = new Set(['V7', 'V9', 'V11', 'V15', 'ASK'])

export const isInterim = (row: string, session?: Pick<Session, 'settled'>): boolean =>
  interim.has(row) && (row !== 'V15' || session?.settled === undefined)

export const isFinished = ({ session, shown }: Pick<DeskState, 'session' | 'shown'>): boolean =>
  shown !== undefined && !isInterim(shown.judgement.verdict.row, session)

export const withTimers = (session: Session, judgement: Judgement): Session => ({
  ...session,
  timers: timersNow(session.known.crew, judgement, session.timers ?? []),
})

const isSession = (value: unknown): value is Session =>
  typeof value === 'object' && value !== null && 'known' in value && 'records' in value && 'id' in value

/** What the disk kept, no older than that. */
export const sessionsIn = (kept: unknown, since: Instant): readonly Session[] =>
  (Array.isArray(kept) ? kept.filter(isSession) : []).filter(({ startedAt }) => startedAt > since)

export const wantsLists = (session: Session) =>
  session.plate !== undefined && session.lookup === 'done' && session.listsFor !== listsKey(session)

/** Trucks as another page of this phone has gone on with them; those that it finished are gone. */
export const asElsewhere = (sessions: readonly Session[], there: ReadonlyMap<unknown, unknown>): readonly Session[] =>
  sessions.flatMap((session) => {
    if (!there.has(session.id)) return [session]
    const other = there.get(session.id)
    return isSession(other) ? [other] : []
  })
