export type FileText =
  { ok: true; text: string; encoding: 'utf-8' | 'gb18030' | 'utf-16le' } | { ok: false; why: FileWhy }
export type FileWhy = 'empty' | 'workbook' | 'unreadable'

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

const zip = [0x50, 0x4b, 0x03, 0x04]
const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0]

function decoded(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030' | 'utf-16le'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The text of a file: UTF-8 with or without its mark, UTF-16 as "Unicode text" is saved, else GB 18030 (GBK, GB 2312). */
export function textOfFile(bytes: Uint8Array): FileText {
  if (bytes.length === 0) return { ok: false, why: 'empty' }
  if (startsWith(bytes, zip) || startsWith(bytes, oldWorkbook)) return { ok: false, why: 'workbook' }
  const encodings = startsWith(bytes, [0xff, 0xfe]) ? (['utf-16le'] as const) : (['utf-8', 'gb18030'] as const)
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding)
    if (text !== undefined) return { ok: true, text, encoding }
  }
  return { ok: false, why: 'unreadable' }
}
