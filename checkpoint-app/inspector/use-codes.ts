import { useCallback, useEffect, useRef } from 'react'
import { qrReader, type QrReader } from '../device/qr-reader.ts'
import { scanVideo } from '../device/scan-loop.ts'
import { noteLook } from './timings.ts'
import type { Reading } from './use-camera.ts'

// One worker for the whole face: compiling the reader takes a tenth of a second that no truck should wait for twice.
let reader: QrReader | undefined
export const sharedReader = (): QrReader => (reader ??= qrReader(noteLook))

/** Reading codes, as what a camera is used for. */
export function useCodes(found: (text: string) => void): Reading {
  const latest = useRef(found)
  useEffect(() => {
    latest.current = found
  }, [found])
  // Ready by the time the camera is.
  useEffect(() => void sharedReader(), [])
  return useCallback<Reading>(({ video, broken }) => {
    const failed = () => {
      // Another attempt begins with another worker.
      reader?.close()
      reader = undefined
      broken()
    }
    return scanVideo({ video, broken: failed, reader: sharedReader(), found: (text) => latest.current(text) })
  }, [])
}
