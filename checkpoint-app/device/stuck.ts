import type { Trouble } from './server.ts'
import type { QueueItem } from './store.ts'

/** So many equal failures over the same records, and one of them is looked for. */
const patience = 3
/** So many failures without one success, and it is the server itself. */
const hopelessAfter = 12
/** So many of those that stick are tried again in one run. */
const triedAgain = 3

type Failed = Extract<Trouble, { kind: 'busy' }>

export const isFailure = (trouble: Trouble | undefined): trouble is Failed =>
  trouble?.kind === 'busy' && trouble.failed === true

/** Waits like the others, on its own: the server breaks over it. */
export const isStuck = ({ state, problem }: QueueItem): boolean => state === 'waiting' && problem !== undefined

export const stuck = (item: QueueItem, { code, message }: Failed): QueueItem => ({
  ...item,
  problem: { code, message },
})

/** How often the server broke over the batch that begins with this record. */
export function failureCount() {
  let last = { first: '', code: '', times: 0 }
  let turn = 0
  return {
    /** Whether that is often enough to look for the record that does it. */
    isEnough(first: string, { code }: Failed): boolean {
      const times = last.first === first && last.code === code ? last.times + 1 : 1
      last = { first, code, times }
      return times >= patience
    },
    /** Of those that stick some at a time, each in its turn. */
    toTryAgain(items: readonly QueueItem[]): readonly QueueItem[] {
      const from = items.length === 0 ? 0 : turn % items.length
      turn += triedAgain
      return [...items.slice(from), ...items.slice(0, from)].slice(0, triedAgain)
    },
  }
}

export type FailureCount = ReturnType<typeof failureCount>
type Send = (batch: readonly QueueItem[]) => Promise<Trouble | undefined>

/**
 * Halves a batch until each record over which the server breaks stands alone; the others are sent on the way. It is the record and not
 * the server only where others get through.
 */
export async function findStuck(batch: readonly QueueItem[], send: Send) {
  const found: QueueItem[] = []
  let passed = 0
  let failed = 0
  let failure: Trouble | undefined

  async function look(part: readonly QueueItem[]): Promise<Trouble | undefined> {
    const trouble = await send(part)
    if (trouble === undefined) passed += 1
    if (!isFailure(trouble)) return trouble
    failed += 1
    failure = trouble
    if (passed === 0 && failed >= hopelessAfter) return trouble
    if (part.length === 1) {
      found.push(...part.map((item) => stuck(item, trouble)))
      return undefined
    }
    const half = Math.ceil(part.length / 2)
    return (await look(part.slice(0, half))) ?? look(part.slice(half))
  }

  const trouble = await look(batch)
  return passed > 0 ? { trouble, found } : { trouble: trouble ?? failure, found: [] }
}
