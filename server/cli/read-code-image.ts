import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { ReaderOptions, ReadResult } from 'zxing-wasm/reader'
import { jpegHead } from '../../shared/leads/jpeg.ts'

const signatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x42, 0x4d], // BMP
]

export const isImage = (bytes: Uint8Array): boolean =>
  signatures.some((signature) => signature.every((byte, at) => bytes[at] === byte))

/** From the quick look to the patient ones: what a flat threshold reads, a local one may not, and the other way round. */
const looks: readonly ReaderOptions[] = [
  {},
  { binarizer: 'GlobalHistogram' },
  { tryDenoise: true },
  { binarizer: 'FixedThreshold', tryDenoise: true },
  { downscaleThreshold: 200, downscaleFactor: 2 },
]
const everyLook: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 32,
  textMode: 'Plain',
}

/** A page at 1,200 dpi; a picture that says it is larger would cost gigabytes, however small its file. */
const mostPixels = 150_000_000

function pixelsOf(image: Uint8Array): number {
  const isPng = image[0] === 0x89 && image.length >= 24
  const size = isPng ? pngSize(image) : jpegHead(image)
  return size === undefined ? 0 : size.width * size.height
}

/** In its first chunk, big-endian. */
function pngSize({ buffer, byteOffset }: Uint8Array) {
  const view = new DataView(buffer, byteOffset, 24)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

let prepared = false
/** The reader's own file, from the package: nothing is fetched. */
function prepare(): void {
  if (prepared) return
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
  prepared = true
}

/** Texts of the QR codes in a picture, look after look until `enough`; empty where none is found or it is no picture. */
export async function codesInImage(
  image: Uint8Array,
  enough: (texts: readonly string[]) => boolean,
): Promise<string[]> {
  if (pixelsOf(image) > mostPixels) return []
  prepare()
  const texts = new Set<string>()
  for (const look of looks) {
    const found = await looked(image, look)
    for (const { isValid, text } of found) if (isValid) texts.add(text)
    if (enough([...texts])) break
  }
  return [...texts]
}

/** A picture that the reader breaks on is one that it cannot read. */
async function looked(image: Uint8Array, look: ReaderOptions): Promise<ReadResult[]> {
  try {
    return await readBarcodes(new Uint8Array(image), { ...everyLook, ...look })
  } catch {
    return []
  }
}
