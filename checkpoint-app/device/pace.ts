import type { Trouble } from './server.ts'
import type { QueueItem } from './store.ts'

const kilobyte = 1024
/** On a line of 50 kbit/s the smallest takes a second, and the largest stays below what a proxy may cut. */
const bounds = { smallest: 8 * kilobyte, first: 64 * kilobyte, largest: 512 * kilobyte }

/** How much one request carries: halved where an answer does not come in time, doubled where it does. */
export interface Pace {
  /** The beginning of these that one request carries; one item at least. */
  fitting(items: readonly QueueItem[]): QueueItem[]
  note(trouble: Trouble | undefined): void
}

export function sendingPace(): Pace {
  let bytes = bounds.first
  return {
    fitting(items) {
      let sum = 0
      return items.filter(({ payload }, index) => {
        sum += payload.length
        return index === 0 || sum <= bytes
      })
    },
    note(trouble) {
      if (trouble === undefined) bytes = Math.min(bounds.largest, bytes * 2)
      else if (trouble.kind === 'offline' && trouble.slow === true) bytes = Math.max(bounds.smallest, bytes / 2)
    },
  }
}
