/** Base32 of Crockford: without i, l, o and u, so that a code can be read out and typed. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const codeLength = 16
const form = /^[0-9a-hjkmnp-tv-z]{16}$/

/** 10 bytes (80 bits) → 16 characters. */
export function linkCode(bytes: Uint8Array): string {
  let code = ''
  let kept = 0
  let bits = 0
  for (const byte of bytes) {
    kept = ((kept << 8) | byte) & 0xffff
    bits += 8
    for (; bits >= 5; bits -= 5) code += alphabet[(kept >> (bits - 5)) & 31]
  }
  return code.slice(0, codeLength)
}

/** As typed → as it is; undefined = not the form of a code. */
export function readLinkCode(typed: string): string | undefined {
  const code = typed.toLowerCase().replaceAll('-', '').replaceAll('o', '0').replaceAll(/[il]/g, '1')
  return form.test(code) ? code : undefined
}
