import type { Deps } from '../deps.ts'
import { randomDigits } from './new-id.ts'

/** Damm's table: it finds every single wrong digit and every swap of two neighbours. */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

const checkDigit = (digits: string): string =>
  Array.from(digits).reduce((interim, digit) => damm[Number(interim)]?.charAt(Number(digit)) ?? '', '0')

/** Twelve digits, the last a check digit; random, so that nobody's number tells another's. Never starts with 0. */
export function newTripNumber(deps: Pick<Deps, 'random'>): string {
  const body = randomDigits(deps, 11).replace(/^0/, '8')
  return body + checkDigit(body)
}

/** As typed or read out → twelve digits; undefined when it cannot be one of ours. */
export function readTripNumber(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{12}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.at(-1) ? digits : undefined
}

/** 482109371165 → 4821 0937 1165 */
export const showTripNumber = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ')
