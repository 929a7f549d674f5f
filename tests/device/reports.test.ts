import { describe, expect, test } from 'vitest'
import { reportItem, sendReports } from '../../checkpoint-app/device/reports.ts'
import type { Reply, ReportAnswer, ReportForm } from '../../checkpoint-app/device/server.ts'
import { instant, parseInstant } from '../../shared/instant.ts'
import { memoryStore } from './memory-store.ts'

const now = parseInstant('2022-05-16T10:00:00+08:00') ?? instant(0)
const form = (id: string): ReportForm => ({
  id,
  category: 'congestion',
  words: '前方排队两小时',
  plate: '豫HX0001',
  filedAt: '2022-05-16T10:00:00+08:00',
})

function server(...answers: Reply<ReportAnswer>[]) {
  const sent: string[] = []
  const report = async ({ id }: ReportForm): Promise<Reply<ReportAnswer>> => {
    sent.push(id)
    return answers.shift() ?? { ok: true, value: { id, number: `220516-000${sent.length}` } }
  }
  return { report, sent }
}

describe('a report to 12328 from a booth', () => {
  test('waits without a network, goes when it is back, and leaves its number and nothing else', async () => {
    const store = memoryStore()
    await store.put([reportItem(form('a'), now), reportItem(form('b'), now)])
    const port = server({ ok: false, trouble: { kind: 'offline' } })
    expect(await sendReports(store, port)).toEqual({ kind: 'offline' })
    expect((await store.queued()).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    expect(await sendReports(store, port)).toBeUndefined()
    expect(await store.queued()).toMatchObject([
      { id: 'a', state: 'sent', payload: '', summary: { code: '220516-0002' } },
      { id: 'b', state: 'sent', payload: '', summary: { code: '220516-0003' } },
    ])
    expect(await sendReports(store, port)).toBeUndefined()
    expect(port.sent).toEqual(['a', 'a', 'b'])
  })

  test('one that is refused stays to be looked at and holds up nothing', async () => {
    const store = memoryStore()
    await store.put([reportItem(form('a'), now), reportItem(form('b'), now)])
    const port = server({ ok: false, trouble: { kind: 'refused', code: 'CA-12', message: '' } })
    expect(await sendReports(store, port)).toBeUndefined()
    expect(await store.queued()).toMatchObject([
      { id: 'a', state: 'refused', problem: { code: 'CA-12' } },
      { id: 'b', state: 'sent' },
    ])
    expect((await store.queued())[0]?.payload).not.toBe('')
  })
})
