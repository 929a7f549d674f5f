import { useEffect, useState } from 'react'
import type { Camera } from '../device/camera.ts'

const isSeen = () => document.visibilityState === 'visible'

/**
 * Whether the page is looked at. An app on the home screen of an iPhone comes back at times without saying so, its camera
 * dead: then, and only then, a focus or a page shown again counts as coming back.
 */
export function useSeen(camera: Camera | undefined): boolean {
  const [seen, setSeen] = useState(isSeen)
  useEffect(() => {
    const change = () => setSeen(isSeen())
    const leave = () => setSeen(false)
    document.addEventListener('visibilitychange', change)
    addEventListener('pagehide', leave)
    addEventListener('pageshow', change)
    return () => {
      document.removeEventListener('visibilitychange', change)
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', change)
    }
  }, [])
  useEffect(() => {
    const back = () => {
      if (camera === undefined || camera.stream.active || !isSeen()) return
      setSeen(false)
      setTimeout(() => setSeen(isSeen()), 0)
    }
    addEventListener('focus', back)
    return () => removeEventListener('focus', back)
  }, [camera])
  return seen
}
