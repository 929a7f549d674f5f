import { describe, expect, it } from 'vitest'
import { cardMark, healthMark, needsRefresh, shownState, testMark } from '../../checkpoint-app/driver/code-state.ts'
import { withHours } from '../../checkpoint-app/driver/hours-in-words.ts'
import { zh } from '../../checkpoint-app/driver/words.zh.ts'
import { en } from '../../checkpoint-app/driver/words.en.ts'
import { codeWhys } from '../../schema/api/trips.ts'
import { instant, minute, parseInstant } from '../../shared/instant.ts'
import { code, trip } from './kept-trip.ts'

const at = (text: string) => parseInstant(`2022-05-${text}:00+08:00`)!

describe('a kept code at a later moment', () => {
  it.each([
    ['green while its test holds', {}, {}, '16T14:00', 'go', 'green'],
    ['lapsed from the first minute on that it no longer holds', {}, {}, '16T14:01', 'void', 'test-lapsed'],
    ['green in the province whatever the test', {}, { scope: 'in-province' }, '16T18:00', 'go', 'green-in-province'],
    ['not renewed for 24 hours', { testUntil: null }, {}, '17T10:00', 'void', 'old'],
    ['over with its trip', {}, { endsAt: '2022-05-16T12:00:00+08:00' }, '16T12:00', 'void', 'ended'],
    ['over when the trip was ended', {}, { state: 'ended' }, '16T10:10', 'void', 'ended'],
    ['yellow', { state: 'yellow', why: 'yellow-reason' }, {}, '16T10:10', 'care', 'yellow-reason'],
    ['red', { state: 'red', why: 'red-reason' }, {}, '16T10:10', 'stop', 'red-reason'],
    ['grey', { state: 'grey', why: 'no-test' }, {}, '16T10:10', 'void', 'no-test'],
    ['grey without a word', { state: 'grey', why: null }, {}, '16T10:10', 'void', 'facts-unknown'],
  ] as const)('%s', (_, codeIs, tripIs, now, tone, says) => {
    expect(shownState(code(codeIs), trip(tripIs), at(now))).toMatchObject({ tone, says })
  })
})

describe('what is red or positive is told apart from what is merely not green', () => {
  const nobodyAsked = { nucleicAcid: null, inside: null, leaving: null, reasons: [] }
  const seat = { seat: 0, name: '张*三', ...nobodyAsked, healthCode: 'green', travelCard: 'green' } as const
  const says = (why: 'code-not-green' | 'card-not-green' | 'no-test', member: object) =>
    shownState(code({ state: 'grey', why, crew: [seat, { ...seat, ...member }] }), trip({}), at('16T10:10'))

  it.each([
    ['a red health code', 'code-not-green', { healthCode: 'red' }, 'led-through'],
    ['an orange travel card', 'card-not-green', { travelCard: 'orange' }, 'led-through'],
    ['a yellow health code', 'code-not-green', { healthCode: 'yellow' }, 'code-not-green'],
    ['a positive test', 'no-test', { nucleicAcid: { result: 'positive' } }, 'test-positive'],
    ['no test', 'no-test', {}, 'no-test'],
  ] as const)('%s', (_, why, member, expected) => {
    expect(says(why, member)).toEqual({ tone: 'void', state: 'grey', says: expected })
    for (const words of [zh, en]) expect(words.states[expected].todo.length).toBeGreaterThan(5)
  })
})

it('has a sentence and, unless all is well, what to do, for each reason in both languages', () => {
  for (const words of [zh, en]) {
    for (const why of codeWhys) expect(words.states[why].line.length).toBeGreaterThan(3)
    for (const why of codeWhys.filter((why) => why !== 'not-registered')) {
      expect(words.states[why].todo.length).toBeGreaterThan(5)
    }
  }
})

it('names the hours of the law that the code was issued under, in both languages', () => {
  const numbers = { ...code().numbers, testValidity: 72, freightCodeLife: 12 }
  for (const { states, marks } of [zh, en]) {
    const said = [
      ...Object.values(states).flatMap(({ title, line, todo }) => [title, line, todo]),
      ...Object.values(marks),
    ]
    const filled = said.map((text) => withHours(text, numbers)).join(' ')
    expect(filled).not.toMatch(/[{}]|48/)
    expect(filled).toMatch(/72/)
    expect(withHours(states.old.line, numbers)).toContain('12')
  }
})

it('never says a word to a driver that belongs on no screen', () => {
  const text = JSON.stringify(zh)
  for (const word of ['劝返', '禁止通行', '遣返', '黑名单', '高危人员', '不予放行']) expect(text).not.toContain(word)
})

it('is asked for again after five minutes, and when its test lapses', () => {
  const seenAt = at('16T13:58')
  expect(needsRefresh(code({ testUntil: null }), seenAt, instant(seenAt + 5 * minute))).toBe(false)
  expect(needsRefresh(code({ testUntil: null }), seenAt, instant(seenAt + 5 * minute + 1))).toBe(true)
  expect(needsRefresh(code(), seenAt, at('16T14:00'))).toBe(false)
  expect(needsRefresh(code(), seenAt, at('16T14:01'))).toBe(true)
  expect(needsRefresh(code(), at('16T14:01'), at('16T14:02'))).toBe(false)
})

describe('the marks of one person', () => {
  const marks = { nucleicAcid: null, healthCode: null, travelCard: null }
  const person = { seat: 0, name: '张*三', ...marks, inside: null, leaving: null, reasons: [] }
  const test = (nucleicAcid: NonNullable<Parameters<typeof testMark>[0]['nucleicAcid']> | null, now = '16T14:00') =>
    testMark({ ...person, nucleicAcid }, code().numbers, at(now))

  it.each([
    ['48 hours on the dot', '2022-05-14T14:00:00+08:00', 'go', 'negative'],
    ['at any second of that minute', '2022-05-14T14:00:59+08:00', 'go', 'negative'],
    ['a minute more', '2022-05-14T13:59:59+08:00', 'void', 'lapsed'],
  ] as const)('%s', (_, reportedAt, tone, says) => {
    expect(test({ result: 'negative', reportedAt })).toMatchObject({ tone, says })
  })

  it('counts from the sampling only when no report time is known', () => {
    const both = {
      result: 'negative',
      sampledAt: '2022-05-13T06:00:00+08:00',
      reportedAt: '2022-05-14T15:00:00+08:00',
    } as const
    expect(test(both)).toMatchObject({ says: 'negative', at: both.reportedAt })
    expect(test({ result: 'negative', sampledAt: both.sampledAt })).toMatchObject({ says: 'lapsed' })
    expect(test({ result: 'negative' })).toMatchObject({ says: 'none' })
  })

  it('tells pending, positive and none apart', () => {
    expect(test({ result: 'pending' })).toMatchObject({ tone: 'act', says: 'pending' })
    expect(test({ result: 'positive' })).toMatchObject({ tone: 'stop', says: 'positive' })
    expect(test(null)).toMatchObject({ tone: 'void', says: 'none' })
  })

  it('does not hold the asterisk of a travel card against anybody', () => {
    expect(cardMark({ ...person, travelCard: 'green-starred' }).tone).toBe('go')
    expect(cardMark({ ...person, travelCard: 'orange' }).tone).toBe('stop')
    expect(healthMark(person)).toMatchObject({ tone: 'void', says: 'unknown' })
  })
})
