import { useCallback, useEffect, useState } from 'react'
import { watchForPlates } from '../device/plate/plate-loop.ts'
import { nothingSeen, photoSees, watchSees, type PlateWatch } from '../device/plate/watch.ts'
import type { PlateReading } from '../device/plate/read-plate.ts'
import { useCamera } from './use-camera.ts'
import { useCodes } from './use-codes.ts'
import { usePlateReader } from './use-plate-reader.ts'

/** Camera and plate reader together. `found` is told of a code that is in the picture as well. */
export function usePlateEye(found: (text: string) => void) {
  const camera = useCamera(useCodes(found))
  const { plates, state, wake } = usePlateReader()
  const [watch, setWatch] = useState<PlateWatch>(nothingSeen)
  const [broken, setBroken] = useState(false)
  const [photo, setPhoto] = useState<ImageBitmap>()
  /** A person has begun to correct or choose: what is shown stays. */
  const [held, setHeld] = useState(false)
  // A new object is a new beginning.
  const [begin, setBegin] = useState({ watch: nothingSeen })
  const looking = camera.state === 'live' && state.is === 'ready' && photo === undefined && !held && !broken
  const { video } = camera

  useEffect(() => {
    if (!looking || video.current === null) return undefined
    let now = begin.watch
    const seen = (reading: PlateReading | undefined) => {
      now = watchSees(now, reading)
      setWatch(now)
      return now.agreed === undefined
    }
    return watchForPlates({ video: video.current, reader: plates, seen, broken: () => setBroken(true) })
  }, [looking, plates, video, begin])

  const again = useCallback(() => {
    setWatch(nothingSeen)
    setBegin({ watch: nothingSeen })
    setHeld(false)
    setBroken(false)
  }, [])
  const showPhoto = useCallback(
    (next: ImageBitmap | undefined) => {
      setPhoto((before) => {
        before?.close()
        return next
      })
      again()
    },
    [again],
  )
  const seePhoto = useCallback((reading: PlateReading | undefined) => setWatch(photoSees(reading)), [])
  const retry = () => {
    again()
    wake()
  }
  return { camera, plates, state, watch, broken, photo, showPhoto, seePhoto, hold: () => setHeld(true), again, retry }
}

export type PlateEye = ReturnType<typeof usePlateEye>
