/** What the head of a JPEG says of it. `described`: it carries EXIF or XMP (APP1), where a place and a phone may stand. */
export type JpegHead = { readonly width: number; readonly height: number; readonly described: boolean }

/** Start of frame, any kind; C4, C8 and CC are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const startOfScan = 0xda

/** Reads segment by segment up to the picture itself; `undefined` = no whole JPEG. */
export function jpegHead(bytes: Uint8Array): JpegHead | undefined {
  const end = bytes.length - 2
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[end] !== 0xff || bytes[end + 1] !== 0xd9) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { width: number; height: number } | undefined
  let described = false
  let at = 2
  while (at + 4 <= end) {
    const marker = view.getUint8(at + 1)
    const length = view.getUint16(at + 2)
    if (view.getUint8(at) !== 0xff || length < 2 || at + 2 + length > end) return undefined
    if (marker === startOfScan) return size && { ...size, described }
    if (marker === 0xe1) described = true
    if (isFrame(marker)) {
      if (length < 8) return undefined
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    at += 2 + length
  }
  return undefined
}

/** A photograph of a credential is as large as it must be to be read, and no larger. */
export const photoLimits = { pixels: 1280, bytes: 150_000 } as const

export type PhotoFault = 'not-jpeg' | 'too-large' | 'described'

/** What is wrong with a photograph that is to be kept; `undefined` = nothing. */
export function photoFault(bytes: Uint8Array): PhotoFault | undefined {
  if (bytes.length > photoLimits.bytes) return 'too-large'
  const head = jpegHead(bytes)
  if (head === undefined || head.width === 0 || head.height === 0) return 'not-jpeg'
  if (head.described) return 'described'
  return Math.max(head.width, head.height) > photoLimits.pixels ? 'too-large' : undefined
}
