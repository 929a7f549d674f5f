import { mergedAtMost, ordinaryAMinute, ordinarySingly, robotAMinute } from './numbers.ts'

export type Waiting = { id: string; urgent: boolean }
/** What a robot says next: one notice, or several in one message. undefined = nothing now. */
export type Turn<Row extends Waiting> = readonly [Row, ...Row[]] | undefined

/**
 * The next message of a robot that said `said` messages within the last minute. `waiting`: urgent ones first, then the oldest.
 * Below the limits each notice is a message of its own; above, all that wait go into one, so that none is lost and none waits
 * longer than the robot must be silent.
 */
export function nextTurn<Row extends Waiting>(waiting: readonly Row[], said: number): Turn<Row> {
  const [first, ...others] = waiting
  if (first === undefined || said >= robotAMinute) return undefined
  if (first.urgent) return said < robotAMinute - 1 ? [first] : [first, ...others.slice(0, mergedAtMost - 1)]
  if (said >= ordinaryAMinute) return undefined
  return said < ordinarySingly - 1 ? [first] : [first, ...others.slice(0, mergedAtMost - 1)]
}
