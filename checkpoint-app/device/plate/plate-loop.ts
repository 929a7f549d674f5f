import { guideIn } from './guide.ts'
import type { PlateReader } from './plate-reader.ts'
import type { PlateReading } from './read-plate.ts'
import type { Box } from './stretch.ts'

type Size = { readonly width: number; readonly height: number }

/** How a photo was moved and enlarged by a finger, in pixels of the screen. */
export type Move = { readonly x: number; readonly y: number; readonly zoom: number }
export const unmoved: Move = { x: 0, y: 0, zoom: 1 }

/**
 * The part of a picture that a screen shows. The live picture fills it, its edges cut off; a photo lies in it whole until it is
 * moved, and the part may then reach beyond its edges.
 */
export function shownPart(picture: Size, screen: Size, move?: Move): Box {
  const { x, y, zoom } = move ?? unmoved
  const fits = [screen.width / picture.width, screen.height / picture.height] as const
  const scale = move === undefined ? Math.max(...fits) : Math.min(...fits) * zoom
  const [width, height] = [screen.width / scale, screen.height / scale]
  return { x: (picture.width - width) / 2 - x / scale, y: (picture.height - height) / 2 - y / scale, width, height }
}

/** Pixels across the guide box that the reader is given: more would not be looked at. */
const guidePixels = 480

/** What lies in the guide box now; the whole picture stays where it is. */
export function guidePicture(picture: ImageBitmapSource, whole: Size, screen: Size, move?: Move): Promise<ImageBitmap> {
  const part = shownPart(whole, screen, move)
  const guide = guideIn(part)
  const width = Math.round(Math.min(guidePixels, guide.width))
  return createImageBitmap(
    picture,
    Math.round(part.x + guide.x),
    Math.round(part.y + guide.y),
    Math.round(guide.width),
    Math.round(guide.height),
    { resizeWidth: width, resizeHeight: Math.round((width * guide.height) / guide.width), resizeQuality: 'high' },
  )
}

export type PlatePorts = {
  readonly video: HTMLVideoElement
  readonly reader: PlateReader
  /** Answers whether to go on. */
  readonly seen: (reading: PlateReading | undefined) => boolean
  readonly broken: () => void
}

/** Reads the guide box of the live picture again and again, one picture at a time, until stopped. */
export function watchForPlates({ video, reader, seen, broken }: PlatePorts): () => void {
  let stopped = false
  const whole = () => ({ width: video.videoWidth, height: video.videoHeight })
  const screen = () => ({ width: video.clientWidth, height: video.clientHeight })

  async function look() {
    if (stopped) return
    if (video.readyState < 2 || video.clientWidth === 0) {
      setTimeout(() => void look(), 60)
      return
    }
    try {
      const reading = await reader.read(await guidePicture(video, whole(), screen()))
      if (stopped || !seen(reading)) return
    } catch {
      if (!stopped) broken()
      return
    }
    // The next one must be another picture, or agreeing with it would mean nothing.
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => void look())
    else setTimeout(() => void look(), 100)
  }
  void look()
  return () => {
    stopped = true
  }
}
