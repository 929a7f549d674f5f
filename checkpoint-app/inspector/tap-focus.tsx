import { useState, type PointerEvent, type RefObject } from 'react'
import type { Camera } from '../device/camera.ts'
import { pointUnder, type Point } from '../device/camera-controls.ts'

type Given = { camera: Camera; video: RefObject<HTMLVideoElement | null> }

/** A tap on the picture focuses there, and a mark says so; where the camera cannot, nothing pretends to. */
export function TapFocus({ camera: { focusAt }, video }: Given) {
  const [mark, setMark] = useState<Point & { readonly n: number }>()
  if (focusAt === undefined) return null
  const tap = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
    const box = currentTarget.getBoundingClientRect()
    const at = { x: clientX - box.left, y: clientY - box.top }
    setMark((before) => ({ ...at, n: (before?.n ?? 0) + 1 }))
    const picture = { width: video.current?.videoWidth || 16, height: video.current?.videoHeight || 9 }
    void focusAt(pointUnder(at, box, picture)).catch(() => undefined)
  }
  return (
    <div className="camera-tap" onPointerUp={tap}>
      {mark && <span key={mark.n} className="camera-mark" style={{ left: mark.x, top: mark.y }} />}
    </div>
  )
}
