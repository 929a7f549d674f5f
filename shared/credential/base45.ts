/** RFC 9285, strict: two bytes are three characters of the QR alphanumeric set, an odd last byte is two. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 2) {
    const pair = i + 1 < bytes.length
    const value = pair ? bytes[i]! * 256 + bytes[i + 1]! : bytes[i]!
    text += alphabet[value % 45]! + alphabet[Math.floor(value / 45) % 45]!
    if (pair) text += alphabet[Math.floor(value / 2025)]!
  }
  return text
}

/** `undefined` for a stray character, a lone last character or a group that exceeds its bytes. */
export function fromBase45(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 3 === 1) return undefined
  const bytes: number[] = []
  for (let i = 0; i < text.length; i += 3) {
    const digits = text
      .slice(i, i + 3)
      .split('')
      .map((character) => alphabet.indexOf(character))
    if (digits.includes(-1)) return undefined
    const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0)
    if (value > (digits.length === 3 ? 0xffff : 0xff)) return undefined
    if (digits.length === 3) bytes.push(value >> 8)
    bytes.push(value & 0xff)
  }
  return new Uint8Array(bytes)
}
