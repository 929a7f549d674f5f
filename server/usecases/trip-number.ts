import type { Deps } from '../deps.ts'
import { randomDigits } from './new-id.ts'

/** ISO/IEC 7064, MOD 11,10: finds every single wrong digit and every swap of neighbours. */
function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return String((11 - product) % 10)
}

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
