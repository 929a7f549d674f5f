import { describe, expect, it } from 'vitest'
import { dayOf } from '../../shared/congestion/forecast/days.ts'
import { holidayNotices } from '../../shared/congestion/forecast/holidays.ts'
import { dayWords } from '../../shared/wording/forecast.ts'
import { beijingTime } from './kit/weeks.ts'

const kindOn = (date: string) => {
  const { kind, edge, worked } = dayOf(beijingTime(`${date}T09:30`))
  return [kind, edge, worked ? 'worked' : ''].filter(Boolean).join(' ')
}

describe('what day it is for traffic (R117)', () => {
  it.each([
    ['2022-04-22', 'weekday', 'an ordinary Friday'],
    ['2022-04-23', 'weekend', 'an ordinary Saturday'],
    ['2022-04-24', 'weekday worked', 'the Sunday that is worked for Labour Day'],
    ['2022-04-29', 'weekday eve', 'the Friday before Labour Day'],
    ['2022-04-30', 'holiday', 'its first day, a Saturday'],
    ['2022-05-01', 'holiday', 'Labour Day itself, a Sunday'],
    ['2022-05-04', 'holiday last', 'its last day, when everybody comes back'],
    ['2022-05-05', 'weekday', 'the day after'],
    ['2022-05-07', 'weekday worked', 'the Saturday that is worked for it'],
    ['2022-01-29', 'weekday worked', 'the Saturday before Spring Festival'],
    ['2022-01-30', 'weekday eve worked', 'the Sunday before it, worked and its eve'],
    ['2022-01-31', 'holiday', 'New Year’s Eve by the moon'],
    ['2022-04-02', 'weekday eve worked', 'the Saturday before Qingming'],
    ['2022-10-09', 'weekday worked', 'the Sunday after National Day'],
    ['2026-02-28', 'weekday worked', 'the Saturday after the Spring Festival of 2026'],
    ['2024-06-08', 'holiday', 'a Saturday that is one run with the Dragon Boat Festival'],
  ])('%s is %s: %s', (date, kind) => expect(kindOn(date)).toBe(kind))

  it('a day begins at midnight in Beijing, not in Greenwich', () => {
    expect(dayOf(beijingTime('2022-05-05T00:00')).date).toBe('2022-05-05')
    expect(dayOf(beijingTime('2022-05-04T23:59'))).toMatchObject({ date: '2022-05-04', kind: 'holiday' })
  })

  it('a year without its notice is not guessed: only the day of the week counts, and it says so', () => {
    expect(dayOf(beijingTime('2027-05-01T10:00'))).toMatchObject({ kind: 'weekend', holiday: null, known: false })
    expect(dayOf(beijingTime('2022-05-01T10:00')).known).toBe(true)
    // New Year may begin in December, and who knows.
    expect(dayOf(beijingTime('2026-12-28T10:00')).known).toBe(true)
    expect(dayOf(beijingTime('2026-12-31T10:00')).known).toBe(false)
    expect(dayOf(beijingTime('2022-12-31T10:00'))).toMatchObject({ kind: 'holiday', known: true })
  })

  it('it is named as people name it', () => {
    const nameOn = (date: string) => dayWords(dayOf(beijingTime(`${date}T12:00`))).zh
    expect(['2022-04-29', '2022-05-01', '2022-05-04', '2022-04-24', '2022-04-23'].map(nameOn)).toEqual([
      '劳动节前一天',
      '劳动节',
      '劳动节最后一天',
      '调休上班日',
      '周末',
    ])
  })

  it('the data hold together: worked days are Saturdays and Sundays outside the runs, runs are in order', () => {
    for (const { document, runs } of Object.values(holidayNotices)) {
      expect(document).toMatch(/^国办发明电〔\d{4}〕\d+号$/)
      expect(runs.map(({ from }) => from)).toEqual(runs.map(({ from }) => from).toSorted())
      for (const { from, to, worked = [] } of runs) {
        expect(from <= to).toBe(true)
        for (const date of worked) {
          expect([0, 6]).toContain(new Date(`${date}T00:00:00Z`).getUTCDay())
          expect(dayOf(beijingTime(`${date}T12:00`))).toMatchObject({ kind: 'weekday', worked: true })
        }
      }
    }
  })
})
