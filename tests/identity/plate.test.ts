import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  maskPlate,
  nextPlateKeys,
  normalisePlate,
  parsePlate,
  plateProvinces,
  samePlate,
  showPlate,
  type PlateKind,
} from '../../shared/identity/plate.ts'
import { plateColour, type PlateColour } from '../../shared/identity/plate-colour.ts'
import { text } from './any-text.ts'

const kinds: [typed: string, stored: string, kind: PlateKind, shown: string, masked: string][] = [
  ['豫H12345', '豫H12345', 'ordinary', '豫H·12345', '豫H·1***5'],
  ['豫H·12345', '豫H12345', 'ordinary', '豫H·12345', '豫H·1***5'],
  ['豫H•12345', '豫H12345', 'ordinary', '豫H·12345', '豫H·1***5'],
  ['豫H‧12345', '豫H12345', 'ordinary', '豫H·12345', '豫H·1***5'],
  ['豫H・12345', '豫H12345', 'ordinary', '豫H·12345', '豫H·1***5'],
  ['豫H.12345', '豫H12345', 'ordinary', '豫H·12345', '豫H·1***5'],
  ['豫H-12345', '豫H12345', 'ordinary', '豫H·12345', '豫H·1***5'],
  ['豫H－１２３４５', '豫H12345', 'ordinary', '豫H·12345', '豫H·1***5'],
  ['　豫ｈ　１２３４５\u200B', '豫H12345', 'ordinary', '豫H·12345', '豫H·1***5'],
  ['沪DB8888', '沪DB8888', 'ordinary', '沪D·B8888', '沪D·B***8'],
  ['沪DX0001', '沪DX0001', 'ordinary', '沪D·X0001', '沪D·X***1'],
  ['京AAAAAA', '京AAAAAA', 'ordinary', '京A·AAAAA', '京A·A***A'],
  ['豫h 1234挂', '豫H1234挂', 'trailer', '豫H·1234挂', '豫H·1***挂'],
  ['豫HX001挂', '豫HX001挂', 'trailer', '豫H·X001挂', '豫H·X***挂'],
  ['豫H1234学', '豫H1234学', 'learner', '豫H·1234学', '豫H·1***学'],
  ['豫H1234警', '豫H1234警', 'police', '豫H·1234警', '豫H·1***警'],
  ['粤Z1234港', '粤Z1234港', 'hong-kong', '粤Z·1234港', '粤Z·1***港'],
  ['粤Z1234澳', '粤Z1234澳', 'macau', '粤Z·1234澳', '粤Z·1***澳'],
  ['豫HD12345', '豫HD12345', 'new-energy-small', '豫H·D12345', '豫H·D***5'],
  ['豫HKA2345', '豫HKA2345', 'new-energy-small', '豫H·KA2345', '豫H·K***5'],
  ['豫H12345D', '豫H12345D', 'new-energy-large', '豫H·12345D', '豫H·1***D'],
  ['豫H00001D', '豫H00001D', 'new-energy-large', '豫H·00001D', '豫H·0***D'],
  ['豫H12345K', '豫H12345K', 'new-energy-large', '豫H·12345K', '豫H·1***K'],
  ['豫0812345', '豫0812345', 'farm', '豫08·12345', '豫08·1***5'],
  ['豫08A1234', '豫08A1234', 'farm', '豫08·A1234', '豫08·A***4'],
  ['豫08 12345', '豫0812345', 'farm', '豫08·12345', '豫08·1***5'],
]

