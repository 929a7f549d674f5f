import { controlsOf, type Controls } from './camera-controls.ts'
import type { Lens } from './lenses.ts'

/** The phone's camera, with a named reason for each way it may fail: every one has a way on. */
export type CameraProblem = 'denied' | 'absent' | 'busy' | 'insecure'

export type Camera = Controls & {
  readonly stream: MediaStream
  readonly lens: Lens
  /** Told once the camera is taken away (`lost`), and while another app has it (`paused`, then `back`). */
  readonly watch: (told: (what: 'lost' | 'paused' | 'back') => void) => () => void
  readonly stop: () => void
}

export type CameraAnswer =
  { readonly ok: true; readonly camera: Camera } | { readonly ok: false; readonly why: CameraProblem }

const problems: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

/** Full HD from the back camera where there is one: 4 px a module at arm's length needs it. Never `exact`. */
const wanted = (lens?: string): MediaStreamConstraints => ({
  audio: false,
  video: {
    ...(lens === undefined ? { facingMode: { ideal: 'environment' } } : { deviceId: { ideal: lens } }),
    width: { ideal: 1920 },
    height: { ideal: 1080 },
  },
})

export async function openCamera(lens?: string): Promise<CameraAnswer> {
  // Absent on pages served without TLS.
  const devices: MediaDevices | undefined = navigator.mediaDevices
  if (devices === undefined) return { ok: false, why: globalThis.isSecureContext ? 'absent' : 'insecure' }
  try {
    const stream = await devices.getUserMedia(wanted(lens))
    const [track] = stream.getVideoTracks()
    return track === undefined ? { ok: false, why: 'absent' } : { ok: true, camera: cameraOf(stream, track) }
  } catch (problem) {
    const name = problem instanceof Error ? problem.name : ''
    return { ok: false, why: problems[name] ?? 'busy' }
  }
}

const cameraOf = (stream: MediaStream, track: MediaStreamTrack): Camera => ({
  ...controlsOf(track),
  stream,
  lens: { id: track.getSettings().deviceId ?? '', label: track.label },
  watch: (told) => watchTrack(track, told),
  stop: () => stream.getTracks().forEach((each) => each.stop()),
})

/** iOS says "muted" for a moment while a camera starts. */
const shortMuteMs = 1_200

function watchTrack(track: MediaStreamTrack, told: Parameters<Camera['watch']>[0]): () => void {
  let muted: ReturnType<typeof setTimeout> | undefined
  const mute = () => {
    clearTimeout(muted)
    muted = setTimeout(() => told('paused'), shortMuteMs)
  }
  const unmute = () => {
    clearTimeout(muted)
    told('back')
  }
  const ended = () => told('lost')
  const heard = { mute, unmute, ended }
  for (const [name, listener] of Object.entries(heard)) track.addEventListener(name, listener)
  if (track.muted) mute()
  return () => {
    clearTimeout(muted)
    for (const [name, listener] of Object.entries(heard)) track.removeEventListener(name, listener)
  }
}

/** Named only once a camera was allowed. */
export async function lenses(): Promise<readonly Lens[]> {
  const all = await navigator.mediaDevices.enumerateDevices()
  return all
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }))
}
