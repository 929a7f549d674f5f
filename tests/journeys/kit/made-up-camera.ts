import type { Page } from 'playwright-core'

/** A camera that this machine has not got: headless Chromium's has one lens, no light, no zoom, and is never taken away. */
export type MadeUp = {
  /** The name of the error that opening ends with. */
  refuse?: string
  insecure?: boolean
  /** Names of its lenses; the browser opens the first one unless told otherwise. */
  lenses?: readonly string[]
  capabilities?: Readonly<Record<string, unknown>>
}

export type Noted = { opened: string[]; told: Record<string, unknown>[]; tracks: MediaStreamTrack[] }

declare global {
  var cameraNoted: Noted
}

/** The page opens anew with this camera, and notes what it is told. */
export async function withCamera(page: Page, camera: MadeUp): Promise<void> {
  await page.evaluate((made) => sessionStorage.setItem('camera', made), JSON.stringify(camera))
  await page.reload()
}

/** Call once before the first page; without a word of `withCamera` nothing is changed. */
export const makeUpCameras = (page: Page): Promise<unknown> => page.addInitScript(makeUp)

export const openTracks = (page: Page): Promise<number> =>
  page.evaluate(() => globalThis.cameraNoted.tracks.filter(({ readyState }) => readyState === 'live').length)

export const trackSays = (page: Page, what: 'ended' | 'mute' | 'unmute'): Promise<unknown> =>
  page.evaluate((name) => globalThis.cameraNoted.tracks.at(-1)?.dispatchEvent(new Event(name)), what)

function makeUp(): void {
  const made = JSON.parse(sessionStorage.getItem('camera') ?? '{}') as MadeUp
  const noted: Noted = { opened: [], told: [], tracks: [] }
  globalThis.cameraNoted = noted
  if (made.insecure === true) {
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined })
    Object.defineProperty(globalThis, 'isSecureContext', { value: false })
    return
  }
  const devices = navigator.mediaDevices
  const open = devices.getUserMedia.bind(devices)
  const idOf = (label: string) => `id of ${label}`
  const through = (track: MediaStreamTrack, label: string) => {
    const settings = track.getSettings()
    noted.opened.push(label)
    Object.defineProperty(track, 'label', { value: label })
    track.getSettings = () => ({ ...settings, deviceId: idOf(label) })
    track.getCapabilities = () => made.capabilities ?? {}
    track.applyConstraints = async (wanted) => void noted.told.push({ ...wanted?.advanced?.[0] })
  }
  devices.getUserMedia = async (wanted) => {
    if (made.refuse !== undefined) throw new DOMException('made up', made.refuse)
    const stream = await open({ video: true })
    const [track] = stream.getVideoTracks()
    if (track === undefined) return stream
    noted.tracks.push(track)
    const video = typeof wanted?.video === 'object' ? wanted.video : {}
    const id = typeof video.deviceId === 'object' && 'ideal' in video.deviceId ? video.deviceId.ideal : undefined
    const label = made.lenses?.find((name) => idOf(name) === id) ?? made.lenses?.[0]
    if (label !== undefined) through(track, label)
    return stream
  }
  if (made.lenses === undefined) return
  const { lenses } = made
  const supported = devices.getSupportedConstraints()
  devices.getSupportedConstraints = () => Object.assign(supported, { pointsOfInterest: true })
  devices.enumerateDevices = async () =>
    lenses.map((label) => ({
      kind: 'videoinput' as const,
      deviceId: idOf(label),
      label,
      groupId: '',
      toJSON: () => label,
    }))
}
