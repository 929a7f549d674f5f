/** The phone's camera, with a named reason for each way it may fail: every one has a way on. */
export type CameraProblem = 'denied' | 'absent' | 'busy' | 'insecure'

export type Camera = {
  readonly stream: MediaStream
  readonly lens: string | undefined
  /** Switches the light; `undefined` where the camera has none. */
  readonly torch: ((on: boolean) => Promise<void>) | undefined
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
    return { ok: true, camera: cameraOf(stream) }
  } catch (problem) {
    const name = problem instanceof Error ? problem.name : ''
    return { ok: false, why: problems[name] ?? 'busy' }
  }
}

function cameraOf(stream: MediaStream): Camera {
  const track = stream.getVideoTracks()[0]
  return {
    stream,
    lens: track?.getSettings().deviceId,
    torch: track === undefined ? undefined : torchOf(track),
    stop: () => stream.getTracks().forEach((each) => each.stop()),
  }
}

// `torch` is in the Image Capture draft, not in TypeScript's DOM types.
type TorchCapability = MediaTrackCapabilities & { torch?: boolean }
type TorchConstraint = MediaTrackConstraintSet & { torch: boolean }

function torchOf(track: MediaStreamTrack): Camera['torch'] {
  const capabilities: TorchCapability = track.getCapabilities?.() ?? {}
  if (capabilities.torch !== true) return undefined
  return (on) => {
    const light: TorchConstraint = { torch: on }
    return track.applyConstraints({ advanced: [light] })
  }
}

/** Ids of the cameras, known once one was allowed. */
export async function lenses(): Promise<readonly string[]> {
  const all = await navigator.mediaDevices.enumerateDevices()
  return all.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '').map(({ deviceId }) => deviceId)
}

/** The lens after this one, round and round; a phone has several back cameras and only some focus near. */
export function nextLens(all: readonly string[], now: string | undefined): string | undefined {
  if (all.length < 2) return undefined
  return all[(all.indexOf(now ?? '') + 1) % all.length]
}
