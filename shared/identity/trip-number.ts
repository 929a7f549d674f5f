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

/** What follows the first eleven digits of a trip's number. */
export const tripCheckDigit = (digits: string): string =>
  Array.from(digits).reduce((interim, digit) => damm[Number(interim)]?.charAt(Number(digit)) ?? '', '0')

/** As typed or read out → twelve digits; undefined when it cannot be one of ours. */
export function readTripNumber(text: string): string | undefined {
  const digits = digitsOf(text)
  return /^\d{12}$/.test(digits) && tripCheckDigit(digits.slice(0, -1)) === digits.at(-1) ? digits : undefined
}

/** Without the spaces and dashes of reading out. */
export const digitsOf = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '')

/** 482109371165 → 4821 0937 1165, also while it is typed. */
export const inFours = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ')
