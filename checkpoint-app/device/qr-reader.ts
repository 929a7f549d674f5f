import { looks, type Look } from './qr-looks.ts'
import type { QrResult, QrTask } from './qr-worker.ts'

export interface QrReader {
  /** The text of a code in the picture, `null` when there is none. Without a `look` in turn. Rejects when reading itself is broken. */
  read(image: ImageBitmap | VideoFrame, look?: Look): Promise<string | null>
  close(): void
}

/** One frame looked at; `ms` is the worker's own time, `at` the page's clock when it heard of it. */
export type Looked = { readonly look: Look; readonly ms: number; readonly found: boolean; readonly at: number }

type Waiting = { resolve: (text: string | null) => void; reject: (problem: Error) => void }

/** `looked` is told of every frame. */
export function qrReader(looked: (at: Looked) => void = () => {}): QrReader {
  const worker = new Worker(new URL('./qr-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let last = 0

  worker.addEventListener('message', ({ data }: MessageEvent<QrResult>) => {
    const task = waiting.get(data.id)
    waiting.delete(data.id)
    if ('broken' in data) task?.reject(new Error(data.broken))
    else {
      looked({ look: data.look, ms: data.ms, found: data.text !== null, at: performance.now() })
      task?.resolve(data.text)
    }
  })
  worker.addEventListener('error', (event) => {
    for (const task of waiting.values()) task.reject(new Error(event.message || 'the reader did not start'))
    waiting.clear()
  })

  return {
    read: (image, look) =>
      new Promise((resolve, reject) => {
        const task: QrTask = { id: ++last, image, ...(look && { look }) }
        waiting.set(task.id, { resolve, reject })
        worker.postMessage(task, [image])
      }),
    close: () => worker.terminate(),
  }
}

/** A photo from the gallery or the system camera, where the live picture is not allowed or too dark. */
export async function readPhoto(reader: QrReader, photo: Blob): Promise<string | null> {
  for (const look of looks) {
    const text = await reader.read(await createImageBitmap(photo), look)
    if (text !== null) return text
  }
  return null
}
