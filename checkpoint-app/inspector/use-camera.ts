import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { lenses, type Camera, type CameraProblem } from '../device/camera.ts'
import type { Lens } from '../device/lenses.ts'
import { handBack, takeCamera } from '../device/take-camera.ts'
import { useSeen } from './use-seen.ts'

export type CameraState = 'starting' | 'live' | 'broken' | 'lost' | 'paused' | 'blank' | CameraProblem

export type Live = {
  readonly video: HTMLVideoElement
  /** Reading itself does not work. */
  readonly broken: () => void
}

/** What a mode does with the live picture: begins, and answers how to end. Another one takes over without opening the camera anew. */
export type Reading = (live: Live) => () => void

export type CameraInUse = {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly state: CameraState
  readonly camera: Camera | undefined
  /** All that this phone has, once a camera was allowed. */
  readonly all: readonly Lens[]
  /** Opens the camera anew, through the lens that is chosen by now. */
  readonly retry: () => void
}

/** No frame for so long: the black picture that home-screen apps are given at times. */
const blankAfterMs = 6_000

/** The camera on a <video> while the page is seen; all of it is given back when the page or this screen is left. */
export function useCamera(reading: Reading): CameraInUse {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('starting')
  const [camera, setCamera] = useState<Camera>()
  const [all, setAll] = useState<readonly Lens[]>([])
  // A new function each time is a new attempt.
  const [take, setTake] = useState(() => takeCamera)
  const leaving = useRef(false)
  const seen = useSeen(camera)
  const retry = useCallback(() => setTake(() => () => takeCamera()), [])

  useEffect(() => {
    leaving.current = false
    return () => {
      leaving.current = true
    }
  }, [])

  useEffect(() => {
    if (!seen) return undefined
    let gone = false
    let taken: Camera | undefined
    const begin = async () => {
      const answer = await take()
      if (!answer.ok) return gone ? undefined : setState(answer.why)
      if (gone) return answer.camera.stop()
      taken = answer.camera
      setCamera(taken)
      setAll(await lenses().catch(() => []))
    }
    void begin()
    return () => {
      gone = true
      setCamera(undefined)
      setState('starting')
      if (taken !== undefined) handBack(taken, { leaving: leaving.current })
    }
  }, [take, seen])

  useEffect(() => {
    const place = video.current
    if (camera === undefined || place === null) return undefined
    return show(camera, place, setState)
  }, [camera])

  useEffect(() => {
    const place = video.current
    if (camera === undefined || place === null) return undefined
    return reading({ video: place, broken: () => setState('broken') })
  }, [camera, reading])

  return { video, state, camera, all, retry }
}

function show(camera: Camera, video: HTMLVideoElement, setState: (state: CameraState) => void): () => void {
  const blank = setTimeout(() => setState('blank'), blankAfterMs)
  const playing = () => {
    clearTimeout(blank)
    setState('live')
  }
  const forget = camera.watch((what) => setState(what === 'back' ? 'live' : what))
  video.addEventListener('playing', playing)
  video.srcObject = camera.stream
  video.play().catch(() => undefined)
  return () => {
    clearTimeout(blank)
    forget()
    video.removeEventListener('playing', playing)
    video.srcObject = null
  }
}
