import { describe, expect, test } from 'vitest'
import { recentHere, rememberHere } from '../../checkpoint-app/inspector/on-site-recent.ts'
import { checkOnSite, earlyErrors, emptyOnSite } from '../../checkpoint-app/inspector/registration.ts'
import { minute, plus } from '../../shared/instant.ts'
import { now } from '../policy/truck.ts'

function shelfOf() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  }
}
const draft = emptyOnSite('410811')
const early = (part: Partial<typeof draft>) => {
  const changed = { ...draft, ...part }
  return Object.keys(earlyErrors(changed, checkOnSite(changed, now).errors))
}

describe('what the booth has just used', () => {
  const from = (region: string) => ({ ...draft, from: region, cargo: '06' as const, name: '张测试', number: 'x' })

  test('the last first, each once, three at most; nothing of any person', () => {
    const shelf = shelfOf()
    for (const region of ['310115', '320505', '310115', '330102', '340102']) rememberHere(from(region), now, shelf)
    expect(recentHere(now, shelf)).toEqual(
      ['340102', '330102', '310115'].map((region) => ({ from: region, cargo: '06' })),
    )
  })

  test('an hour later it is offered no more', () => {
    const shelf = shelfOf()
    rememberHere(from('310115'), now, shelf)
    expect(recentHere(plus(now, 59 * minute), shelf)).toHaveLength(1)
    expect(recentHere(plus(now, 60 * minute), shelf)).toEqual([])
  })
})

describe('told while he still holds his card', () => {
  test.each([
    ['a whole number whose check digit is wrong', { number: '410899198001010016' }, ['number']],
    ['a whole number', { number: '410899198001010015' }, []],
    ['a number that is still being typed', { number: '4108991980010' }, []],
    ['a phone of eleven digits that is none', { phone: '23000000001' }, ['phone']],
    ['a phone that is still being typed', { phone: '1300000' }, []],
    ['nothing yet', {}, []],
  ] as const)('%s', (_title, part, fields) => expect(early(part)).toEqual(fields))
})
