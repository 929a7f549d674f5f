/**
 * What people type, paste or scan, before any form is looked for. Longer input is cut off unread, so that parsing costs
 * the same for a megabyte as for a line; every form of this folder is far shorter.
 */
const longestRead = 256

const spacing = /[\p{White_Space}\p{Cf}\p{Cc}]/gu

/** NFKC (full-width letters and digits become plain) and upper case, without spaces and invisible characters. */
export function typedCode(text: string): string {
  const plain = text.slice(0, longestRead).normalize('NFKC').toUpperCase()
  return plain.replace(spacing, '').normalize('NFKC').slice(0, longestRead)
}

/** The same for text in which inner spaces carry meaning: runs become one space, ends are trimmed. */
export function typedWords(text: string): string {
  const cut = text.slice(0, longestRead).normalize('NFKC')
  const words = cut.replace(/\p{Cf}/gu, '').replace(/[\p{White_Space}\p{Cc}]+/gu, ' ')
  return words.normalize('NFKC').slice(0, longestRead).trim()
}

/** What people type for a dash, U+2212 (minus) included. */
export const dashes = /[\p{Pd}\u2212]/gu
