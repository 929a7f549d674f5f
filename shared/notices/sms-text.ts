import { charactersOf, cutToLength } from './cut.ts'

/** A variable of a template holds so many characters, is never empty, and no brackets of a signature stand in it. */
const inOneVariable = 35
const parts = 3

/** The words of a notice as they go into a template: 【拥堵·超20分钟】柏香站… → 拥堵 超20分钟：柏香站… */
export function smsWords(text: string, signature: string): string {
  const own = text.startsWith(`【${signature}】`) ? text.slice(signature.length + 2) : text
  const plain = own
    .replace(/^【([^】]*)】/, '$1：')
    .replaceAll(/[【】]/g, ' ')
    .replaceAll('·', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return cutToLength(plain, inOneVariable * parts)
}

/** Three variables that read on, none of them empty, none too long, none ending in half a character. */
export function smsParts(words: string): readonly [string, string, string] {
  const all = charactersOf(words.padEnd(parts, '。'))
  const each = Math.ceil(all.length / parts)
  // Rest last: with 4 characters 2 + 1 + 1, never 2 + 2 + 0.
  const first = all.slice(0, each)
  const rest = all.slice(each)
  const half = Math.ceil(rest.length / 2)
  return [first.join(''), rest.slice(0, half).join(''), rest.slice(half).join('')]
}
