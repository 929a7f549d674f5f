import { describe, expect, it } from 'vitest'
import { beijingIso, hour, plus } from '../../../shared/instant.ts'
import { refusal, statuses } from '../../kit/refusal.ts'
import { li } from '../../kit/people.ts'
import { greenLane, logged, negative, queue, red, yellow } from './kit.ts'
import type { Lane } from './kit.ts'

const openingOf = async (lane: Lane) => (await lane.own()).people[0]?.openings[0]?.opening ?? ''

/** Arrives on the 16th with a test that lapses on the 18th, stays, and turns yellow: Y2. */
async function overstayed() {
  const lane = await greenLane()
  await lane.shows({ nucleicAcid: { result: 'negative', reportedAt: '2022-05-16T06:00:00+08:00' } })
  lane.forward(47 * 60) // 05-18 09:00
  return lane
}

describe('R100: what meets the conditions is cleared at once', () => {
  it('Y2 with two valid tests that had not reached us: the appeal asks again, and the code is clear in its answer', async () => {
    const lane = await overstayed()
    expect(await lane.colours()).toEqual(['Y2 open'])
    lane.forward(60) // 10:00, the first sample
    const first = negative('2022-05-18T10:00:00+08:00')
    lane.forward(7 * 60)
    lane.feed.says(li.number, { ...first, healthCode: 'green', travelCard: 'green' })
    const before = (await lane.own()).people[0]!.openings[0]!
    expect(
      before.paths.map(({ way, conditions }) => [way, ...conditions.map(({ id, met }) => `${id} ${met}`)]),
    ).toEqual([
      ['two-tests', 'first-negative true', 'second-negative false'],
      ['left-in-time', 'left-with-test false'],
    ])
    const waiting = await lane.appeals({ kind: 'code', opening: before.opening, said: 'test-not-counted' })
    expect([waiting.state, waiting.automatic]).toEqual(['waiting', false])
    lane.forward(24 * 60) // the second, a day after the first
    lane.feed.says(li.number, { ...negative('2022-05-19T10:00:00+08:00'), healthCode: 'green', travelCard: 'green' })
    const again = await lane.appeals({ kind: 'code', opening: before.opening, said: 'test-not-counted' })
    expect([again.state, again.automatic, again.way]).toEqual(['cleared', true, 'two-tests'])
    expect((await lane.own()).appeals.map(({ state, automatic }) => [state, automatic])).toEqual([
      ['cleared', true],
      ['cleared', true],
    ])
    expect((await queue(lane.officer)).items).toEqual([])
  })

  it('the same appeal made only when the second result is there: cleared, with no person in it', async () => {
    const lane = await overstayed()
    const opening = await openingOf(lane)
    lane.forward(8 * 60)
    lane.feed.says(li.number, negative('2022-05-18T10:00:00+08:00'))
    await lane.asks({ kind: 'code', opening, said: 'ground-is-wrong' })
    const [first] = (await queue(lane.officer)).items
    await lane.officer.send('POST', `/api/appeals/${first!.id}/decision`, {
      decision: 'upheld',
      why: 'no-second-test',
      reply: '还差一次采样',
    })
    lane.forward(24 * 60)
    lane.feed.says(li.number, negative('2022-05-19T10:00:00+08:00'))
    const cleared = await lane.appeals({ kind: 'code', opening, said: 'test-not-counted' })
    expect([cleared.state, cleared.automatic, cleared.way]).toEqual(['cleared', true, 'two-tests'])
    expect(cleared.checks).toEqual([
      {
        way: 'two-tests',
        conditions: [
          { id: 'first-negative', met: true },
          { id: 'second-negative', met: true },
        ],
      },
    ])
    expect((await lane.ledger()).closed.at(-1)).toMatchObject({ reason: 'Y2', closed: { way: 'two-tests' } })
    expect((await queue(lane.officer)).items).toEqual([])
    const entry = (await logged(lane)).findLast(({ subject }) => subject === cleared.id)
    expect([entry?.action, entry?.role, JSON.parse(entry?.detail ?? '{}').automatic]).toEqual([
      'appeal-decided',
      'system',
      true,
    ])
    expect(refusal(await lane.asks({ kind: 'code', opening, said: 'test-not-counted' }))).toBe('409 AP-03 opening')
  })

  it.each([
    ['one hour short of a day between the samples', '2022-05-19T09:00:00+08:00', 'waiting'],
    ['a day to the minute', '2022-05-19T10:00:00+08:00', 'cleared'],
    ['three days to the minute', '2022-05-21T10:00:00+08:00', 'cleared'],
    ['a minute more than three days', '2022-05-21T10:01:00+08:00', 'waiting'],
  ])('%s: %s', async (_, second, state) => {
    const lane = await overstayed()
    lane.forward(8 * 60)
    lane.feed.says(li.number, negative('2022-05-18T10:00:00+08:00'))
    const opening = await openingOf(lane)
    await lane.happens(feedTest(lane, '2022-05-18T10:00:00+08:00'))
    lane.forward(4 * 24 * 60)
    lane.feed.says(li.number, negative(second))
    expect((await lane.appeals({ kind: 'code', opening, said: 'test-not-counted' })).state).toBe(state)
  })

  it('Y1: the health code is green again, the card is green, the test holds: cleared by the papers, and the driver is told', async () => {
    const lane = await greenLane()
    expect((await lane.shows(yellow(lane))).row).toBe('V13')
    lane.feed.says(li.number, { healthCode: 'green', travelCard: 'green-starred' })
    const opening = await openingOf(lane)
    const appeal = await lane.appeals({
      kind: 'code',
      opening,
      said: 'papers-in-order',
      place: 'service-area/沁阳服务区',
    })
    expect([appeal.state, appeal.way, appeal.place]).toEqual([
      'cleared',
      'document-supplied',
      'service-area/沁阳服务区',
    ])
    expect(await lane.colours()).toEqual(['Y1 document-supplied'])
    expect(await lane.told()).toEqual(['appeal-cleared driver screen', 'appeal-cleared driver sms'])
  })

  it('Y1 cleared under a red that two persons signed: the driver is not told that he can go on', async () => {
    const lane = await greenLane()
    await lane.shows(yellow(lane))
    await lane.happens(...red(lane))
    lane.forward(1)
    lane.feed.says(li.number, { healthCode: 'green', travelCard: 'green' })
    const y1 = (await lane.own()).people[0]!.openings.find(({ reason }) => reason === 'Y1')!.opening
    expect((await lane.appeals({ kind: 'code', opening: y1, said: 'papers-in-order' })).state).toBe('cleared')
    const [sms] = await lane.words('appeal-cleared')
    expect(sms).toBe('【焦作保通保畅】您的一项黄码原因已自动解除，另有原因未解除，现为红码，详见货畅码。')
  })

  it.each([
    ['the health code is still yellow', { healthCode: 'yellow', travelCard: 'green' }],
    ['nobody says anything of the card', { healthCode: 'green', travelCard: null }],
  ] as const)('Y1 while %s: a person looks', async (_, says) => {
    const lane = await greenLane()
    await lane.shows(yellow(lane))
    lane.feed.says(li.number, says)
    const appeal = await lane.appeals({ kind: 'code', opening: await openingOf(lane), said: 'papers-in-order' })
    expect([appeal.state, appeal.automatic]).toEqual(['waiting', false])
    expect(await lane.colours()).toEqual(['Y1 open'])
    expect(await lane.told()).toEqual(['appeal-new appeal-officer screen'])
  })

  it('with the authority’s system down nothing is cleared and nothing is refused: a person looks', async () => {
    const lane = await greenLane()
    await lane.shows(yellow(lane))
    lane.feed.is('down')
    const { healthData, people } = await lane.own()
    expect([healthData, people[0]?.openings[0]?.paths[0]?.conditions[0]?.met]).toEqual(['down', null])
    expect((await lane.appeals({ kind: 'code', opening: await openingOf(lane), said: 'papers-in-order' })).state).toBe(
      'waiting',
    )
  })

  it('a red mirrored from outside goes when the authority shows green again; a risk stay never goes by machine', async () => {
    const lane = await greenLane()
    await lane.shows({ healthCode: 'red' })
    await lane.shows({ riskStay: true })
    expect(await lane.colours()).toEqual(['R1 proposed', 'R2 proposed'])
    lane.feed.says(li.number, { healthCode: 'green', travelCard: 'green' })
    const { openings } = (await lane.own()).people[0]!
    const states = []
    for (const { opening } of openings)
      states.push((await lane.appeals({ kind: 'code', opening, said: 'ground-is-wrong' })).state)
    expect(openings.map(({ reason }) => reason)).toEqual(['R1', 'R2'])
    expect(states).toEqual(['waiting', 'cleared'])
    expect(await lane.told()).toContain('appeal-new epidemic screen')
  })
})

