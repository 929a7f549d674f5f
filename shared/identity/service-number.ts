/** What people may be told to call: a mobile, a number with its area code, one that is the same everywhere (400…, 12345, 110). */
const forms = /^(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8}|400-?\d{3}-?\d{4}|800-?\d{3}-?\d{4}|1\d{2,4}|9\d{4,5})$/

/** Without blanks and with plain dashes, as it is dialled and shown; undefined = no telephone number. */
export function readServiceNumber(text: string): string | undefined {
  const typed = text
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s/g, '')
    .replace(/^\((0\d{2,3})\)-?/, '$1-')
  return forms.test(typed) ? typed : undefined
}
