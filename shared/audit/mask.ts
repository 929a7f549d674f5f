/** ID card numbers, of 15 or 18 places, also in groups. Not across a hyphen: two groups of a UUID may be all digits. */
const idNumber = /(?<![\p{N}A-Za-z])\p{Nd}(?: ?\p{Nd}){13,16} ?[\p{Nd}XxＸｘ](?![\p{N}A-Za-z])/gu
const mobile = /(?<![\p{N}A-Za-z])(?:\+?86[ -]?)?[1１][3-9３-９](?:[ -]?\p{Nd}){9}(?![\p{N}A-Za-z])/gu
const last4 = /.{4}$/u

const tail = (number: string) => `***${last4.exec(number.replaceAll(/[ -]/g, ''))?.[0] ?? ''}`

/**
 * Free text fit for the log: of the numbers of persons and phones only the last four stay. What a database would not give
 * back exactly (control characters, half a character, U+FFFD) is replaced, because the text is sealed as it is read.
 */
export const masked = (text: string): string =>
  text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/[\p{Cs}\ufffd]/gu, '?')
    .replaceAll(idNumber, tail)
    .replaceAll(mobile, tail)