const feedTest = (lane: Lane, sampledAt: string) => {
  const { nucleicAcid } = negative(sampledAt)
  const id = 'intake-1'
  const actor = { role: 'system', id: 'intake' } as const
  return { kind: 'tested', id, at: lane.clock.now(), source: 'intake', actor, ...nucleicAcid } as const
}

describe('making an appeal', () => {
  it('the same one sent twice, and twice at once, is one; another about the same reason waits for the first', async () => {
    const lane = await greenLane()
    await lane.shows(yellow(lane))
    const body = { id: crypto.randomUUID(), kind: 'code', opening: await openingOf(lane), said: 'papers-in-order' }
    const twice = await Promise.all([lane.asks(body), lane.asks(body)])
    expect(statuses([...twice, await lane.asks(body)])).toEqual([201, 201, 201])
    expect((await lane.rows())['appeal']).toBe(1)
    const others = await Promise.all([1, 2].map(() => lane.asks({ ...body, id: crypto.randomUUID() })))
    expect(others.map(refusal)).toEqual(['409 AP-02 opening', '409 AP-02 opening'])
  })

  it('what he says comes from the list of that kind, the reason is open, and the seat is taken', async () => {
    const lane = await greenLane()
    await lane.shows(yellow(lane))
    const opening = await openingOf(lane)
    const asked = { kind: 'code', opening, said: 'papers-in-order' }
    expect(refusal(await lane.asks({ ...asked, said: 'healthCode' }))).toBe('400 IN-01 said')
    expect(refusal(await lane.asks({ ...asked, opening: 'Y1@nothing/0' }))).toBe('409 AP-03 opening')
    expect(refusal(await lane.asks({ ...asked, seat: 3 }))).toBe('400 AP-10 seat')
    expect(refusal(await lane.asks({ ...asked, place: 'prison/nowhere' }))).toBe('400 IN-01 place')
    expect((await lane.rows())['appeal']).toBe(0)
  })

  it('only with the key of this trip, or from a bound terminal, which files for a driver without a phone', async () => {
    const lane = await greenLane()
    await lane.shows(yellow(lane))
    const path = `/api/trips/${lane.trip.trip.id}/appeals`
    const body = {
      id: crypto.randomUUID(),
      seat: 0,
      kind: 'code',
      opening: await openingOf(lane),
      said: 'not-this-person',
    }
    expect(refusal(await lane.anyone('POST', path, body))).toBe('401 AU-01')
    const other = await lane.driver('沪DX0009').registers()
    const foreign = lane.sender(() => ({ authorization: `Bearer ${other.key}` }))
    expect(refusal(await foreign('GET', path))).toBe('401 AU-02')
    const filed = await lane.booth.call('POST', path, body)
    expect(filed.body).toMatchObject({ state: 'waiting', by: 'terminal', place: 'checkpoint/JZ-G01' })
  })

  it('ten on one trip in a day are heard; the eleventh is asked to wait or to call', async () => {
    const lane = await greenLane()
    await lane.shows(yellow(lane))
    const opening = await openingOf(lane)
    for (let turn = 0; turn < 10; turn++) {
      const { id } = await lane.appeals({ kind: 'code', opening, said: 'papers-in-order' })
      await lane.officer.send('POST', `/api/appeals/${id}/decision`, {
        decision: 'upheld',
        why: 'papers-not-valid',
        reply: '材料无效',
      })
    }
    expect(refusal(await lane.asks({ kind: 'code', opening, said: 'papers-in-order' }))).toBe('429 AP-11')
    lane.forward(25 * 60)
    expect((await lane.asks({ kind: 'code', opening, said: 'papers-in-order' })).status).toBe(201)
  })

  it('what he writes is sealed: it stands in no row in the clear, and reading it is logged', async () => {
    const lane = await greenLane()
    await lane.shows(yellow(lane))
    const note = '核酸在博爱做的，张医生'
    const { id } = await lane.appeals({ kind: 'code', opening: await openingOf(lane), said: 'test-not-counted', note })
    expect(JSON.stringify((await queue(lane.officer)).items)).not.toContain(note)
    expect((await lane.officer.send('GET', `/api/appeals/${id}`)).body).toMatchObject({ note })
    expect((await logged(lane)).at(-1)).toMatchObject({ action: 'appeal-read', subject: id })
  })
})

