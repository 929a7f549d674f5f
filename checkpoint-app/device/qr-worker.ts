import '../ui/older-browsers.ts'
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { areaFor, sharpen, type Look } from './qr-looks.ts'

/** Runs in a worker of its own: decoding on the page's thread would freeze the picture. */
export type QrTask = { readonly id: number; readonly image: ImageBitmap; readonly look: Look }
export type QrResult =
  { readonly id: number; readonly text: string | null } | { readonly id: number; readonly broken: string }

// Served by us: the library's own address is a public content network.
prepareZXingModule({
  overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path) },
})

const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  maxNumberOfSymbols: 1,
}

let canvas: OffscreenCanvas | undefined

function pixels({ image, look }: QrTask): ImageData {
  const area = areaFor(look, image.width, image.height)
  canvas ??= new OffscreenCanvas(area.outWidth, area.outHeight)
  canvas.width = area.outWidth
  canvas.height = area.outHeight
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas in this worker')
  context.drawImage(image, area.x, area.y, area.width, area.height, 0, 0, area.outWidth, area.outHeight)
  image.close()
  const data = context.getImageData(0, 0, area.outWidth, area.outHeight)
  if (look === 'sharp') sharpen(data)
  return data
}

async function answer(task: QrTask): Promise<QrResult> {
  try {
    const [found] = await readBarcodes(pixels(task), options)
    return { id: task.id, text: found?.isValid === true ? found.text : null }
  } catch (problem) {
    return { id: task.id, broken: problem instanceof Error ? problem.message : String(problem) }
  }
}

self.addEventListener('message', (event: MessageEvent<QrTask>) => {
  void answer(event.data).then((result) => self.postMessage(result, { transfer: [] }))
})
