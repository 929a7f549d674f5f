import { minute, type Instant } from '../../shared/instant.ts'
import type { Session } from './truck-session.ts'

/** Minutes until an antigen kit may be read. */
const kitMinutes = 15

/** 14:59 left of the kit's quarter of an hour; `null` = it can be read, `undefined` = none was started. */
export function kitClock({ antigenSince }: Pick<Session, 'antigenSince'>, now: Instant): string | null | undefined {
  if (antigenSince === undefined) return undefined
  const seconds = Math.ceil((antigenSince + kitMinutes * minute - now) / 1000)
  return seconds <= 0 ? null : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
