import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { guidePicture, unmoved, type Move } from '../device/plate/plate-loop.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { minusIcon, plusIcon } from '../ui/icons.ts'
import { usePlateScanWords } from './plate-scan-words.ts'
import type { PlateEye } from './use-plate-eye.ts'

const step = 1.25
const most = 10
const least = 0.5
/** After the finger has rested so long the photo is read. */
const restMs = 350
const byArrow: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-12, 0],
  ArrowRight: [12, 0],
  ArrowUp: [0, -12],
  ArrowDown: [0, 12],
}

/** A photo under the box: moved by a finger or the arrow keys, enlarged by two buttons, read when it rests. */
export function PlatePhoto({ photo, eye }: { photo: ImageBitmap; eye: PlateEye }) {
  const words = usePlateScanWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [move, setMove] = useState<Move>(unmoved)
  const { plates, state, seePhoto } = eye
  useEffect(() => canvas.current?.getContext('2d')?.drawImage(photo, 0, 0), [photo])
  useEffect(() => {
    if (state.is !== 'ready') return undefined
    const read = async () => {
      const screen = canvas.current
      if (screen === null) return
      const size = { width: screen.clientWidth, height: screen.clientHeight }
      seePhoto(await plates.read(await guidePicture(photo, photo, size, move)).catch(() => undefined))
    }
    const timer = setTimeout(() => void read(), restMs)
    return () => clearTimeout(timer)
  }, [photo, move, plates, seePhoto, state])
  const by = (x: number, y: number) => setMove((now) => ({ ...now, x: now.x + x, y: now.y + y }))
  const enlarge = (times: number) =>
    setMove(({ x, y, zoom }) => {
      const next = Math.min(most, Math.max(least, zoom * times))
      return { x: (x * next) / zoom, y: (y * next) / zoom, zoom: next }
    })
  const drag = (event: PointerEvent) => event.buttons === 1 && by(event.movementX, event.movementY)
  const keys = (event: KeyboardEvent) => {
    const arrow = byArrow[event.key]
    if (arrow === undefined) return
    event.preventDefault()
    by(...arrow)
  }
  return (
    <>
      <canvas
        ref={canvas}
        className="plate-photo"
        width={photo.width}
        height={photo.height}
        style={{ transform: `translate(${move.x}px, ${move.y}px) scale(${move.zoom})` }}
        role="img"
        aria-label={words.photoMove}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={keys}
      />
      <div className="plate-zoom">
        <Button onClick={() => enlarge(1 / step)} aria-label={words.smaller}>
          <Icon of={minusIcon} />
        </Button>
        <Button onClick={() => enlarge(step)} aria-label={words.larger}>
          <Icon of={plusIcon} />
        </Button>
      </div>
    </>
  )
}
