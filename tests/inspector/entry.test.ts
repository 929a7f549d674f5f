/** What is typed or picked at the booth, before it becomes a fact. */
import { describe, expect, test } from 'vitest'
import { leftMark, nucleicMark, passMark, type Said } from '../../checkpoint-app/inspector/mark-reading.ts'
import { checkOnSite, emptyOnSite, learnedFrom, onSiteForm } from '../../checkpoint-app/inspector/registration.ts'
import { parseTemperature, stepTemperature } from '../../checkpoint-app/inspector/temperature-entry.ts'
import { momentPicked, pickHour } from '../../checkpoint-app/inspector/test-time.ts'
import { verdictSignal, verdictTone } from '../../checkpoint-app/inspector/verdict-tone.ts'
import { en } from '../../checkpoint-app/inspector/words.en.ts'
import { zh } from '../../checkpoint-app/inspector/words.zh.ts'
import { tripForm } from '../../schema/api/trips.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { rowsByGravity } from '../../shared/policy/verdict.ts'
import { moment, negative, now } from '../policy/truck.ts'

describe('temperature', () => {
  test.each([
    ['36.5', 36.5],
    ['36', 36],
    ['３６．５', 36.5],
    ['36,5', 36.5],
    ['365', 36.5],
    ['30.0', 30],
    ['45.0', 45],
    ['29.9', undefined],
    ['45.1', undefined],
    ['36.55', undefined],
    ['3', undefined],
    ['', undefined],
    ['-36', undefined],
  ])('%s → %s', (text, expected) => expect(parseTemperature(text, numbersAt(now))).toBe(expected))

  test('steps are whole tenths', () => {
    expect(stepTemperature('36.9', 1)).toBe('37.0')
    expect(stepTemperature('37.0', -1)).toBe('36.9')
    expect(stepTemperature('x', 1)).toBe('36.6')
  })
})

describe('a picked time is Beijing time', () => {
  test.each([
    [{ daysAgo: 0, hour: 9, minute: 59 }, '16T09:59'],
    [{ daysAgo: 1, hour: 0, minute: 0 }, '15T00:00'],
    [{ daysAgo: 2, hour: 23, minute: 5 }, '14T23:05'],
  ] as const)('%o → %s', (picked, expected) => expect(momentPicked(picked, now)).toBe(moment(expected)))

  test('an hour that today has not seen is yesterday’s; a chosen day stands', () => {
    const today = { daysAgo: 0, hour: 10, minute: 0 } as const
    expect(pickHour(today, 9, now)).toEqual({ daysAgo: 0, hour: 9, minute: 0 })
    expect(pickHour(today, 23, now)).toEqual({ daysAgo: 1, hour: 23, minute: 0 })
    expect(pickHour({ ...today, daysAgo: 2 }, 23, now)).toEqual({ daysAgo: 2, hour: 23, minute: 0 })
  })

  test('just after midnight today is the new day', () =>
    expect(momentPicked({ daysAgo: 0, hour: 0, minute: 0 }, moment('17T00:01'))).toBe(moment('17T00:00')))
})

describe('the four marks', () => {
  const said: Said = { words: zh, language: 'zh', now, unasked: 'open' }
  test.each([
    [negative('14T10:00'), 'go', '剩余0小时0分'],
    [negative('14T09:59'), 'care', '超48小时'],
    [negative('15T14:00'), 'go', '剩余28小时0分'],
    [{ result: 'pending', sampledAt: moment('16T02:00') } as const, 'care', '未出'],
    [{ result: 'negative' } as const, 'care', '超48小时'],
    [{ result: 'positive' } as const, 'stop', '阳性'],
    [null, 'void', '无法出示'],
    [undefined, 'act', '未查'],
  ])('nucleic test %o: %s %s', (test, tone, word) =>
    expect(nucleicMark(test, said, numbersAt(now))).toEqual({ tone, word }),
  )

  test('what was not asked is covered by a green code, or not needed any more', () => {
    expect(nucleicMark(undefined, { ...said, unasked: 'by-code' }, numbersAt(now)).tone).toBe('go')
    expect(nucleicMark(undefined, { ...said, unasked: 'not-needed' }, numbersAt(now))).toEqual({
      tone: 'void',
      word: '免查',
    })
  })

  test('no pass is never a warning', () => {
    expect(passMark(null, said).tone).toBe('void')
    expect(passMark({ state: 'mismatch' }, said).tone).toBe('care')
    expect(leftMark(moment('16T11:30'), said).word).toBe('剩余1小时30分')
  })
})

describe('the on-site form', () => {
  const full = {
    ...emptyOnSite('410822'),
    from: '320500',
    cargo: '02' as const,
    name: '张测试',
    number: '410899198001010015',
    commitment: true,
  }

  test('names every field that is missing, and the county is there already', () => {
    const { errors } = checkOnSite(emptyOnSite('410822'), now)
    expect(Object.keys(errors).toSorted()).toEqual(['cargo', 'commitment', 'from', 'name', 'number'])
  })
  test('a wrong check digit is said', () =>
    expect(checkOnSite({ ...full, number: '410899198001010016' }, now).errors).toEqual({ number: 'id.wrong-check' }))
  test('what passes here is what the server’s contract takes', () => {
    expect(checkOnSite(full, now).errors).toEqual({})
    const given = { id: '0190a6b0-0000-7000-8000-000000000009', plate: '豫HX0001', checkpoint: 'JZ-G01', now }
    const form = onSiteForm({ ...given, draft: full })
    expect(tripForm.safeParse(form).success).toBe(true)
    expect(form && learnedFrom(form)).toEqual({
      scope: 'cross-province',
      crew: [{ role: 'driver', mark: { surname: '张', idTail: '0015' } }],
    })
  })
})

describe('how a verdict looks and sounds', () => {
  test.each(rowsByGravity.map((row) => [row]))('%s has a tone and a signal', (row) => {
    expect(verdictTone[row]).toBeDefined()
    expect(['release', 'to-do', 'hold']).toContain(verdictSignal(row))
  })
})

test('no word that is never shown at a checkpoint', () => {
  const forbidden = /劝返|禁止通行|拒绝入焦|不予放行|遣返|疑似患者|黑名单|高危人员/
  const texts = JSON.stringify([zh, en], (_, value: unknown) => (typeof value === 'function' ? String(value) : value))
  expect(forbidden.exec(texts)?.[0]).toBeUndefined()
})
