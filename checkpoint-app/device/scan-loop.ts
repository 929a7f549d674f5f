import { lookFor } from './qr-looks.ts'
import type { QrReader } from './qr-reader.ts'

/** The same text again within this time is the same code still in the picture. */
const sameCodeMs = 4_000

/** Whether a text just read is news. */
export function freshness(now: () => number) {
  let last: { text: string; at: number } | undefined
  return (text: string): boolean => {
    const known = last?.text === text && now() - last.at < sameCodeMs
    last = { text, at: now() }
    return !known
  }
}

export type ScanPorts = {
  readonly video: HTMLVideoElement
  readonly reader: QrReader
  readonly found: (text: string) => void
  readonly broken: (problem: Error) => void
}

/** Reads the live picture, one frame in flight, until stopped. */
export function scanVideo({ video, reader, found, broken }: ScanPorts): () => void {
  let stopped = false
  let turn = 0
  const isNews = freshness(() => performance.now())

  async function look() {
    if (stopped) return
    try {
      const text = video.readyState >= 2 ? await reader.read(await createImageBitmap(video), lookFor(turn++)) : null
      if (text !== null && !stopped && isNews(text)) found(text)
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
