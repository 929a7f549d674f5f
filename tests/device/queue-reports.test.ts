import { describe, expect, test } from 'vitest'
import { queueReportItem, sendQueueReports } from '../../checkpoint-app/device/queue-reports.ts'
import type { QueueReportAnswer, QueueReportForm, Reply } from '../../checkpoint-app/device/server.ts'
import { sendAll } from '../../checkpoint-app/device/sync.ts'
import { instant, minute, parseInstant, plus } from '../../shared/instant.ts'
import { memoryStore } from './memory-store.ts'
import { queueItem } from './queue-item.ts'
import { serverThat } from './server-that.ts'

const now = parseInstant('2022-05-16T03:12:00+08:00') ?? instant(0)
const saying = { congested: true, waitMinutes: 40, metres: null, stake: 45_950 }
const said = (id: string, ago = 0) => queueReportItem({ id, saying }, plus(now, -ago * minute))
const offline = { ok: false, trouble: { kind: 'offline' } } as const

function board(...answers: Reply<QueueReportAnswer>[]) {
  const heard: QueueReportForm[] = []
  const reportQueue = async (form: QueueReportForm): Promise<Reply<QueueReportAnswer>> => {
    heard.push(form)
    const value = { id: form.id, checkpoint: 'JZ-G01', at: form.at ?? '', metres: 1950, incident: 'i', called: [] }
    return answers.shift() ?? { ok: true, value: { ...value, called: ['leader', 'head'] } }
  }
  return { reportQueue, heard }
}

describe('a queue reported from a phone', () => {
  test('waits with the time at which it was said, goes once there is a network, and leaves what came of it', async () => {
    const store = memoryStore()
    await store.put([said('b'), said('a', 20)])
    const port = board(offline)
    expect(await sendQueueReports(store, port)).toEqual({ kind: 'offline' })
    expect((await store.queued()).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    expect(await sendQueueReports(store, port)).toBeUndefined()
    expect(port.heard.map(({ id, at, stake }) => [id, at, stake])).toEqual([
      ['a', '2022-05-16T02:52:00+08:00', 'K45+950'],
      ['a', '2022-05-16T02:52:00+08:00', 'K45+950'],
      ['b', '2022-05-16T03:12:00+08:00', 'K45+950'],
    ])
    expect(await store.queued()).toMatchObject([
      { id: 'a', state: 'sent', payload: '', told: { saying, heard: { metres: 1950, called: ['leader', 'head'] } } },
      { id: 'b', state: 'sent', payload: '' },
    ])
    expect(await sendQueueReports(store, port)).toBeUndefined()
    expect(port.heard).toHaveLength(3)
  })

  test('one that is refused stays to be looked at, and the next one goes', async () => {
    const store = memoryStore()
    await store.put([said('a', 1), said('b')])
    const port = board({ ok: false, trouble: { kind: 'refused', code: 'CG-11', message: '' } })
    expect(await sendQueueReports(store, port)).toBeUndefined()
    expect(await store.queued()).toMatchObject([
      { id: 'a', state: 'refused', problem: { code: 'CG-11' } },
      { id: 'b', state: 'sent' },
    ])
  })

  test('goes before the backlog of a night; a server that breaks over it holds up no inspection', async () => {
    const store = memoryStore()
    await store.put([queueItem('x', 1), said('a')])
    const { server, recorded } = serverThat()
    const busy = { kind: 'busy', code: 'HT-99', message: '', failed: true } as const
    const order: string[] = []
    const port = board({ ok: false, trouble: busy })
    const both = {
      ...server,
      reportQueue: (form: QueueReportForm) => (order.push('queue'), port.reportQueue(form)),
      inspections: (items: readonly string[]) => (order.push('inspections'), server.inspections(items)),
    }
    expect(await sendAll(store, both)).toEqual({ end: 'stopped', trouble: busy })
    expect(recorded).toEqual(['x'])
    expect(order).toEqual(['queue', 'inspections'])
    expect(await sendAll(store, both)).toEqual({ end: 'done' })
    expect((await store.queued()).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })
})
