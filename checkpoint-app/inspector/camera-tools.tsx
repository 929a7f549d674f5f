import { useEffect, useState } from 'react'
import type { Camera } from '../device/camera.ts'
import { kindOf, otherOf, worthTrying, type Lens } from '../device/lenses.ts'
import { chooseLens, wish } from '../device/take-camera.ts'
import { Button, Tool } from '../ui/button.tsx'
import { lensIcon, torchIcon } from '../ui/icons.ts'
import { keep, kept } from '../ui/kept.ts'
import { Sheet } from '../ui/sheet.tsx'
import { useScanWords } from './scan-words.ts'
import { useInspectorWords } from './use-words.ts'

type Given = { camera: Camera }
type Tools = { camera: Camera | undefined; all: readonly Lens[]; onChange: () => void }

/** Which of them this phone had last time: their places are kept while the camera starts, so that nothing moves. */
const hadBefore = (): { torch: boolean; lens: boolean } => {
  const had = kept('camera-tools')
  return { torch: had === 'torch' || had === 'both', lens: had === 'lens' || had === 'both' }
}

export function CameraTools({ camera, all, onChange }: Tools) {
  const words = useInspectorWords()
  const known = camera !== undefined && all.length > 0
  const torch = known ? camera.torch !== undefined : hadBefore().torch
  const lens = known ? worthTrying(all).length > 1 : hadBefore().lens
  useEffect(() => {
    if (known) keep('camera-tools', torch && lens ? 'both' : torch ? 'torch' : lens ? 'lens' : undefined)
  }, [known, torch, lens])
  return (
    <>
      {torch && (camera ? <TorchButton camera={camera} /> : <Tool of={torchIcon} word={words.torch} disabled />)}
      {lens &&
        (camera ? (
          <LensButton camera={camera} all={all} onChange={onChange} />
        ) : (
          <Tool of={lensIcon} word={words.lens} disabled />
        ))}
    </>
  )
}

/** Stays as it was for the next truck. */
function TorchButton({ camera: { torch } }: Given) {
  const words = useInspectorWords()
  const [light, setLight] = useState(wish.light)
  if (torch === undefined) return null
  const turn = async () => {
    await torch(!light)
    wish.light = !light
    setLight(wish.light)
  }
  return (
    <Tool of={torchIcon} word={words.torch} onClick={() => void turn().catch(() => undefined)} aria-pressed={light} />
  )
}

/** As it opened, and twice as near: what a code behind a windscreen needs. */
export function ZoomButton({ camera: { zoom } }: Given) {
  const words = useScanWords()
  const [times, setTimes] = useState(wish.zoom)
  if (zoom === undefined) return null
  const turn = async () => {
    const next = times === 1 ? 2 : 1
    await zoom(next)
    wish.zoom = next
    setTimes(next)
  }
  return (
    <button
      type="button"
      className="camera-zoom"
      aria-label={words.zoom(times)}
      onClick={() => void turn().catch(() => undefined)}
    >
      {times}×
    </button>
  )
}

type Lenses = Given & { all: readonly Lens[]; onChange: () => void }

/** With two lenses a press changes, with more they are named and chosen from. */
function LensButton({ camera, all, onChange }: Lenses) {
  const words = useInspectorWords()
  const [choosing, setChoosing] = useState(false)
  const offered = worthTrying(all)
  const other = otherOf(all, camera.lens.id)
  const take = (lens: Lens) => {
    setChoosing(false)
    chooseLens(lens)
    onChange()
  }
  return (
    <>
      <Tool of={lensIcon} word={words.lens} onClick={() => (other === undefined ? setChoosing(true) : take(other))} />
      <Sheet open={choosing} title={words.lens} onClose={() => setChoosing(false)}>
        <LensList offered={offered} now={camera.lens.id} onTake={take} />
      </Sheet>
    </>
  )
}

function LensList({ offered, now, onTake }: { offered: readonly Lens[]; now: string; onTake: (lens: Lens) => void }) {
  const words = useScanWords()
  return (
    <ul className="stack-tight">
      {offered.map((lens, n) => (
        <li key={lens.id}>
          <Button wide aria-pressed={lens.id === now} className="lens-choice" onClick={() => onTake(lens)}>
            <span>
              {n + 1} · {words.lenses[kindOf(lens)]}
            </span>
            <span className="quiet">{lens.id === now ? words.lensNow : lens.label}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
