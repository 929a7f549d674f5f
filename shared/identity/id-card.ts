import { beijing, type Instant } from '../instant.ts'
import { accepted, refused, type Reading } from './reading.ts'
import { dashes, typedCode } from './typed-text.ts'

/**
 * Citizen identity numbers by GB 11643-1999: 6 digits of the county of first registration, 8 of the birth date, 3 of a
 * sequence, 1 check character. The county is not looked at: abolished codes live on in cards, and origin is no criterion.
 */
export type IdCardKind = 'resident' | 'resident-legacy'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  return checkCharacters.charAt(sum % 11)
}

/** The stored form: NFKC, upper case (`x` → `X`), without spaces and dashes. Idempotent. */
export const normaliseId = (text: string): string => typedCode(text, dashes)

function exists(date: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8))]
  if (year < 1900 || month < 1 || month > 12) return false
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function isAfter(date: string, now: Instant): boolean {
  const today = beijing(now)
  return Number(date) > today.year * 10_000 + today.month * 100 + today.day
}

function parse18(value: string, kind: IdCardKind, now: Instant): Reading<IdCardKind> {
  const birth = value.slice(6, 14)
  if (!exists(birth)) return refused('id.no-such-date')
  if (isAfter(birth, now)) return refused('id.birth-in-future')
  if (checkCharacter(value.slice(0, 17)) !== value[17]) return refused('id.wrong-check')
  return accepted(kind, value, kind === 'resident-legacy' ? ['id.legacy'] : [])
}

/** A 15-digit number (issued until 1999) lacks the century and the check; the 18-character one is found from it. */
function fromLegacy(fifteen: string): string {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`
  return first17 + checkCharacter(first17)
}

/**
 * Reads a citizen identity number. Refused: wrong length, characters, check, or a birth date that does not exist, lies
 * before 1900 or after `now` (Beijing calendar). A 15-digit number is accepted with a warning, its value being the
 * 18-character one, so that both are found in the same lists.
 */
export function parseIdCard(text: string, now: Instant): Reading<IdCardKind> {
  const value = normaliseId(text)
  if (value === '') return refused('id.empty')
  if (/^\d{15}$/.test(value)) return parse18(fromLegacy(value), 'resident-legacy', now)
  if (value.length !== 18) return refused('id.wrong-length')
  return /^\d{17}[\dX]$/.test(value) ? parse18(value, 'resident', now) : refused('id.wrong-character')
}

/**
 * For screens and exports: `4108**********1234`, never more than first and last four. Shorter documents (under 15
 * characters) show the first and the last two; under 6 nothing. At most ten stars are written.
 */
export function maskId(text: string): string {
  const characters = Array.from(normaliseId(text))
  if (characters.length < 6) return '******'
  const [head, tail] = characters.length < 15 ? [1, 2] : [4, 4]
  const stars = '*'.repeat(Math.min(10, characters.length - head - tail))
  return characters.slice(0, head).join('') + stars + characters.slice(-tail).join('')
}

/** The last four characters, `X` in upper case; what a freight code carries of an identity number. */
export const idTail = (text: string): string => Array.from(normaliseId(text)).slice(-4).join('')
