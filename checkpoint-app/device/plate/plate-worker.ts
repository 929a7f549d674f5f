import '../../ui/older-browsers.ts'
import { canRun, startEngine } from './engine.ts'
import { loadPack, type Pack, type PackProblem } from './pack.ts'
import { readPlate, type PlateReading, type Recognise } from './read-plate.ts'

/** What the page asks of the worker. A picture is of the guide box alone; it is read and let go. */
export type PlateTask =
  | { readonly type: 'start'; readonly pack: Pack }
  | { readonly type: 'read'; readonly id: number; readonly guide: ImageBitmap }

export type PlateAnswer =
  | { readonly type: 'loading'; readonly share: number }
  | { readonly type: 'ready'; readonly kept: boolean }
  | { readonly type: 'problem'; readonly why: PackProblem }
  | { readonly type: 'read'; readonly id: number; readonly reading: PlateReading | undefined }
  | { readonly type: 'broken'; readonly id: number; readonly why: string }

const say = (answer: PlateAnswer) => self.postMessage(answer, { transfer: [] })

let recognise: Recognise | undefined

async function start(pack: Pack): Promise<void> {
  if (!canRun()) return say({ type: 'problem', why: 'no-engine' })
  const ports = {
    fetch: (url: string) => fetch(url),
    caches: 'caches' in self ? caches : undefined,
    online: () => navigator.onLine,
  }
  let told = 0
  const loaded = await loadPack(pack, ports, (share) => {
    if (share - told < 0.01 && share < 1) return
    told = share
    say({ type: 'loading', share })
  })
  if (typeof loaded === 'string') return say({ type: 'problem', why: loaded })
  try {
    recognise = await startEngine(loaded)
    say({ type: 'ready', kept: loaded.kept })
  } catch {
    say({ type: 'problem', why: 'no-engine' })
  }
}

let canvas: OffscreenCanvas | undefined

/** Of the picture nothing stays but these numbers, and they only until they are read. */
function pixels(guide: ImageBitmap): ImageData {
  canvas ??= new OffscreenCanvas(guide.width, guide.height)
  canvas.width = guide.width
  canvas.height = guide.height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas in this worker')
  context.drawImage(guide, 0, 0)
  guide.close()
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

async function read(id: number, guide: ImageBitmap): Promise<PlateAnswer> {
  try {
    if (recognise === undefined) throw new Error('not started')
    return { type: 'read', id, reading: await readPlate(pixels(guide), recognise) }
  } catch (problem) {
    return { type: 'broken', id, why: problem instanceof Error ? problem.message : String(problem) }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<PlateTask>) => {
  if (data.type === 'start') void start(data.pack)
  else void read(data.id, data.guide).then(say)
})
