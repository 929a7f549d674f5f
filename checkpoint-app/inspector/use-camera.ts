import { useCallback, useEffect, useRef, useState } from 'react'
import { lenses, nextLens, openCamera, type Camera, type CameraAnswer, type CameraProblem } from '../device/camera.ts'
import { qrReader, type QrReader } from '../device/qr-reader.ts'
import { scanVideo } from '../device/scan-loop.ts'
import { keep, kept } from '../ui/kept.ts'

export type CameraState = 'starting' | 'live' | 'broken' | CameraProblem

/** What the inspector last chose, until he chooses otherwise: neither light nor lens is set anew for each truck. */
let lightWanted = false
/** Kept burning between two scans, so that papers can be read by it; put out when the page is left. */
let lamp: Camera | undefined

function putOut() {
  lamp?.stop()
  lamp = undefined
}
if (typeof document !== 'undefined')
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && putOut())

/** The lamp's own camera, or a new one, with the light as it was. */
async function takeCamera(lens: string | undefined): Promise<CameraAnswer> {
  const held = lamp
  lamp = undefined
  if (held?.stream.active === true && lens === undefined) return { ok: true, camera: held }
  held?.stop()
  const chosen = kept('lens')
  const answer = await openCamera(lens ?? (typeof chosen === 'string' ? chosen : undefined))
  if (answer.ok && lightWanted) await answer.camera.torch?.(true).catch(() => undefined)
  return answer
}

// One worker for the whole face: compiling the reader takes a tenth of a second that no truck should wait for twice.
let reader: QrReader | undefined
export const sharedReader = (): QrReader => (reader ??= qrReader())

/** The camera on a <video>, reading codes while the page is seen. */
export function useCamera(found: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const latest = useRef(found)
  const [state, setState] = useState<CameraState>('starting')
  const [camera, setCamera] = useState<Camera>()
  // A new object each time is a new attempt, with the same lens or another.
  const [wanted, setWanted] = useState<{ readonly lens?: string }>({})
  const [light, setLight] = useState(lightWanted)
  const leaving = useRef(false)

  const again = useCallback(() => {
    setState('starting')
    setWanted((before) => ({ ...before }))
  }, [])

  useEffect(() => {
    latest.current = found
  }, [found])

  useEffect(() => {
    leaving.current = false
    return () => {
      leaving.current = true
    }
  }, [])

  useEffect(() => {
    let gone = false
    let stop = (): Camera | undefined => undefined
    const begin = async () => {
      const answer = await takeCamera(wanted.lens)
      if (!answer.ok) return gone ? undefined : setState(answer.why)
      if (gone) return answer.camera.stop()
      stop = watch(
        answer.camera,
        video.current,
        (text) => latest.current(text),
        () => setState('broken'),
      )
      setCamera(answer.camera)
      return setState('live')
    }
    void begin()
    return () => {
      gone = true
      const camera = stop()
      if (leaving.current && lightWanted && camera?.torch) lamp = camera
      else camera?.stop()
    }
  }, [wanted])

  useEffect(() => {
    const back = () => document.visibilityState === 'visible' && again()
    document.addEventListener('visibilitychange', back)
    return () => document.removeEventListener('visibilitychange', back)
  }, [again])

  const changeLens = async () => {
    const lens = nextLens(await lenses(), camera?.lens)
    if (lens === undefined) return
    keep('lens', lens)
    setWanted({ lens })
  }
  const torch =
    camera?.torch &&
    (() =>
      void camera.torch?.(!light).then(
        () => {
          lightWanted = !light
          setLight(lightWanted)
        },
        () => undefined,
      ))
  return { video, state, retry: again, changeLens: () => void changeLens(), torch, light }
}

/** Reads codes from this camera; ending it gives the camera back, still open. */
function watch(camera: Camera, video: HTMLVideoElement | null, found: (text: string) => void, broken: () => void) {
  if (video === null) return () => camera
  video.srcObject = camera.stream
  video.play().catch(() => undefined)
  const stopReading = scanVideo({ video, reader: sharedReader(), found, broken })
  return () => {
    stopReading()
    video.srcObject = null
    return camera
  }
}
