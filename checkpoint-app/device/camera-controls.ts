import type { Focus } from './lenses.ts'

/** Where in the picture, from 0 to 1 from its left and top. */
export type Point = { readonly x: number; readonly y: number }

/** What this camera can be told; `undefined` where it cannot. */
export type Controls = {
  readonly torch: ((on: boolean) => Promise<void>) | undefined
  /** So many times nearer than as it opened. */
  readonly zoom: ((times: number) => Promise<void>) | undefined
  readonly focusAt: ((point: Point) => Promise<void>) | undefined
  readonly focus: Focus
}

type Range = { min: number; max: number }

// Image Capture's members are not in TypeScript's DOM types.
type Capabilities = MediaTrackCapabilities & { torch?: boolean; zoom?: Range; focusMode?: string[] }
type Setting = MediaTrackConstraintSet & {
  torch?: boolean
  zoom?: number
  focusMode?: string
  pointsOfInterest?: readonly Point[]
}

/** Milliseconds that a focus found by a tap stays, before the camera looks for itself again. */
const tappedStays = 4_000

export function controlsOf(track: MediaStreamTrack): Controls {
  const can: Capabilities = track.getCapabilities?.() ?? {}
  const set = (...advanced: Setting[]) => track.applyConstraints({ advanced })
  return {
    torch: can.torch === true ? (on) => set({ torch: on }) : undefined,
    zoom: zoomOf(track, can, set),
    focusAt: focusOf(can, set),
    focus: can.focusMode === undefined ? 'unknown' : moves(can.focusMode) ? 'moves' : 'fixed',
  }
}

const moves = (modes: readonly string[]) => modes.includes('continuous') || modes.includes('single-shot')

type Set = (...advanced: Setting[]) => Promise<void>

function zoomOf(track: MediaStreamTrack, { zoom }: Capabilities, set: Set): Controls['zoom'] {
  const settings: MediaTrackSettings & { zoom?: number } = track.getSettings()
  const base = settings.zoom ?? zoom?.min
  // Less than half as near again is not worth a button.
  if (zoom === undefined || base === undefined || zoom.max < base * 1.5) return undefined
  return (times) => set({ zoom: Math.min(zoom.max, Math.max(zoom.min, base * times)) })
}

function focusOf({ focusMode = [] }: Capabilities, set: Set): Controls['focusAt'] {
  const supported: MediaTrackSupportedConstraints & { pointsOfInterest?: boolean } =
    navigator.mediaDevices.getSupportedConstraints()
  if (supported.pointsOfInterest !== true || !moves(focusMode)) return undefined
  const once = focusMode.includes('single-shot')
  let back: ReturnType<typeof setTimeout> | undefined
  return async (point) => {
    clearTimeout(back)
    const pointsOfInterest = [point]
    await set({ pointsOfInterest, focusMode: once ? 'single-shot' : 'continuous' })
    if (once && focusMode.includes('continuous'))
      back = setTimeout(() => void set({ focusMode: 'continuous' }).catch(() => undefined), tappedStays)
  }
}

type Box = { readonly width: number; readonly height: number }

/** The point of the picture under a tap, where the picture covers its box and what is over is cut off evenly. */
export function pointUnder(tap: Point, box: Box, picture: Box): Point {
  const scale = Math.max(box.width / picture.width, box.height / picture.height)
  const along = (at: number, shown: number, whole: number) =>
    Math.min(1, Math.max(0, (at + (whole * scale - shown) / 2) / (whole * scale)))
  return { x: along(tap.x, box.width, picture.width), y: along(tap.y, box.height, picture.height) }
}
