import { describe, expect, it } from 'vitest'
import { dayOptions, etaHere, etaMoment, timeOptions, usualEta } from '../../checkpoint-app/driver/eta.ts'
import { beijingIso, parseInstant } from '../../shared/instant.ts'

const at = (text: string) => parseInstant(text)!
const morning = at('2022-05-16T10:05:00+08:00')

describe('the usual ETA is the half-hour after three hours from now, by Beijing time', () => {
  it.each([
    ['2022-05-16T10:05:00+08:00', '2022-05-16', '13:30'],
    ['2022-05-16T10:30:00+08:00', '2022-05-16', '13:30'],
    ['2022-05-16T10:30:01+08:00', '2022-05-16', '14:00'],
    ['2022-05-16T22:10:00+08:00', '2022-05-17', '01:30'],
    ['2022-05-16T16:10:00Z', '2022-05-17', '03:30'],
  ])('%s → %s %s', (now, etaDay, etaTime) => {
    expect(usualEta(at(now))).toEqual({ etaDay, etaTime })
  })
})

it('offers today and the six days after it', () => {
  const days = dayOptions(at('2022-05-28T23:59:00+08:00'), '2022-05-28')
  expect(days.map(({ value }) => value)).toEqual([
    '2022-05-28',
    '2022-05-29',
    '2022-05-30',
    '2022-05-31',
    '2022-06-01',
    '2022-06-02',
    '2022-06-03',
  ])
})

it('keeps a day in the list that is not among them', () => {
  expect(dayOptions(morning, '2022-05-10')[0]).toEqual({ value: '2022-05-10', inDays: -1, month: 5, day: 10 })
})

it('offers of today what is still to come, with 「现在」 first', () => {
  const times = timeOptions(morning, '2022-05-16', '13:30')
  expect(times.slice(0, 3)).toEqual(['now', '10:30', '11:00'])
  expect(times.at(-1)).toBe('23:30')
})

it('offers all half-hours of another day and keeps an odd time in its place', () => {
  const times = timeOptions(morning, '2022-05-17', '09:10')
  expect(times).toHaveLength(49)
  expect(times[times.indexOf('09:10') - 1]).toBe('09:00')
})

it('reads what was chosen as Beijing time, 「现在」 as now', () => {
  expect(beijingIso(etaMoment('2022-05-17', '09:30', morning)!)).toBe('2022-05-17T09:30:00+08:00')
  const here = etaHere(morning)
  expect(etaMoment(here.etaDay, here.etaTime, morning)).toBe(morning)
  expect(etaMoment('2022-02-30', '09:30', morning)).toBeUndefined()
})
