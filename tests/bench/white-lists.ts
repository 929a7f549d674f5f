import { randomUUID } from 'node:crypto'
import { importEntries, takeBatchStep } from '../../schema/api/lists.ts'
import { driving } from '../kit/people.ts'
import { world } from '../kit/world.ts'
import type { Line } from './measure.ts'

const entries = 3000
const rounds = 20

/** White lists over HTTP in memory: an import of 1,000 lines, and what a list of 3,000 drivers costs each call of a phone. */
export async function benchLists(): Promise<Line[]> {
  const road = await world()
  const [officer, command] = [await road.staff('list-officer'), await road.staff('command')]
  const batch = randomUUID()
  const imported: number[] = []
  for (let at = 0; at < entries; at += 1000)
    imported.push(
      await took(async () => {
        for (const from of [at, at + 500]) {
          const items = Array.from({ length: 500 }, (_, nth) => line(from + nth))
          ;(await officer.send('POST', '/api/lists/W1/entries', { batch, items })).as(importEntries.answer)
        }
      }),
    )
  for (const [who, step] of [
    [officer, 'submit'],
    [command, 'approve'],
  ] as const)
    for (let left = 1; left > 0;) {
      const body = { list: 'W1', step, documentNo: '豫疫情防指办〔2022〕88号' }
      left = (await who.send('POST', `/api/list-batches/${batch}/steps`, body)).as(takeBatchStep.answer).left
    }
  await road.driver('沪DX0001').registers({ crew: [driving({ ...driver, number: numberOf(7) })] })
  const inspector = await road.inspector('JZ-G01')
  const seen = await inspector.lookUp('沪DX0001')
  if (seen.crew[0]?.driverWhitelist === null) throw new Error('the driver is on the list')
  return [
    { name: 'white list: 1,000 lines imported', ours: imported, count: 1 },
    {
      name: `white list of ${entries}: page with counts`,
      ours: await times(() => officer.send('GET', '/api/lists/W1/entries')),
      count: 1,
    },
    { name: `white list of ${entries}: look-up`, ours: await times(() => inspector.lookUp('沪DX0001')), count: 1 },
    {
      name: `white list of ${entries}: bundle`,
      ours: await times(() => inspector.call('POST', '/api/bundle', { have: [] })),
      count: 1,
    },
  ]
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function times(work: () => Promise<unknown>): Promise<number[]> {
  await work()
  const samples: number[] = []
  for (let round = 0; round < rounds; round += 1) samples.push(await took(work))
  return samples
}

const driver = { name: '李示例', document: 'id-card' }
const line = (nth: number) => ({
  name: driver.name,
  number: numberOf(nth),
  phone: '13000000002',
  closedLoop: true,
  from: '2022-05-16T00:00:00+08:00',
  to: '2022-05-23T00:00:00+08:00',
})

/** Numbers of a county that does not exist, each with the check character that fits. */
function numberOf(nth: number): string {
  const first17 = `3199991980${String(101 + Math.floor(nth / 1000)).padStart(4, '0')}${String(nth % 1000).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  return first17 + '10X98765432'.charAt(sum % 11)
}
