/**
 * Two bytes as three characters, an odd last byte as two, lowest digit first. Strict: every run of bytes has one text.
 * `decode` answers `undefined` for a stray character, a lone last character or a group that exceeds its bytes.
 */
export function pairCoding(alphabet: string) {
  const base = alphabet.length
  const digits = new Int16Array(128).fill(-1)
  for (let i = 0; i < base; i += 1) digits[alphabet.charCodeAt(i)] = i
  const digitAt = (text: string, at: number) => digits[text.charCodeAt(at)] ?? -1

  function encode(bytes: Uint8Array): string {
    let text = ''
    for (let i = 0; i < bytes.length; i += 2) {
      const pair = i + 1 < bytes.length
      const value = pair ? bytes[i]! * 256 + bytes[i + 1]! : bytes[i]!
      text += alphabet[value % base]! + alphabet[Math.floor(value / base) % base]!
      if (pair) text += alphabet[Math.floor(value / (base * base))]!
    }
    return text
  }

  function decode(text: string): Uint8Array<ArrayBuffer> | undefined {
    const rest = text.length % 3
    if (rest === 1) return undefined
    const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + rest / 2)
    let to = 0
    for (let i = 0; i < text.length; i += 3) {
      const [low, middle] = [digitAt(text, i), digitAt(text, i + 1)]
      const pair = i + 2 < text.length
      const high = pair ? digitAt(text, i + 2) : 0
      const value = low + middle * base + high * base * base
      if (low < 0 || middle < 0 || high < 0 || value > (pair ? 0xffff : 0xff)) return undefined
      if (pair) bytes[to++] = value >> 8
      bytes[to++] = value & 0xff
    }
    return bytes
  }

  return { encode, decode }
}