const unusual: [typed: string, warning: string, masked: string][] = [
  ['豫HI2345', 'plate.letter-i-or-o', '豫***5'],
  ['豫HO2345', 'plate.letter-i-or-o', '豫***5'],
  ['豫H1234O', 'plate.letter-i-or-o', '豫***O'],
  ['豫I12345', 'plate.unknown-form', '豫***5'],
  ['川A123456', 'plate.unknown-form', '川***6'],
  ['豫HL12345', 'plate.unknown-form', '豫***5'],
  ['豫H12345L', 'plate.unknown-form', '豫***L'],
  ['豫H1234', 'plate.unknown-form', '豫***4'],
  ['豫H', 'plate.unknown-form', '***'],
  ['豫H12', 'plate.unknown-form', '***'],
  ['豫H123', 'plate.unknown-form', '豫***3'],
  ['H12345', 'plate.unknown-form', 'H***5'],
  ['港H12345', 'plate.unknown-form', '港***5'],
  ['WJ豫12345', 'plate.unknown-form', 'W***5'],
  ['WJ豫1234H', 'plate.unknown-form', 'W***H'],
  ['VA12345', 'plate.unknown-form', 'V***5'],
  ['军A12345', 'plate.unknown-form', '军***5'],
  ['京014578使', 'plate.unknown-form', '京***使'],
  ['沪A0023领', 'plate.unknown-form', '沪***领'],
  ['豫H12345临', 'plate.unknown-form', '豫***临'],
  ['豫H1234试', 'plate.unknown-form', '豫***试'],
  ['А123ВС777', 'plate.unknown-form', 'А***7'],
  ['1234-УБА', 'plate.unknown-form', '1***А'],
]

describe('plates of GA 36-2018', () => {
  test.each(kinds)('%s → %s, %s, %s, %s', (typed, value, kind, shown, masked) => {
    expect(parsePlate(typed)).toEqual({ ok: true, value, kind, warnings: [] })
    expect(normalisePlate(typed)).toBe(value)
    expect(showPlate(typed)).toBe(shown)
    expect(maskPlate(typed)).toBe(masked)
  })

  test.each(unusual)('%s is kept as another plate with %s, masked %s', (typed, warning, masked) => {
    expect(parsePlate(typed)).toEqual({ ok: true, value: normalisePlate(typed), kind: 'other', warnings: [warning] })
    expect(showPlate(typed)).toBe(normalisePlate(typed))
    expect(maskPlate(typed)).toBe(masked)
  })

  test.each([
    ['', 'plate.empty'],
    [' ·-. ', 'plate.empty'],
    ['豫H?2345', 'plate.unreadable'],
    ['豫H1234😀', 'plate.unreadable'],
    ['豫H1234\uD83D', 'plate.unreadable'],
    ['豫H1234567890123', 'plate.unknown-form'],
    ['豫H12345678901234567', 'plate.too-long'],
  ])('%j says %s', (typed, key) => {
    const reading = parsePlate(typed)
    expect(reading.ok ? reading.warnings : [reading.code]).toEqual([key])
  })

  test('the regular expressions of the standard agree with the table of forms', () => {
    const P = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
    const S = 'A-HJ-NP-Z'
    const standard: [PlateKind, RegExp][] = [
      ['ordinary', new RegExp(`^${P}[${S}][${S}0-9]{5}$`)],
      ['trailer', new RegExp(`^${P}[${S}][${S}0-9]{4}挂$`)],
      ['learner', new RegExp(`^${P}[${S}][${S}0-9]{4}学$`)],
      ['police', new RegExp(`^${P}[${S}][${S}0-9]{4}警$`)],
      ['hong-kong', new RegExp(`^${P}[${S}][${S}0-9]{4}港$`)],
      ['macau', new RegExp(`^${P}[${S}][${S}0-9]{4}澳$`)],
      ['new-energy-small', new RegExp(`^${P}[${S}][A-HJK][${S}0-9][0-9]{4}$`)],
      ['new-energy-large', new RegExp(`^${P}[${S}][0-9]{5}[A-HJK]$`)],
      ['farm', new RegExp(`^${P}[0-9]{2}[${S}0-9]{5}$`)],
    ]
    const letter = fc.constantFrom(...Array.from('ABHIKOZ0189挂学'))
    const nearly = fc
      .tuple(fc.constantFrom('豫', '沪', '琼', 'H'), fc.array(letter, { minLength: 5, maxLength: 8 }))
      .map(([first, rest]) => first + rest.join(''))
    const shaped = fc.oneof(...standard.map(([, form]) => fc.stringMatching(form)))
    fc.assert(
      fc.property(fc.oneof(nearly, shaped), (plate) => {
        const fitting = standard.filter(([, form]) => form.test(plate)).map(([kind]) => kind)
        expect(fitting.length).toBeLessThanOrEqual(1)
        expect(parsePlate(plate)).toMatchObject({ ok: true, kind: fitting[0] ?? 'other' })
      }),
      { numRuns: 800 },
    )
  })

  test('there are 31 province signs', () => expect(new Set(plateProvinces).size).toBe(31))
})