describe('R101: a code given elsewhere', () => {
  it('is referred to who gave it, with a case for the hotline; once a day; nothing of ours changes', async () => {
    const lane = await greenLane()
    await lane.shows(yellow(lane))
    const asked = { kind: 'external-code', region: '310000', colour: 'yellow', said: 'should-have-ended' }
    const appeal = await lane.appeals(asked)
    expect(appeal).toMatchObject({
      state: 'referred',
      referral: { region: '310000', regionName: '上海市', colour: 'yellow', contact: '12328' },
    })
    expect(await lane.told()).toEqual([
      'appeal-case dispatcher screen',
      'appeal-referred driver screen',
      'appeal-referred driver sms',
    ])
    const messages = (await lane.dispatcher.send('GET', '/api/messages')).body
    expect(JSON.stringify(messages)).toContain(appeal.referral!.caseNumber)
    expect(JSON.stringify(messages)).toContain('上海市，理由：')
    expect(await lane.colours()).toEqual(['Y1 open'])
    expect(refusal(await lane.asks(asked))).toBe('409 AP-02 opening')
    expect(refusal(await lane.asks({ ...asked, region: '999999' }))).toBe('400 TR-07 region')
    lane.forward(24 * 60)
    expect((await lane.asks(asked)).status).toBe(201)
  })
})

describe('a verdict', () => {
  it('goes to the head of the checkpoint that gave it, and to no other', async () => {
    const lane = await greenLane()
    const { id, row } = await lane.shows({ nucleicAcid: { result: 'negative', reportedAt: longAgo(lane) } })
    expect(row).toBe('V11')
    const appeal = await lane.appeals({ kind: 'verdict', inspection: id, said: 'nucleicAcid' })
    expect(appeal.state).toBe('waiting')
    expect(await lane.told()).toEqual(['appeal-new checkpoint screen'])
    expect((await queue(lane.head)).items.map(({ may }) => may.correct)).toEqual([true])
    expect((await queue(lane.office('head', 'JZ-G02'))).items).toEqual([])
    expect((await queue(lane.officer)).items.map(({ may }) => may.uphold || may.correct)).toEqual([false])
  })
})
const longAgo = (lane: Lane) => beijingIso(plus(lane.clock.now(), -60 * hour))
