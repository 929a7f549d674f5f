import { describe, expect, it } from 'vitest'
import { liveBoard, type LivePorts, type Seen, type Stream } from '../../checkpoint-app/dispatch/live-board.ts'
import { incidentOf, rowOf } from './rows.ts'

const at = '2022-05-16T10:00:00+08:00'
const whole = (...items: object[]) => JSON.stringify({ at, area: null, items })

/** A page, a server and a clock that a test moves on. */
function page() {
  let now = 0
  let waiting: { at: number; run: () => void }[] = []
  const opened: { address: string; says: (event: string, data: string, id?: string) => void; falls: () => void }[] = []
  const closed: Stream[] = []
  const answers = { standing: 200 as number | undefined, polls: [] as Awaited<ReturnType<LivePorts['poll']>>[] }
  const shown: Seen[] = []
  const ports: LivePorts = {
    open(address) {
      const heard = new Map<string, (data: string, id: string) => void>()
      let lost = () => {}
      const stream: Stream = {
        on: (event, listener) => void heard.set(event, listener),
        failed: (listener) => (lost = listener),
        close: () => void closed.push(stream),
      }
      opened.push({ address, says: (event, data, id = '') => heard.get(event)?.(data, id), falls: () => lost() })
      return stream
    },
    standing: async () => answers.standing,
    poll: async () => answers.polls.shift() ?? { ok: false, problem: { kind: 'offline' } },
    now: () => now,
    share: () => 0.5,
    after(milliseconds, run) {
      const one = { at: now + milliseconds, run }
      waiting.push(one)
      return () => void (waiting = waiting.filter((other) => other !== one))
    },
  }
  const live = liveBoard(ports, (seen) => shown.push(seen))
  const pass = async (milliseconds: number) => {
    const until = now + milliseconds
    for (;;) {
      const [next] = waiting.filter((one) => one.at <= until).toSorted((a, b) => a.at - b.at)
      if (next === undefined) break
      now = next.at
      waiting = waiting.filter((one) => one !== next)
      next.run()
      await new Promise((done) => setImmediate(done))
    }
    now = until
  }
  const sleep = (milliseconds: number) => void (now += milliseconds)
  const link = () => shown.at(-1)?.link.kind
  const row = (id: string) => shown.at(-1)?.board?.rows.get(id)
  return { live, opened, closed, answers, pass, sleep, link, row, line: () => opened.at(-1)! }
}

describe('the board of a page', () => {
  it('is what was sent whole, and what changed since; rows that stayed are the same objects', () => {
    const { line, link, row } = page()
    line().says('board', whole(rowOf('A1'), rowOf('B1')), 'x-1')
    const before = row('B1')
    line().says('change', JSON.stringify({ at, rows: [{ id: 'A1', incident: incidentOf() }], gone: [] }), 'x-2')
    expect(link()).toBe('live')
    expect(row('A1')).toMatchObject({ name: 'A1 站', incident: { step: 'L1' } })
    expect(row('B1')).toBe(before)
  })

  it('asks for all of it anew when a change speaks of a row it never had', () => {
    const { line, opened } = page()
    line().says('board', whole(rowOf('A1')), 'x-1')
    line().says('change', JSON.stringify({ at, rows: [{ id: 'C1', waitMinutes: 9 }], gone: [] }), 'x-2')
    expect(opened.at(-1)!.address).toBe('/api/dispatch/stream')
    expect(opened).toHaveLength(2)
  })

  it('a line that is silent for 40 seconds is dead, though the browser thinks it open', async () => {
    const { line, opened, pass, link } = page()
    line().says('board', whole(rowOf('A1')), 'x-7')
    await pass(35_000)
    expect(opened).toHaveLength(1)
    line().says('beat', JSON.stringify({ at }))
    await pass(38_000)
    expect(opened).toHaveLength(1)
    await pass(8000)
    expect(opened).toHaveLength(2)
    expect(line().address).toBe('/api/dispatch/stream?after=x-7')
    line().says('board', whole(rowOf('A1')), 'x-9')
    expect(link()).toBe('live')
  })

  it('starts anew after a sleep, and leaves a fresh line alone', () => {
    const { live, line, opened, sleep } = page()
    line().says('board', whole(rowOf('A1')), 'x-1')
    live.wake()
    expect(opened).toHaveLength(1)
    sleep(3_600_000)
    live.wake()
    expect(opened).toHaveLength(2)
  })

  it('says that it tries again, then since when it is offline, and comes back', async () => {
    const { line, answers, pass, link, row } = page()
    line().says('board', whole(rowOf('A1')), 'x-1')
    answers.standing = undefined
    line().falls()
    expect(link()).toBe('again')
    await pass(60_000)
    expect(link()).toBe('offline')
    expect(row('A1')).toBeDefined()
    answers.standing = 200
    await pass(40_000)
    line().says('board', whole(rowOf('A1')), 'y-1')
    expect(link()).toBe('live')
  })

  it('where no connection is kept it asks each ten seconds, and never for the stream again', async () => {
    const { line, opened, answers, pass, link, row } = page()
    answers.standing = 501
    const value = { at, area: null, items: [rowOf('A1', { waitMinutes: 9 })] }
    answers.polls = [
      { ok: true, value: { value, etag: '"1"' } },
      { ok: true, value: undefined },
      { ok: true, value: { value: { ...value, items: [rowOf('A1', { waitMinutes: 12 })] }, etag: '"2"' } },
    ]
    line().falls()
    await pass(1000)
    expect([link(), row('A1')?.waitMinutes]).toEqual(['polling', 9])
    await pass(10_000)
    expect(row('A1')?.waitMinutes).toBe(9)
    await pass(10_000)
    expect([link(), row('A1')?.waitMinutes]).toEqual(['polling', 12])
    expect(opened).toHaveLength(1)
  })

  it('stops for good', async () => {
    const { live, opened, closed, pass } = page()
    live.stop()
    await pass(300_000)
    live.wake()
    expect([opened.length, closed.length]).toEqual([1, 1])
  })
})
