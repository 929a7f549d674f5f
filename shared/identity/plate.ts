import { accepted, refused, type Reading } from './reading.ts'
import { typedCode } from './typed-text.ts'

/**
 * Number plates by GA 36-2018, read, compared and shown. A plate identifies the vehicle that carries it (for an
 * articulated one: the tractor); it is never a ground of a decision, and an unknown form is kept, not refused: military,
 * armed police, temporary, embassy and foreign plates exist.
 */
export type PlateKind =
  | 'ordinary'
  | 'trailer' // …挂
  | 'learner' // …学
  | 'police' // …警
  | 'hong-kong' // …港
  | 'macau' // …澳
  | 'new-energy-small' // energy letter, letter or digit, four digits
  | 'new-energy-large' // five digits, energy letter
  | 'farm' // tractor or combine: two digits instead of the issuing letter
  | 'other'

/** The 31 province signs, in the order of the on-screen keyboard. */
export const plateProvinces: readonly string[] = Array.from(
  '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼',
)

const digits = '0123456789'
// I and O are never used: they cannot be told from 1 and 0.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const energy = 'ABCDEFGHJK'
const province = plateProvinces.join('')
const serial = digits + letters

/** Each form as the characters that may stand in each place; no plate fits two forms. */
export const plateForms: readonly (readonly [Exclude<PlateKind, 'other'>, readonly string[]])[] = [
  ['ordinary', [province, letters, serial, serial, serial, serial, serial]],
  ['trailer', [province, letters, serial, serial, serial, serial, '挂']],
  ['learner', [province, letters, serial, serial, serial, serial, '学']],
  ['police', [province, letters, serial, serial, serial, serial, '警']],
  ['hong-kong', [province, letters, serial, serial, serial, serial, '港']],
  ['macau', [province, letters, serial, serial, serial, serial, '澳']],
  ['new-energy-small', [province, letters, energy, serial, digits, digits, digits, digits]],
  ['new-energy-large', [province, letters, digits, digits, digits, digits, digits, energy]],
  ['farm', [province, digits, digits, serial, serial, serial, serial, serial]],
]

const fits = (plate: readonly string[], form: readonly string[]) =>
  plate.every((character, place) => form[place]?.includes(character) === true)

function kindOf(plate: string): PlateKind {
  const characters = Array.from(plate)
  return plateForms.find(([, form]) => form.length === characters.length && fits(characters, form))?.[0] ?? 'other'
}

const separators = /[\p{Pd}\u2212\u00B7\u2022\u2027\u2219\u22C5\u25CF\u30FB\u3002.,_'`]/gu

/** The stored form: NFKC, upper case, without spaces, dots and dashes. `豫h·1234 挂` → `豫H1234挂`. Idempotent. */
export const normalisePlate = (text: string): string => typedCode(text, separators)

/** Characters; the longest plate of GA 36 has 8, foreign and temporary ones a little more. */
const longestPlate = 16

const asDigits = (plate: string) => plate.replaceAll('I', '1').replaceAll('O', '0')

/** Reads a plate. Only nothing, nonsense signs or more than 16 characters are refused. */
export function parsePlate(text: string): Reading<PlateKind> {
  const value = normalisePlate(text)
  if (value === '') return refused('plate.empty')
  if (value.length > longestPlate) return refused('plate.too-long')
  if (!/^[\p{L}\p{M}\p{N}]+$/u.test(value)) return refused('plate.unreadable')
  const kind = kindOf(value)
  if (kind !== 'other') return accepted(kind, value)
  return accepted(kind, value, [kindOf(asDigits(value)) === 'other' ? 'plate.unknown-form' : 'plate.letter-i-or-o'])
}

/** Whether two texts name the same plate; nothing is the same as no plate. */
export function samePlate(a: string, b: string): boolean {
  const plate = normalisePlate(a)
  return plate !== '' && plate === normalisePlate(b)
}

/** How many characters name the issuing office: the dot follows them, and on a plate of two rows they are the upper one. */
export const headOf = (kind: Exclude<PlateKind, 'other'>): number => (kind === 'farm' ? 3 : 2)

/** Where the dot goes. `undefined` for a form without one. */
function headLength(plate: string): number | undefined {
  const kind = kindOf(plate)
  return kind === 'other' ? undefined : headOf(kind)
}

/** For screens and paper: `豫H·12345`; an unknown form as it is stored. */
export function showPlate(text: string): string {
  const plate = normalisePlate(text)
  const head = headLength(plate)
  return head === undefined ? plate : `${plate.slice(0, head)}·${plate.slice(head)}`
}

/**
 * For exports: the issuing office, the first and the last character of the serial, always three stars (`豫H·1***5`). Of an
 * unknown form the first and last character; of one with fewer than five characters nothing.
 */
export function maskPlate(text: string): string {
  const plate = normalisePlate(text)
  const characters = Array.from(plate)
  const head = headLength(plate)
  if (head !== undefined) return `${plate.slice(0, head)}·${characters[head]}***${characters.at(-1)}`
  return characters.length < 5 ? '***' : `${characters[0]}***${characters.at(-1)}`
}

const keyboard: readonly string[] = Array.from(`${province}${serial}挂学警港澳`)

/**
 * The keys of an on-screen keyboard that may follow what is typed so far, in keyboard order; none when nothing may follow
 * (the plate is full, or is of another form and needs the ordinary keyboard).
 */
export function nextPlateKeys(typed: string): readonly string[] {
  const characters = Array.from(normalisePlate(typed))
  const open = plateForms.filter(([, form]) => fits(characters, form)).map(([, form]) => form[characters.length])
  return keyboard.filter((key) => open.some((place) => place?.includes(key)))
}
