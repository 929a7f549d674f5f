/**
 * What people type, paste or scan, before any form is looked for. Longer input is cut off unread, so that parsing costs
 * the same for a megabyte as for a line; every form of this folder is far shorter.
 */
const longestRead = 256

const spacing = /[\p{White_Space}\p{Cf}\p{Cc}]/gu

/** What is typed for a dash, U+2212 (minus) included. */
export const dashes = /[\p{Pd}\u2212]/gu

/**
 * NFKC (full-width letters and digits become plain) and upper case, without spaces, invisible characters and whatever
 * matches `dropped` (a global expression). Idempotent: what is dropped may bring a letter and an accent together, so
 * normalising comes last once more.
 */
export function typedCode(text: string, dropped: RegExp): string {
  const plain = text.slice(0, longestRead).normalize('NFKC').toUpperCase()
  return plain.replace(spacing, '').replace(dropped, '').normalize('NFKC').slice(0, longestRead)
}

/** The same for text in which inner spaces carry meaning: case stays, runs of spaces become one, ends are trimmed. */
export function typedWords(text: string): string {
  const words = text
    .slice(0, longestRead)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
  return words
    .replace(/[\p{White_Space}\p{Cc}]+/gu, ' ')
    .normalize('NFKC')
    .slice(0, longestRead)
    .trim()
}
