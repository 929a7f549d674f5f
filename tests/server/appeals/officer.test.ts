import { describe, expect, it } from 'vitest'
import { settleMootAppeals } from '../../../server/usecases/appeals-moot.ts'
import { staffRoles } from '../../../schema/api/endpoint.ts'
import { refusal, statuses } from '../../kit/refusal.ts'
import { decide, greenLane, line, logged, queue, yellow } from './kit.ts'
import type { Lane } from './kit.ts'

/** A yellow code, and an appeal that waits for a person. */
async function waiting() {
  const lane = await greenLane()
  await lane.shows(yellow(lane))
  const opening = (await lane.own()).people[0]?.openings[0]?.opening ?? ''
  const appeal = await lane.appeals({ kind: 'code', opening, said: 'ground-is-wrong' })
  return { lane, id: appeal.id, opening }
}
const paper = { decision: 'cleared', way: 'document-supplied', document: '焦疫申〔2022〕3号' }
const refuse = { decision: 'upheld', why: 'papers-not-valid', reply: '请补充48小时内核酸报告' }
const newTold = async (lane: Lane, before: readonly string[]) => (await lane.told()).slice(before.length)

describe('T14: fifteen minutes to decide, alarm at thirty', () => {
  it.each([
    [14, []],
    [15, ['appeal-waits appeal-officer screen']],
    [29, ['appeal-waits appeal-officer screen']],
    [
      30,
      [
        'appeal-overdue appeal-officer screen',
        'appeal-overdue supervisor screen',
        'appeal-waits appeal-officer screen',
      ],
    ],
  ])('after %i minutes: %j', async (minutes, expected) => {
    const { lane } = await waiting()
    const before = await lane.told()
    lane.forward(minutes)
    await lane.runs()
    await lane.runs()
    // At thirty the reminder of fifteen is late and told all the same; both stand at one moment.
    expect((await newTold(lane, before)).toSorted()).toEqual(expected)
  })

  it('a minute at a time nothing is said twice', async () => {
    const { lane } = await waiting()
    const before = await lane.told()
    for (let minute = 0; minute < 45; minute++) {
      lane.forward(1)
      await lane.runs()
    }
    expect((await newTold(lane, before)).length).toBe(3)
    expect((await queue(lane.officer)).counts).toEqual({ running: 1, late: 1, overdue: 1 })
  })

  it('decided in time, nobody is reminded', async () => {
    const { lane, id } = await waiting()
    lane.forward(14)
    line(await decide(lane.officer, id, refuse))
    const before = await lane.told()
    lane.forward(60)
    await lane.runs()
    expect(await newTold(lane, before)).toEqual([])
  })

  it('the reason ends by itself meanwhile: the appeal is over, and nobody is called', async () => {
    const { lane, id } = await waiting()
    const actor = { role: 'system', id: 'gate' } as const
    lane.forward(5)
    await lane.happens({ kind: 'left', id: 'left-1', at: lane.clock.now(), source: 'checkpoint', actor })
    const before = await lane.told()
    lane.forward(10)
    await lane.runs()
    expect(await newTold(lane, before)).toEqual([])
    expect((await lane.own()).appeals).toMatchObject([{ id, state: 'cleared', automatic: true, way: 'left-in-time' }])
  })

  it('also long after the alarm, and one whose reason still stands goes on waiting', async () => {
    const { lane, id } = await waiting()
    lane.forward(45)
    await lane.runs()
    await settleMootAppeals(lane.deps)
    expect((await lane.own()).appeals.map(({ state }) => state)).toEqual(['waiting'])
    const actor = { role: 'system', id: 'gate' } as const
    await lane.happens({ kind: 'left', id: 'left-1', at: lane.clock.now(), source: 'checkpoint', actor })
    await Promise.all([settleMootAppeals(lane.deps), settleMootAppeals(lane.deps)])
    expect((await lane.own()).appeals).toMatchObject([{ id, state: 'cleared', automatic: true, way: 'left-in-time' }])
  })

  it('an appeal about a verdict rings at the checkpoint, and at thirty at the offices', async () => {
    const lane = await greenLane()
    const { id } = await lane.shows({ riskStay: true })
    await lane.appeals({ kind: 'verdict', inspection: id, said: 'riskStay' })
    lane.forward(30)
    await lane.runs()
    expect((await lane.told()).filter((told) => told.startsWith('appeal-overdue'))).toEqual([
      'appeal-overdue appeal-officer screen',
      'appeal-overdue checkpoint screen',
      'appeal-overdue supervisor screen',
    ])
  })
})

