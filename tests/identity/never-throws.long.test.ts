import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseCompanyCode, parseCompanyCode } from '../../shared/identity/company-code.ts'
import { idTail, maskId, normaliseId, parseIdCard } from '../../shared/identity/id-card.ts'
import { maskName, normaliseName, parseName, surnameOf } from '../../shared/identity/name.ts'
import { notes } from '../../shared/identity/notes.ts'
import { parsePersonDocument } from '../../shared/identity/person-document.ts'
import { maskPhone, normalisePhone, parsePhone, phoneTail } from '../../shared/identity/phone.ts'
import {
  maskPlate,
  nextPlateKeys,
  normalisePlate,
  parsePlate,
  samePlate,
  showPlate,
} from '../../shared/identity/plate.ts'
import type { Reading } from '../../shared/identity/reading.ts'
import { isRegionCode, scopeOfTrip } from '../../shared/identity/region-code.ts'
import { children, findRegion, provinceOf, regionName, regionPath } from '../../shared/identity/region.ts'
import { instant } from '../../shared/instant.ts'
import { awkward, text } from './any-text.ts'

const now = instant(Date.parse('2022-05-16T10:00:00+08:00'))

type Parse = (typed: string) => Reading<string>

const parsers: readonly (readonly [name: string, parse: Parse, normalise: (typed: string) => string])[] = [
  ['parsePlate', parsePlate, normalisePlate],
  ['parseCompanyCode', parseCompanyCode, normaliseCompanyCode],
  ['parsePhone', parsePhone, normalisePhone],
  ['parseName', parseName, normaliseName],
  ['parseIdCard', (typed) => parseIdCard(typed, now), normaliseId],
  ['parsePersonDocument passport', (typed) => parsePersonDocument('passport', typed, now), normaliseId],
  ['parsePersonDocument other', (typed) => parsePersonDocument('other', typed, now), normaliseId],
]
const normalisers = { normalisePlate, normaliseCompanyCode, normalisePhone, normaliseName, normaliseId }
const others = {
  showPlate,
  maskPlate,
  nextPlateKeys,
  maskPhone,
  phoneTail,
  maskId,
  idTail,
  maskName,
  surnameOf,
  isRegionCode,
  regionName,
  regionPath,
  provinceOf,
  children,
  findRegion,
  samePlate: (typed: string) => samePlate(typed, typed),
  scopeOfTrip: (typed: string) => scopeOfTrip({ from: typed, via: [typed], to: typed }),
}

for (const [name, parse, normalise] of parsers) {
  test(`${name} answers any text, and every key it names has a note`, () => {
    fc.assert(
      fc.property(text, (typed) => {
        const reading = parse(typed)
        const named = reading.ok ? reading.warnings : [reading.code]
        expect(named.every((key) => key in notes)).toBe(true)
        if (!reading.ok) expect(named).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })

  test(`${name} accepts its own answer again, unchanged`, () => {
    fc.assert(
      fc.property(text, (typed) => {
        const once = parse(typed)
        if (!once.ok) return
        expect(parse(once.value)).toMatchObject({ ok: true, value: once.value })
        expect(normalise(once.value)).toBe(once.value)
      }),
      { numRuns: 300 },
    )
  })

  test.each(awkward)(`${name} answers %s`, (_, typed) => {
    expect(parse(typed)).toHaveProperty('ok')
  })
}

for (const [name, normalise] of Object.entries(normalisers)) {
  test(`${name} done twice is done once`, () => {
    fc.assert(
      fc.property(text, (typed) => {
        const once = normalise(typed)
        expect(normalise(once)).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  test.each(awkward)(`${name} done twice is done once for %s`, (_, typed) => {
    expect(normalise(normalise(typed))).toBe(normalise(typed))
  })
}

for (const [name, call] of Object.entries(others)) {
  test(`${name} answers any text`, () => {
    fc.assert(
      fc.property(text, (typed) => void call(typed)),
      { numRuns: 200 },
    )
  })

  test.each(awkward)(`${name} answers %s`, (_, typed) => {
    expect(() => call(typed)).not.toThrow()
  })
}

test('a megabyte costs no more than a line', () => {
  const started = performance.now()
  const calls = [...parsers.map(([, parse]) => parse), ...Object.values(normalisers), ...Object.values(others)]
  for (const [, typed] of awkward) for (const call of calls) call(typed)
  // 14 texts, most of a million characters, through some 30 functions: milliseconds when cut off, minutes when quadratic.
  expect(performance.now() - started).toBeLessThan(2_000)
})

test('notes have distinct codes, and no text with an exclamation mark', () => {
  const all = Object.values(notes)
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
  for (const note of all) {
    expect(note.code).toMatch(/^I-\d{2}$/)
    expect(note.zh + note.en).not.toMatch(/[!！]/)
  }
})
