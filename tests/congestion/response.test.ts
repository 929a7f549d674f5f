import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateOf, type AnswerKind } from '../../shared/congestion/calls.ts'
import { ladderAt } from '../../shared/congestion/ladder.ts'
import { responseDue } from '../../shared/congestion/response.ts'
import { fullRoster, story, without } from './kit/ladder-story.ts'

const pressed = { kind: 'reported', congested: true, waitMinutes: null, metres: null } as const
/** Told that the truck at the booth has waited so long, at minute 0, and that it stays so. */
function waiting(minutes: number, more: Parameters<typeof story>[0] = {}) {
  const road = story(more)
  road.until(0.5, () => ({ wait: minutes }))
  road.says({ ...pressed, waitMinutes: minutes })
  return { road, go: (to: number) => road.until(to, () => ({ wait: minutes })) }
}

describe('over twenty minutes', () => {
  it('the county leader is summoned; cadres, head, the county’s group and the desk are informed', () => {
    const { road } = waiting(21)
    expect(road.calls('L1/').toSorted()).toEqual([
      'L1/inform/county/robot',
      'L1/inform/desk/screen',
      'L1/inform/duty:cadre-1/sms',
      'L1/inform/duty:cadre-2/sms',
      'L1/inform/duty:head/sms',
      'L1/summons/duty:leader/sms',
    ])
  })

  it.each<[number, string[]]>([
    [5, []],
    [5.5, ['L1/telephone/duty:leader/phone', 'L1/deputy/duty:cadre-1/sms']],
    [10.5, ['L1/telephone/duty:cadre-1/phone', 'L1/deputy/duty:cadre-2/sms']],
    [15.5, ['L1/telephone/duty:cadre-2/phone', 'L1/deputy/duty:county-desk/sms']],
    [20.5, ['L1/telephone/duty:county-desk/phone', 'L1/telephone/nobody/phone']],
    [120, []],
  ])('nobody answers: by minute %f another channel, the next person, 12328 (G45)', (minutes, news) => {
    const { road, go } = waiting(21)
    go(minutes - 1)
    const before = road.calls('L1/')
    go(minutes)
    expect(road.calls('L1/').filter((key) => !before.includes(key))).toEqual(news)
  })

  it('what could not leave is telephoned at once; the next one is called when his five minutes are over', () => {
    const { road, go } = waiting(21)
    road.couldNotLeave('leader')
    go(1)
    expect(road.calls('/telephone/')).toEqual(['L1/telephone/duty:leader/phone'])
    go(4.5)
    expect(road.calls('/deputy/')).toEqual([])
    go(5.5)
    expect(road.calls('/deputy/')).toEqual(['L1/deputy/duty:cadre-1/sms'])
  })

  it('an unreachable leader of a county never becomes a call to its principal leaders', () => {
    const { road, go } = waiting(25)
    go(180)
    expect(road.calls().filter((key) => key.includes('party') || key.includes('government'))).toEqual([])
  })

  it('whoever comes ends the chain: the leader, or the cadre in his place', () => {
    const { road, go } = waiting(21)
    go(4)
    road.answers('leader', 'acknowledged')
    go(14)
    road.answers('leader', 'arrived')
    go(60)
    expect(road.calls('/deputy/')).toEqual([])
    const other = waiting(21)
    other.go(6)
    other.road.answers('cadre-1', 'acknowledged')
    other.go(12)
    other.road.answers('cadre-1', 'arrived')
    other.go(60)
    expect(other.road.calls('/deputy/')).toEqual(['L1/deputy/duty:cadre-1/sms'])
  })

  it('who has said that he comes, and says nothing when he is asked whether he is there, has promised nothing: 15 and 5 minutes', () => {
    const { road, go } = waiting(21)
    go(2)
    road.answers('leader', 'acknowledged')
    go(17)
    expect(road.calls('/reminder/')).toEqual(['L1/reminder/duty:leader/sms'])
    go(21.5)
    expect([road.calls('/deputy/'), road.calls('/telephone/')]).toEqual([[], []])
    go(22)
    expect(road.calls('/deputy/')).toEqual(['L1/deputy/duty:cadre-1/sms'])
    expect(road.made.find(({ purpose }) => purpose === 'telephone')).toMatchObject({
      lapsed: true,
      ear: { person: { id: 'leader' } },
    })
    go(27)
    expect(road.calls('/deputy/')).toEqual(['L1/deputy/duty:cadre-1/sms', 'L1/deputy/duty:cadre-2/sms'])
  })

  it('a new word begins it anew: he is asked again 15 minutes later; then it lapses, too', () => {
    const { road, go } = waiting(21)
    go(2)
    road.answers('leader', 'acknowledged')
    go(19)
    road.answers('leader', 'under-way')
    go(33.5)
    expect([road.calls('/deputy/'), road.calls('/reminder/').length]).toEqual([[], 1])
    go(34)
    expect(road.calls('/reminder/')).toHaveLength(2)
    go(39)
    expect(road.calls('/deputy/')).toEqual(['L1/deputy/duty:cadre-1/sms'])
    road.answers('leader', 'arrived')
    go(90)
    expect(road.calls('/deputy/')).toEqual(['L1/deputy/duty:cadre-1/sms'])
  })

  it('a deputy’s promise ends alike: the next cadre, the county’s desk, then 12328', () => {
    const { road, go } = waiting(21)
    go(6)
    road.answers('cadre-1', 'acknowledged')
    go(25.5)
    expect(road.calls('/deputy/')).toHaveLength(1)
    go(26)
    expect(road.calls('/deputy/').at(-1)).toBe('L1/deputy/duty:cadre-2/sms')
    go(36.5)
    expect(road.calls('/deputy/').at(-1)).toBe('L1/deputy/duty:county-desk/sms')
    expect(road.calls('L1/telephone/nobody/phone')).toHaveLength(1)
  })

  it('nobody is named as leader: the first cadre is called at once, and when he says nothing the second', () => {
    const { road, go } = waiting(21, { roster: without('leader') })
    expect(road.calls('/deputy/')).toEqual(['L1/deputy/duty:cadre-1/sms'])
    go(5.5)
    expect(road.calls('/deputy/').at(-1)).toBe('L1/deputy/duty:cadre-2/sms')
  })

  it('「不能到」 passes it on at once, without a telephone call to him', () => {
    const { road, go } = waiting(21)
    go(1)
    road.answers('leader', 'cannot')
    expect(road.calls('/deputy/')).toEqual(['L1/deputy/duty:cadre-1/sms'])
    go(20)
    expect(road.calls('L1/telephone/duty:leader')).toEqual([])
  })

  it('who has answered and is not there after 15 minutes is asked, once for his word; who is there is left alone', () => {
    const { road, go } = waiting(21)
    go(2)
    road.answers('leader', 'acknowledged')
    go(17)
    expect(road.calls('/reminder/')).toEqual(['L1/reminder/duty:leader/sms'])
    go(90)
    expect(road.calls('/reminder/')).toHaveLength(1)
    const other = waiting(21)
    other.go(2)
    other.road.answers('leader', 'acknowledged')
    other.go(16)
    other.road.answers('leader', 'arrived')
    other.go(60)
    expect(other.road.calls('/reminder/')).toEqual([])
  })
})

