import type { Instant } from '../instant.ts'
import { minute } from '../instant.ts'
import type { CheckIn, Inspected, LaneChange, QueueEvent, Report } from './event.ts'
import { keeps, remembersMinutes } from './limits.ts'

/** What is known of one checkpoint: each upload once, in whatever order it came, bounded in number and in age. */
export type Memory = {
  readonly inspected: Map<string, Inspected>
  readonly checkIns: Map<string, CheckIn>
  readonly reports: Map<string, Report>
  readonly lanes: Map<string, LaneChange>
  /** The newest moment at which anything was received. */
  heardAt: Instant | null
}

export const emptyMemory = (): Memory => ({
  inspected: new Map(),
  checkIns: new Map(),
  reports: new Map(),
  lanes: new Map(),
  heardAt: null,
})

/** Takes an event in; one that is there already, or older than what is remembered, changes nothing. */
export function remember(memory: Memory, event: QueueEvent): void {
  if (memory.heardAt === null || event.receivedAt > memory.heardAt) memory.heardAt = event.receivedAt
  switch (event.kind) {
    case 'inspected':
      return keep(memory.inspected, event, keeps.inspected)
    case 'check-in':
      return keep(memory.checkIns, event, keeps.checkIns)
    case 'report':
      return keep(memory.reports, event, keeps.reports)
    default:
      return keep(memory.lanes, event, keeps.lanes)
  }
}

/**
 * Of the same upload arriving twice the earlier counts. A quarter is dropped at a time, the oldest by when they happened, so that one event
 * costs the same however many are kept.
 */
function keep<E extends QueueEvent>(kept: Map<string, E>, event: E, most: number): void {
  const there = kept.get(event.id)
  if (there !== undefined && there.receivedAt <= event.receivedAt) return
  kept.set(event.id, event)
  if (kept.size <= most) return
  const oldest = [...kept.values()].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  for (const { id } of oldest.slice(0, Math.ceil(most / 4))) kept.delete(id)
}

/** Lane changes stay: a lane that opened yesterday is open still. */
export function forget(memory: Memory, now: Instant): void {
  const until = now - remembersMinutes * minute
  for (const kept of [memory.inspected, memory.checkIns, memory.reports])
    for (const [id, { at }] of kept) if (at < until) kept.delete(id)
}
