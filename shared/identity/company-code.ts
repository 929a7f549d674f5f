import { accepted, refused, type Reading } from './reading.ts'
import { dashes, typedCode } from './typed-text.ts'

/** GB 32100 leaves out I, O, S, V and Z; a character's value is its place. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** In GB 11714 letters count on from 9 without gaps (A 10 … Z 35). */
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

const weighted = (text: string, values: string, by: readonly number[]) =>
  by.reduce((sum, weight, place) => sum + weight * values.indexOf(text.charAt(place)), 0)

function checkCharacter(first17: string): string {
  return alphabet.charAt((31 - (weighted(first17, alphabet, weights) % 31)) % 31)
}

function organisationCheck(first8: string): string {
  const rest = (11 - (weighted(first8, organisationAlphabet, organisationWeights) % 11)) % 11
  return rest === 10 ? 'X' : String(rest)
}

/** The stored form: NFKC, upper case, without spaces and dashes. Idempotent. */
export const normaliseCompanyCode = (text: string): string => typedCode(text, dashes)

/**
 * Reads a unified social credit code (GB 32100-2015): register, kind, 6 digits of the region, 9 characters of an
 * organisation code with a check of its own (GB 11714-1997), 1 check character. 18 characters in all.
 */
export function parseCompanyCode(text: string): Reading<'company'> {
  const value = normaliseCompanyCode(text)
  if (value === '') return refused('company-code.empty')
  if (value.length !== 18) return refused('company-code.wrong-length')
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(value))
    return refused('company-code.wrong-character')
  if (checkCharacter(value.slice(0, 17)) !== value[17]) return refused('company-code.wrong-check')
  if (organisationCheck(value.slice(8, 16)) !== value[16]) return refused('company-code.wrong-organisation-check')
  return accepted('company', value)
}