describe('over thirty minutes', () => {
  it('everybody on shift answers for himself; for those who do not, their head is called once', () => {
    const { road, go } = waiting(31)
    expect(road.calls('L2/summons/')).toEqual(['L2/summons/staff:li/push', 'L2/summons/staff:zhang/push'])
    road.answers('zhang', 'acknowledged')
    go(30)
    expect(road.calls('L2/telephone/')).toEqual(['L2/telephone/duty:head/phone'])
    expect(road.made.filter(({ step, purpose }) => step === 'L2' && purpose === 'summons').map(stateOf)).toEqual([
      'notified',
      'acknowledged',
    ])
  })
  it('the head’s 全员上岗 makes that call needless', () => {
    const { road, go } = waiting(31)
    road.says({ kind: 'all-on-duty' })
    go(30)
    expect(road.calls('L2/telephone/')).toEqual([])
    expect(road.ladder().incident!.allOnDutyAt).not.toBeNull()
  })
})

describe('over an hour', () => {
  it('both principal leaders are summoned, city and province hear of it, and of how it stands every ten minutes', () => {
    const { road, go } = waiting(61)
    go(2)
    expect(road.calls('L3/summons/')).toEqual(['L3/summons/duty:party/sms', 'L3/summons/duty:government/sms'])
    expect(road.calls('LM/inform/')).toEqual(
      expect.arrayContaining([
        'LM/inform/duty:city-desk/sms',
        'LM/inform/duty:province-desk/sms',
        'LM/inform/city/robot',
      ]),
    )
    expect(road.calls('LM/inform/duty:party')).toEqual([])
    go(23)
    expect(road.calls('LM/update/desk')).toEqual(['LM/update/desk/screen/1', 'LM/update/desk/screen/2'])
  })
  it('a principal who does not answer is telephoned and the county’s desk told, then 12328 alone is left', () => {
    const { road, go } = waiting(61)
    go(2)
    road.answers('party', 'acknowledged')
    go(8)
    expect(road.calls('L3/telephone/')).toEqual(['L3/telephone/duty:government/phone'])
    expect(road.calls('L3/deputy/')).toEqual(['L3/deputy/duty:county-desk/sms'])
    go(30)
    expect(road.calls('L3/telephone/')).toContain('L3/telephone/nobody/phone')
  })
})