test.each([
  ['豫H12345', '豫h·12345', true],
  ['豫Ｈ１２３４５', '豫H 12345', true],
  ['豫H12345', '豫H12346', false],
  ['豫H12345', '豫H12345D', false],
  ['', '', false],
  [' · ', '-', false],
])('%j and %j are the same plate: %s', (a, b, same) => {
  expect(samePlate(a, b)).toBe(same)
  expect(samePlate(b, a)).toBe(same)
})

test('a mask shows at most the issuing office and two characters of the serial', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const masked = maskPlate(typed)
      const parts = masked.split('***')
      expect(parts).toHaveLength(2)
      expect(Array.from(parts.join('')).length).toBeLessThanOrEqual(masked.includes('·') ? 6 : 2)
    }),
    { numRuns: 1000 },
  )
})

test('plates of one form that differ only under the stars look the same', () => {
  const middle = fc.stringMatching(/^[0-9A-HJ-NP-Z]{3}$/)
  fc.assert(fc.property(middle, middle, (a, b) => maskPlate(`豫H1${a}5`) === maskPlate(`豫H1${b}5`)))
})

describe('the keyboard', () => {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
  test.each([
    ['', plateProvinces.join('')],
    ['豫', `0123456789${letters}`],
    ['豫H', `0123456789${letters}`],
    ['豫0', '0123456789'],
    ['豫08', `0123456789${letters}`],
    ['豫H1234', `0123456789${letters}挂学警港澳`],
    ['豫H123', `0123456789${letters}`],
    ['豫h·1234', `0123456789${letters}挂学警港澳`],
    ['豫H12345', 'ABCDEFGHJK'],
    ['豫HD1234', '0123456789'],
    ['豫HDA234', '0123456789'],
    ['豫H1234挂', ''],
    ['豫H12345D', ''],
    ['豫HI', ''],
    ['WJ', ''],
  ])('after %j come %j', (typed, keys) => {
    expect(nextPlateKeys(typed).join('')).toBe(keys)
  })

  test('types every plate of a known form, and never leads to a dead end', () => {
    const walk = fc.array(fc.nat(), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(walk, (choices) => {
        let typed = ''
        for (const choice of choices) {
          const keys = nextPlateKeys(typed)
          if (keys.length === 0) break
          typed += keys[choice % keys.length]
        }
        const reading = parsePlate(typed)
        expect(reading).toMatchObject({ ok: true, warnings: [] })
      }),
    )
  })
})

const colours: [PlateKind, 'large' | 'small', PlateColour][] = [
  ['ordinary', 'large', 'yellow'],
  ['ordinary', 'small', 'blue'],
  ['trailer', 'small', 'yellow'],
  ['new-energy-small', 'small', 'green'],
  ['new-energy-large', 'large', 'yellow-green'],
  ['police', 'small', 'white'],
  ['hong-kong', 'large', 'black'],
  ['other', 'large', 'unknown'],
]
test.each(colours)('%s of a %s vehicle is %s', (kind, vehicle, colour) =>
  expect(plateColour(kind, vehicle)).toBe(colour),
)
