import { expect, test } from 'vitest'
import type { FileRow } from '../../checkpoint-app/office/results/result-file.ts'
import { countOf, sendResults, type Sending } from '../../checkpoint-app/office/results/send-results.ts'

const good = (line: number): FileRow => ({
  line,
  number: '',
  cells: [],
  read: { item: { document: 'id-card', number: `${line}`, result: 'negative' } },
})
const bad: FileRow = { line: 2, number: '', cells: [], read: { fault: 'time-missing' } }
const recorded = { status: 'recorded', error: null } as const
const rows = [good(1), bad, ...Array.from({ length: 1_100 }, (_, at) => good(at + 3))]

test('1,101 readable rows go in chunks of at most 500, unreadable ones stay behind', async () => {
  const sizes: number[] = []
  const { sent, left } = await sendResults(
    rows,
    async (items) => {
      sizes.push(items.length)
      return items.map(() => recorded)
    },
    () => undefined,
  )
  expect([sizes, sent.length, left.length, countOf(sent, 'recorded')]).toEqual([[500, 500, 101], 1_101, 0, 1_101])
})

test('a network that fails at the second chunk leaves the first told and the rest known', async () => {
  let told: Sending = { sent: [], left: [] }
  let calls = 0
  const sending = sendResults(
    rows,
    async (items) => {
      calls += 1
      if (calls === 2) throw new Error('network')
      return items.map(() => recorded)
    },
    (sending) => (told = sending),
  )
  await expect(sending).rejects.toThrow('network')
  expect([told.sent.length, told.left.length, told.left[0]?.line]).toEqual([500, 601, 502])
})