describe('nobody is named', () => {
  it.each<[string, Parameters<typeof without>, string[]]>([
    [
      'no leader: the desk is told and the first cadre called at once',
      ['leader'],
      ['L1/empty/duty:county-desk/sms', 'L1/empty/desk/screen', 'L1/deputy/duty:cadre-1/sms'],
    ],
    [
      'no leader, no cadre: the county’s desk',
      ['leader', 'cadre'],
      ['L1/empty/duty:county-desk/sms', 'L1/empty/desk/screen', 'L1/deputy/duty:county-desk/sms'],
    ],
    [
      'nobody at all: 12328 is to find somebody',
      ['leader', 'cadre', 'county-desk'],
      ['L1/empty/desk/screen', 'L1/telephone/nobody/phone'],
    ],
  ])('%s', (_, roles, expected) => {
    const { road } = waiting(21, { roster: without(...roles) })
    expect(road.calls('L1/').filter((key) => !key.includes('/inform/'))).toEqual(expected)
  })
  it('nobody on shift at thirty minutes: the desk is told at once', () => {
    const { road } = waiting(31, { roster: without('on-shift') })
    expect(road.calls('L2/').filter((key) => !key.includes('/inform/'))).toEqual([
      'L2/empty/duty:county-desk/sms',
      'L2/empty/desk/screen',
      'L2/telephone/nobody/phone',
    ])
  })
})

describe('the green lane 应急绿色通道', () => {
  it('blocked while an incident runs alarms at once, whatever the step', () => {
    const road = story()
    road.says(pressed)
    road.says({ kind: 'green-blocked' })
    expect(road.calls('/green/')).toContain('all/green/duty:leader/sms/0')
    road.says({ kind: 'green-blocked' })
    expect(road.calls('all/green/duty:leader')).toHaveLength(1)
  })
  it('blocked beforehand alarms when the incident begins', () => {
    const road = story()
    road.says({ kind: 'green-blocked' })
    expect(road.calls('/green/')).toEqual([])
    road.says(pressed)
    expect(road.calls('/green/')).not.toEqual([])
  })
})

describe('the end', () => {
  it('everybody who was told hears of it, once; nobody is called after it, and a late answer changes nothing', () => {
    const { road } = waiting(21)
    road.until(1, () => ({ wait: 21 }))
    road.says({ kind: 'closed' })
    const told = road.calls('/end/')
    expect(told).toContain('all/end/duty:leader/sms/0')
    road.answers('leader', 'acknowledged')
    road.until(60, () => ({}))
    expect(road.calls('/end/')).toEqual(told)
    expect(road.calls('/deputy/')).toEqual([])
    expect(road.ladder().incident!.endedBy).toBe('head')
  })
})

