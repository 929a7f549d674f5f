/** A number as it was typed, without its blanks; `null` = none, `undefined` = no such number. */
export function typedSegment(text: string): string | null | undefined {
  const plain = text.replaceAll(/\s/g, '')
  if (plain === '') return null
  return /^\d{3,24}$/.test(plain) ? plain : undefined
}
