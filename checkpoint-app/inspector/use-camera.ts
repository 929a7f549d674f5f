import { useCallback, useEffect, useRef, useState } from 'react'
import { lenses, nextLens, openCamera, type Camera, type CameraProblem } from '../device/camera.ts'
import { qrReader, type QrReader } from '../device/qr-reader.ts'
import { scanVideo } from '../device/scan-loop.ts'

export type CameraState = 'starting' | 'live' | 'broken' | CameraProblem

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
  const [light, setLight] = useState(false)

  const again = useCallback(() => {
    setState('starting')
    setWanted((before) => ({ ...before }))
  }, [])

  useEffect(() => {
    latest.current = found
  }, [found])

  useEffect(() => {
    let gone = false
    let stop = () => {}
    const begin = async () => {
      const answer = await openCamera(wanted.lens)
      if (!answer.ok) return gone ? undefined : setState(answer.why)
      if (gone) return answer.camera.stop()
      stop = watch(
        answer.camera,
        video.current,
        (text) => latest.current(text),
        () => setState('broken'),
      )
      setCamera(answer.camera)
      setLight(false)
      return setState('live')
    }
    void begin()
    return () => {
      gone = true
      stop()
    }
  }, [wanted])

  useEffect(() => {
    const back = () => document.visibilityState === 'visible' && again()
    document.addEventListener('visibilitychange', back)
    return () => document.removeEventListener('visibilitychange', back)
  }, [again])

  const changeLens = async () => {
    const lens = nextLens(await lenses(), camera?.lens)
    if (lens !== undefined) setWanted({ lens })
  }
  const torch =
    camera?.torch &&
    (() =>
      void camera.torch?.(!light).then(
        () => setLight(!light),
        () => undefined,
      ))
  return { video, state, retry: again, changeLens: () => void changeLens(), torch, light }
}

function watch(camera: Camera, video: HTMLVideoElement | null, found: (text: string) => void, broken: () => void) {
  if (video === null) return camera.stop
  video.srcObject = camera.stream
  video.play().catch(() => undefined)
  const stopReading = scanVideo({ video, reader: sharedReader(), found, broken })
  return () => {
    stopReading()
    camera.stop()
    video.srcObject = null
  }
}