/** Half an hour to three of a road on which anything may happen. */
const happening = fc.record({
  clock: fc.constantFrom('wait', 'incident', 'either'),
  looks: fc.array(
    fc.record({
      wait: fc.constantFrom(0, 4, 6, 12, 19.9, 20, 20.1, 31, 45, 61, 90),
      metres: fc.constantFrom(0, 50, 200, 400, 1000, 1001, 1500),
      lost: fc.boolean(),
      does: fc.constantFrom(
        'nothing',
        'nothing',
        'press',
        'close',
        'driver',
        'green',
        'free',
        'answer',
        'cannot',
        'stand still',
      ),
      lasts: fc.integer({ min: 1, max: 12 }),
    }),
    { minLength: 3, maxLength: 14 },
  ),
  roster: fc.subarray([...fullRoster]),
})

function play({ clock, looks, roster }: Played) {
  const road = story({ clock, roster })
  const heights: { began: number; steps: number }[] = []
  let minute = 0
  for (const { wait, metres, lost, does, lasts } of looks) {
    if (does === 'press') road.says({ ...pressed, waitMinutes: wait, metres })
    if (does === 'close') road.says({ kind: 'closed' })
    if (does === 'driver') road.says({ kind: 'driver-reported' })
    if (does === 'green') road.says({ kind: 'green-blocked' })
    if (does === 'free') road.says({ kind: 'green-free' })
    if (does === 'stand still') road.says({ kind: 'unobserved' })
    if (does === 'answer' || does === 'cannot')
      for (const { id } of roster)
        road.answers(id, (does === 'answer' ? 'acknowledged' : 'cannot') satisfies AnswerKind)
    minute += lasts
    road.until(minute, () => ({ wait, metres, lost: lost && does === 'nothing' }))
    const { incident } = road.ladder()
    if (incident !== null) heights.push({ began: incident.startedAt, steps: incident.steps.length })
  }
  return { road, heights }
}
type Played = {
  clock: 'wait' | 'incident' | 'either'
  looks: readonly { wait: number; metres: number; lost: boolean; does: string; lasts: number }[]
  roster: typeof fullRoster
}

describe('whatever happens', { timeout: 60_000 }, () => {
  it('the response never falls within an incident', () => {
    fc.assert(
      fc.property(happening, (given) => {
        const { heights } = play(given)
        heights.forEach((here, place) => {
          const before = heights[place - 1]
          if (before?.began === here.began) expect(here.steps).toBeGreaterThanOrEqual(before.steps)
        })
      }),
      { numRuns: 25 },
    )
  })
  it('nobody is called twice for the same step over the same channel, and nothing is made twice', () => {
    fc.assert(
      fc.property(happening, (given) => {
        const { road } = play(given)
        for (const made of [...road.earlier, road.made]) {
          expect(new Set(made.map(({ key }) => key)).size).toBe(made.length)
          // Dialled anew only for a promise that was not kept.
          const asked = made
            .filter(({ lapsed }) => lapsed !== true)
            .filter(({ purpose }) => purpose === 'summons' || purpose === 'deputy' || purpose === 'telephone')
            .map(({ step, ear, channel }) => `${step} ${JSON.stringify(ear)} ${channel}`)
          expect(new Set(asked).size).toBe(asked.length)
        }
      }),
      { numRuns: 25 },
    )
  })
  it('the same events in any order, some of them twice, give the same ladder and the same calls', () => {
    fc.assert(
      fc.property(happening, fc.infiniteStream(fc.integer({ min: 0, max: 1e6 })), (given, stream) => {
        const { road } = play(given)
        const shuffled = [...road.events, ...road.events.slice(0, 5)]
          .map((event) => ({ event, by: stream.next().value! }))
          .toSorted((a, b) => a.by - b.by)
          .map(({ event }) => event)
        const again = ladderAt(shuffled, road.law, road.now())
        expect(again).toEqual(road.ladder())
        const { incident } = again
        if (incident === null) return
        const numbers = road.law.at(road.now())
        const asked = { incident, roster: given.roster, numbers, now: road.now() }
        expect(responseDue({ ...asked, made: road.made }).calls).toEqual([])
        expect(
          responseDue({ ...asked, roster: given.roster.toReversed(), made: road.made.toReversed() }).calls,
        ).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
