import { describe, expect, it } from 'vitest'
import { doubtsOf, lengthOf, stakeOfDigits, type Road, type Saying } from '../../shared/congestion/told-check.ts'
import { doubtWords, lengthWords, sayingWords } from '../../shared/wording/queue-report.ts'

/** The booth at K44+000, stakes growing up a queue of 4 km at most. */
const road: Road = { boothStake: 44_000, stakesGrow: true, approachMetres: 4000 }
const said = (told: Partial<Saying> = {}): Saying => ({
  congested: true,
  waitMinutes: null,
  metres: null,
  stake: null,
  ...told,
})
const asked = (told: Partial<Saying>, on: Road | null = road) => doubtsOf(said(told), on).map((d) => doubtWords(d).zh)

describe('what looks like a slip of the hand is asked back', () => {
  it.each<[string, Partial<Saying>, Road | null, string, Partial<Saying> | null]>([
    ['3 for 3 km', { metres: 3 }, road, '3 米？是 3 公里吗？', { metres: 3000 }],
    ['1.5 for 1.5 km', { metres: 1.5 }, road, '1.5 米？是 1.5 公里吗？', { metres: 1500 }],
    ['a nought too many', { metres: 50_000 }, road, '50,000 米？是 5 公里吗？', { metres: 5000 }],
    ['the same, of a road nobody described', { metres: 50_000 }, null, '50,000 米？是 5 公里吗？', { metres: 5000 }],
    [
      'a stake typed as a length',
      { metres: 44_950 },
      road,
      '44,950 米？是 桩号 K44+950 吗？',
      { metres: null, stake: 44_950 },
    ],
    ['a stake behind the booth', { stake: 40_000 }, road, '这个桩号不在来车方向上，换算不出长度，对吗？', null],
    ['2 for 2 hours', { waitMinutes: 2 }, road, '拥堵只等 2 分钟？是 2 小时吗？', { waitMinutes: 120 }],
    ['ten hours', { waitMinutes: 600 }, road, '等候 600 分钟，对吗？', null],
    ['5 minutes beside 3 km', { waitMinutes: 5, metres: 3000 }, road, '排队 3 公里、只等 5 分钟，对吗？', null],
    ['the same by a stake', { waitMinutes: 5, stake: 47_000 }, road, '排队 3 公里、只等 5 分钟，对吗？', null],
    ['90 minutes and nobody queues', { waitMinutes: 90, metres: 0 }, road, '排队 0 米、却等 90 分钟，对吗？', null],
  ])('%s', (_, told, on, words, meant) => {
    const [doubt, ...more] = doubtsOf(said(told), on)
    expect(more).toEqual([])
    expect(doubtWords(doubt!).zh).toBe(words)
    expect(doubt!.meant).toEqual(meant === null ? null : said({ ...told, ...meant }))
  })

  it('2 minutes beside 3 typed for 3 km: the length first, then the wait', () => {
    expect(asked({ waitMinutes: 2, metres: 3 })).toEqual(['3 米？是 3 公里吗？', '拥堵只等 2 分钟？是 2 小时吗？'])
  })
})

describe('what can be is not asked', () => {
  it.each<[string, Partial<Saying>]>([
    ['nothing but that it is congested', {}],
    ['25 minutes', { waitMinutes: 25 }],
    ['40 minutes and 950 m', { waitMinutes: 40, metres: 950 }],
    ['10 minutes and 1 km', { waitMinutes: 10, metres: 1000 }],
    ['90 minutes and 100 m: one lane, slow', { waitMinutes: 90, metres: 100 }],
    ['a tail at K45+950', { waitMinutes: 40, stake: 45_950 }],
    ['clear', { congested: false, waitMinutes: 0, metres: 0 }],
    ['clear, and two minutes', { congested: false, waitMinutes: 2, metres: 50 }],
  ])('%s', (_, told) => expect(asked(told)).toEqual([]))
})

it('a stake is read by where the booth stands, and digits come as they are pressed', () => {
  expect(lengthOf(said({ stake: 45_950 }), road)).toBe(1950)
  expect(lengthOf(said({ stake: 45_950 }), null)).toBeNull()
  expect(['449', '44950', '12345678'].map(stakeOfDigits)).toEqual([undefined, 44_950, undefined])
})

it('is said in the words of the road', () => {
  const saying = said({ waitMinutes: 40, stake: 45_950 })
  expect(sayingWords(saying, 1950)).toEqual({
    zh: '拥堵 · 等候 40 分钟 · 队尾 K45+950 · 排队 1,950 米',
    en: 'Congested · wait 40 min · tail at K45+950 · queue 1,950 m',
  })
  expect(sayingWords(said({ congested: false, waitMinutes: 0, metres: 0 }), 0).zh).toBe('已畅通')
  expect([950, 1000, 1950, 2000].map((metres) => lengthWords(metres).zh)).toEqual([
    '950 米',
    '1 公里',
    '1,950 米',
    '2 公里',
  ])
})
