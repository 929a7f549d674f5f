import type { Instant } from '../instant.ts'
import { estimate, type Estimate } from './estimate.ts'
import type { QueueEvent } from './event.ts'
import { calm, nextCondition, type Condition } from './level.ts'
import { emptyMemory, forget, remember, type Memory } from './memory.ts'
import type { CongestionNumbers } from './numbers.ts'
import type { Site } from './site.ts'

/** The queue of one checkpoint as it goes on: what is remembered of it, and its condition. */
export type Queue = { readonly site: Site; readonly memory: Memory; condition: Condition }

export const queueAt = (site: Site): Queue => ({ site, memory: emptyMemory(), condition: calm })

/** Takes one upload in; constant work and bounded memory, whatever comes and however often. */
export const observe = (queue: Queue, event: QueueEvent): void => remember(queue.memory, event)

/** The queue at `now`, by what has been taken in; to be asked every half minute or so, for the condition needs time to change. */
export function waitAt(
  queue: Queue,
  now: Instant,
  numbers?: CongestionNumbers,
): { estimate: Estimate; condition: Condition } {
  forget(queue.memory, now)
  const found = estimate(queue.memory, queue.site, now)
  queue.condition = nextCondition(queue.condition, found, numbers)
  return { estimate: found, condition: queue.condition }
}
