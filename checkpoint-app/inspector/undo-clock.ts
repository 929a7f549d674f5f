import { plus, type Instant } from '../../shared/instant.ts'
import type { Session, SessionRecord } from './truck-session.ts'

type Made = Pick<SessionRecord, 'id' | 'at'>

/**
 * What has passed since a record was made or shown again: by the phone's clock, and never less than this page saw pass. So a clock
 * set back neither leaves the undo open for ever nor dates a correction before what it corrects.
 */
export function undoClock(now: () => Instant, elapsed: () => number) {
  const seen = new Map<string, number>()
  const passed = ({ id, at }: Made): number => {
    const began = seen.get(id)
    return Math.max(0, now() - at, began === undefined ? 0 : elapsed() - began)
  }
  const timeBeside = (made: Made | undefined): Instant => (made === undefined ? now() : plus(made.at, passed(made)))
  return {
    passed,
    begin: (id: string): void => void seen.set(id, elapsed()),
    /** The time at which the last record of this truck is taken back. */
    ofUndo: (session: Session | undefined): Instant => timeBeside(session?.records.at(-1)),
    /** The time at which this truck is judged. */
    ofJudgement: ({ correcting, records }: Session): Instant =>
      timeBeside(records.find(({ id }) => id === correcting?.id)),
  }
}
