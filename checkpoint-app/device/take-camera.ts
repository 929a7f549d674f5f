import { keep, kept } from '../ui/kept.ts'
import { lenses, openCamera, type Camera, type CameraAnswer } from './camera.ts'
import { betterThan, remembered, type Lens } from './lenses.ts'

/** What the inspector last chose, until he chooses otherwise: neither light nor lens nor zoom is set anew for each truck. */
export const wish = { light: false, zoom: 1 }

/** Kept burning between two scans, so that papers can be read by it; put out when the page is left. */
let lamp: Camera | undefined

function putOut(): void {
  lamp?.stop()
  lamp = undefined
}
if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && putOut())
  addEventListener('pagehide', putOut)
}

/** Gives the camera back; with its light on it goes on burning for the next taker. */
export function handBack(camera: Camera, { leaving }: { leaving: boolean }): void {
  if (leaving && wish.light && camera.torch !== undefined) lamp = camera
  else camera.stop()
}

const chosenLens = (): Lens | undefined => {
  const value = kept('lens')
  const known = typeof value === 'object' && value !== null && 'id' in value && 'label' in value
  return known && typeof value.id === 'string' && typeof value.label === 'string'
    ? { id: value.id, label: value.label }
    : undefined
}

export const chooseLens = (lens: Lens): boolean => keep('lens', { id: lens.id, label: lens.label })

/** The lamp's own camera, or a new one through the lens that reads codes, with light and zoom as they were. */
export async function takeCamera(): Promise<CameraAnswer> {
  const held = lamp
  lamp = undefined
  if (held?.stream.active === true) return { ok: true, camera: held }
  held?.stop()
  const answer = await throughRightLens(chosenLens())
  if (!answer.ok) return answer
  if (wish.light) await answer.camera.torch?.(true).catch(() => undefined)
  if (wish.zoom !== 1) await answer.camera.zoom?.(wish.zoom).catch(() => undefined)
  return answer
}

/** More tries than this are not worth the wait: the picker is there. */
const mostTries = 3

/** The browser opens any back lens, at times the ultra-wide, which cannot focus near: then another, found once and remembered. */
async function throughRightLens(chosen: Lens | undefined): Promise<CameraAnswer> {
  let answer = await openCamera(chosen?.id)
  const tried: string[] = []
  while (answer.ok && tried.length < mostTries) {
    const { camera }: { camera: Camera } = answer
    const all = await lenses().catch((): readonly Lens[] => [])
    const next = chosen === undefined ? betterThan(camera, all, tried) : remembered(all, chosen)
    if (next === undefined || next.id === camera.lens.id) break
    tried.push(camera.lens.id)
    // Many phones open only one lens at a time.
    camera.stop()
    const through = await openCamera(next.id)
    answer = through.ok ? through : await openCamera(camera.lens.id)
    if (chosen !== undefined || !through.ok) break
  }
  if (answer.ok && tried.length > 0 && chosen === undefined) chooseLens(answer.camera.lens)
  return answer
}
