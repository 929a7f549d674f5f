import '../ui/older-browsers.ts'
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { areaFor, brighten, looksInTurn, sharpen, whiteOf, type Look } from './qr-looks.ts'

/** Runs in a worker of its own: decoding on the page's thread would freeze the picture. */
export type QrTask = {
  readonly id: number
  readonly image: ImageBitmap | VideoFrame
  /** Left out: whichever is next. */ readonly look?: Look
}
/** `ms`: how long it took here, where no throttling of the page reaches. */
export type QrResult =
  | { readonly id: number; readonly text: string | null; readonly look: Look; readonly ms: number }
  | { readonly id: number; readonly broken: string }

// Served by us: the library's own address is a public content network. Compiled at once, while the camera opens; where
// that fails the first reading fails the same way and is told.
prepareZXingModule({
  overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path) },
  fireImmediately: true,
}).catch(() => undefined)

const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  maxNumberOfSymbols: 1,
}

let canvas: OffscreenCanvas | undefined
const turns = looksInTurn()

function pixels(image: QrTask['image'], look: Look): ImageData {
  const [width, height] = 'width' in image ? [image.width, image.height] : [image.displayWidth, image.displayHeight]
  const area = areaFor(look, width, height)
  canvas ??= new OffscreenCanvas(area.outWidth, area.outHeight)
  canvas.width = area.outWidth
  canvas.height = area.outHeight
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas in this worker')
  context.drawImage(image, area.x, area.y, area.width, area.height, 0, 0, area.outWidth, area.outHeight)
  image.close()
  return context.getImageData(0, 0, area.outWidth, area.outHeight)
}

async function answer({ id, image, look: asked }: QrTask): Promise<QrResult> {
  const begun = performance.now()
  const look = asked ?? turns.next()
  try {
    const data = pixels(image, look)
    const white = whiteOf(data)
    if (look === 'sharp') sharpen(data)
    if (look === 'dim') brighten(data)
    const [found] = await readBarcodes(data, options)
    const text = found?.isValid === true ? found.text : null
    if (asked === undefined) turns.told({ look, found: text !== null, white })
    return { id, text, look, ms: performance.now() - begun }
  } catch (problem) {
    return { id, broken: problem instanceof Error ? problem.message : String(problem) }
  }
}

self.addEventListener('message', (event: MessageEvent<QrTask>) => {
  void answer(event.data).then((result) => self.postMessage(result, { transfer: [] }))
})
