import { minute, plus, type Instant } from '../instant.ts'
import type { LaneNow } from './lanes.ts'
import type { Start } from './departures.ts'
import type { Service } from './service.ts'

type Given = {
  readonly starts: readonly Start[]
  readonly lanes: readonly LaneNow[]
  readonly service: Service
  readonly now: Instant
}

/** Trucks that should have been heard of before silence means anything. */
const missed = 7

/**
 * Since when nothing has come from the booths although trucks were to be expected by what came before; null = all is well, or
 * every lane is told closed. A quiet night is quiet, and not lost.
 */
export function lostSince({ starts, lanes, service, now }: Given): Instant | null {
  if (starts.length === 0 || !lanes.some(({ open }) => open)) return null
  const last = starts.reduce((latest, { heard }) => Math.max(latest, heard), -Infinity)
  const opened = lanes.reduce((latest, { open, since }) => (open ? Math.max(latest, since) : latest), -Infinity)
  const from = Math.max(last, opened)
  const rate = Math.min(...[20, 60, 120].map((span) => rateBefore(starts, last, span)))
  const patience = Math.max(4, service.long, missed / Math.max(rate, 0.02))
  return -from > patience ? plus(now, from * minute) : null
}

/** Uploads a minute in the span before `last`. */
function rateBefore(starts: readonly Start[], last: number, span: number): number {
  const first = starts.reduce((least, { heard }) => Math.min(least, heard), last)
  const within = starts.reduce((count, { heard }) => count + (heard > last - span ? 1 : 0), 0)
  return within / Math.max(Math.min(span, last - first), 10)
}