describe('a person decides', () => {
  it('takes it up, clears it on a paper; the driver sees it at the next look and is told', async () => {
    const { lane, id } = await waiting()
    lane.forward(4)
    expect((await lane.officer.send('POST', `/api/appeals/${id}/acceptance`, {})).status).toBe(200)
    expect((await lane.own()).appeals[0]?.state).toBe('accepted')
    lane.forward(3)
    const decided = line(await decide(lane.officer, id, paper))
    expect(decided).toMatchObject({ state: 'cleared', elapsedSeconds: 420, document: paper.document, automatic: false })
    expect(await lane.colours()).toEqual(['Y1 document-supplied'])
    expect((await lane.own()).appeals[0]).toMatchObject({ state: 'cleared', way: 'document-supplied' })
    expect((await lane.told()).slice(-2)).toEqual(['appeal-cleared driver screen', 'appeal-cleared driver sms'])
    const entries = (await logged(lane)).filter(({ subject }) => subject === id)
    expect(entries.map(({ action, role }) => `${action} ${role}`)).toEqual([
      'appeal-accepted appeal-officer',
      'appeal-decided appeal-officer',
    ])
    expect(JSON.parse(entries[1]!.detail)).toMatchObject({ decision: 'cleared', elapsedSeconds: 420 })
  })

  it('refuses on a listed ground with a word to the driver; false evidence is flagged', async () => {
    const { lane, id } = await waiting()
    const decided = line(await decide(lane.officer, id, { ...refuse, why: 'evidence-false' }))
    expect(decided).toMatchObject({ state: 'upheld', falseEvidence: true, reply: refuse.reply })
    expect((await lane.own()).appeals[0]).toMatchObject({ state: 'upheld', why: 'evidence-false', reply: refuse.reply })
    expect(await lane.colours()).toEqual(['Y1 open'])
    expect((await lane.ledger()).open[0]?.appeals).toMatchObject([{ decision: 'upheld' }])
  })

  it('refers to the authority outside, with a case for the hotline', async () => {
    const { lane, id } = await waiting()
    expect(refusal(await decide(lane.officer, id, { decision: 'referred', region: '990000' }))).toBe('400 TR-07 region')
    const decided = line(await decide(lane.officer, id, { decision: 'referred', region: '310000' }))
    expect(decided.referral).toMatchObject({ regionName: '上海市', contact: '12328' })
    expect(await lane.told()).toContain('appeal-case dispatcher screen')
  })

  it('of two who take it up, and of two who decide, one is told that he is late', async () => {
    const { lane, id } = await waiting()
    const take = () => lane.officer.send('POST', `/api/appeals/${id}/acceptance`, {})
    expect(statuses(await Promise.all([take(), take()]))).toEqual([200, 409])
    expect(statuses(await Promise.all([decide(lane.officer, id, paper), decide(lane.epidemic, id, refuse)]))).toEqual([
      200, 409,
    ])
    expect(refusal(await decide(lane.officer, id, paper))).toBe('409 AP-05')
    expect((await queue(lane.officer, 'decided')).items).toHaveLength(1)
  })

  it('an appeal officer clears no red; the epidemic office does, in the ways of that reason', async () => {
    const lane = await greenLane()
    await lane.shows({ riskStay: true })
    const opening = (await lane.own()).people[0]!.openings[0]!.opening
    const { id } = await lane.appeals({ kind: 'code', opening, said: 'ground-is-wrong' })
    const clear = { ...paper, way: 'ground-disproved' }
    expect((await queue(lane.officer)).items[0]?.may).toMatchObject({ ways: [], uphold: false })
    expect(refusal(await decide(lane.officer, id, clear))).toBe('403 CO-02')
    expect(refusal(await decide(lane.officer, id, refuse))).toBe('403 CO-02')
    expect(refusal(await decide(lane.epidemic, id, { ...clear, way: 'document-supplied' }))).toBe('403 CO-02')
    expect((await queue(lane.epidemic)).items).toHaveLength(1)
    expect(line(await decide(lane.epidemic, id, clear)).state).toBe('cleared')
    expect(await lane.colours()).toEqual(['R1 ground-disproved'])
  })

  it('a paper without a number, a refusal without a ground, and free words instead of a way are refused', async () => {
    const { lane, id } = await waiting()
    const bad = [
      { ...paper, document: '口头' },
      { ...paper, way: '人情' },
      { ...refuse, why: '不想批' },
      { ...refuse, reply: '' },
    ]
    expect((await Promise.all(bad.map((body) => decide(lane.officer, id, body)))).map(refusal)).toEqual([
      '400 IN-01 document',
      '400 IN-01 way',
      '400 IN-01 why',
      '400 IN-01 reply',
    ])
  })
})

describe('who may', () => {
  it.each(staffRoles)('%s', async (role) => {
    const { lane, id } = await waiting()
    const somebody = lane.office(role, role === 'head' || role === 'inspector' ? 'JZ-G01' : null)
    const sees = ['appeal-officer', 'epidemic', 'supervisor', 'dispatcher', 'head'].includes(role)
    const decides = ['appeal-officer', 'epidemic'].includes(role)
    expect((await somebody.send('GET', '/api/appeals?state=running')).status).toBe(sees ? 200 : 403)
    // A head sees what concerns verdicts of his checkpoint, and nothing else.
    expect((await somebody.send('GET', `/api/appeals/${id}`)).status).toBe(role === 'head' ? 404 : sees ? 200 : 403)
    const take = await somebody.send('POST', `/api/appeals/${id}/acceptance`, {})
    expect(take.status).toBe(role === 'head' ? 404 : decides ? 200 : 403)
    expect((await decide(somebody, id, paper)).status).toBe(role === 'head' ? 404 : decides ? 200 : 403)
  })
})

it('pages of the queue join: the longest waiting first, each once', async () => {
  const lane = await greenLane()
  await lane.shows(yellow(lane))
  const opening = (await lane.own()).people[0]!.openings[0]!.opening
  for (let turn = 0; turn < 5; turn++) {
    const { id } = await lane.appeals({ kind: 'code', opening, said: 'ground-is-wrong' })
    await decide(lane.officer, id, refuse)
    lane.forward(1)
  }
  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const path: string = `/api/appeals?state=decided&limit=2${next === '' ? '' : `&after=${next}`}`
    const body = (await lane.officer.send('GET', path)).body as { items: { decidedAt: string }[]; next: string | null }
    seen.push(...body.items.map(({ decidedAt }) => decidedAt))
    next = body.next
  }
  expect(seen).toEqual(seen.toSorted().toReversed())
  expect(new Set(seen).size).toBe(5)
  expect(refusal(await lane.officer.send('GET', '/api/appeals?state=decided&after=x'))).toBe('400 AP-14 query.after')
})
