import type { QrReader } from './qr-reader.ts'

/** The same text again within this time is the same code still in the picture. */
const sameCodeMs = 4_000
/** So long the code of the truck just done, still held before the lens, does not begin it anew. */
const justDoneMs = 2_000

/** Whether a text just read is news. `justDone`: what the camera read last before it was opened anew. */
export function freshness(now: () => number, justDone?: string) {
  const begun = now()
  let last: { text: string; at: number } | undefined
  return (text: string): boolean => {
    if (text === justDone && now() - begun < justDoneMs) return false
    const known = last?.text === text && now() - last.at < sameCodeMs
    last = { text, at: now() }
    return !known
  }
}

export type Frame = ImageBitmap | VideoFrame

/** The picture now. A frame is handed on as it is; a bitmap has first to be copied, on the page's own thread. */
function frameOf(video: HTMLVideoElement): Frame | Promise<Frame> {
  if ('VideoFrame' in globalThis) {
    try {
      return new VideoFrame(video)
    } catch {
      // Not of this video, or not now.
    }
  }
  return createImageBitmap(video)
}

export type FramePorts = {
  readonly video: HTMLVideoElement
  /** Owns the picture: closes it, or hands it on to a worker. The next comes when this is done. */
  readonly see: (frame: Frame) => Promise<void>
  readonly broken: (problem: Error) => void
}

/** Hands on frames of the live picture, one at a time, until stopped. */
export function eachFrame({ video, see, broken }: FramePorts): () => void {
  let stopped = false

  async function look() {
    if (stopped) return
    try {
      if (video.readyState >= 2) await see(await frameOf(video))
    } catch (problem) {
      if (!stopped) broken(problem instanceof Error ? problem : new Error(String(problem)))
    }
    next()
  }
  function next() {
    if (stopped) return
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => void look())
    else setTimeout(() => void look(), 60)
  }
  next()
  return () => {
    stopped = true
  }
}

export type ScanPorts = {
  readonly video: HTMLVideoElement
  readonly reader: QrReader
  readonly found: (text: string) => void
  readonly broken: (problem: Error) => void
}

let lastFound: string | undefined

/** Reads codes from the live picture until stopped. */
export function scanVideo({ video, reader, found, broken }: ScanPorts): () => void {
  let stopped = false
  const isNews = freshness(() => performance.now(), lastFound)
  const see = async (frame: Frame) => {
    const text = await reader.read(frame)
    if (text === null || stopped || !isNews(text)) return
    lastFound = text
    found(text)
  }
  const stop = eachFrame({ video, see, broken })
  return () => {
    stopped = true
    stop()
  }
}
