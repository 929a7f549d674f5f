const utf8 = new TextEncoder()
export const bytesOf = (text: string): number => utf8.encode(text).length

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })
/** As a person counts them. */
export const charactersOf = (text: string): string[] => Array.from(characters.segment(text), ({ segment }) => segment)

const ending = '…'

/** At most so many bytes of UTF-8, never half a character; what was cut shows as 「…」. */
export function cutToBytes(text: string, most: number): string {
  if (bytesOf(text) <= most) return text
  let kept = ''
  let left = most - bytesOf(ending)
  for (const { segment } of characters.segment(text)) {
    left -= bytesOf(segment)
    if (left < 0) break
    kept += segment
  }
  return kept + ending
}

/** The same, counted in characters of UTF-16 as gateways count them. */
export function cutToLength(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of characters.segment(text)) {
    if (kept.length + segment.length > most - ending.length) break
    kept += segment
  }
  return kept + ending
}
