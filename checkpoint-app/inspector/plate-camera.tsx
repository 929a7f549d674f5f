import { useEffect, useEffectEvent } from 'react'
import { Button } from '../ui/button.tsx'
import { useBooth, useDesk } from './desk-context.tsx'
import { PlateEyeView } from './plate-eye-view.tsx'
import { PlateFound } from './plate-found.tsx'
import { usePlateScanWords } from './plate-scan-words.ts'
import { useScanner } from './scan-screen.tsx'
import { markStart } from './timings.ts'
import { useExpected } from './use-expected.ts'
import { usePlateEye } from './use-plate-eye.ts'

type Given = { onKeys: () => void; onBack: () => void }

/**
 * The plate read by the camera. Taken by itself only when two pictures agree clearly; else the inspector chooses. What the
 * phone knows of trucks is offered beside a finished reading and is never told to the reader.
 */
export function PlateCamera({ onKeys, onBack }: Given) {
  const words = usePlateScanWords()
  const { desk } = useBooth()
  const known = useDesk().parked.flatMap(({ plate }) => (plate === undefined ? [] : [plate.text]))
  const eye = usePlateEye(useScanner())
  const { agreed, unsure } = eye.watch
  const expected = useExpected(unsure)
  const take = (plate: string, byHand: boolean) => {
    markStart('decoded')
    desk.seePlate(plate, byHand ? 'typed' : 'camera')
  }
  const takeAgreed = useEffectEvent((plate: string) => take(plate, false))
  useEffect(() => {
    if (agreed !== undefined) takeAgreed(agreed)
  }, [agreed])
  return (
    <main className="screen scan plate-scan">
      <h1 className="only-read">{words.title}</h1>
      <PlateEyeView eye={eye}>
        {unsure !== undefined && eye.photo === undefined && <Button onClick={eye.again}>{words.again}</Button>}
      </PlateEyeView>
      <div className="thumb">
        {unsure === undefined ? (
          <p className="quiet plate-assist">{words.assist}</p>
        ) : (
          <PlateFound
            key={unsure.candidates[0]?.plate}
            reading={unsure}
            known={known}
            expected={expected}
            onTouch={eye.hold}
            onTake={take}
          />
        )}
        <div className="side-by-side">
          <Button onClick={onBack}>{words.back}</Button>
          <Button onClick={onKeys}>{words.keys}</Button>
        </div>
      </div>
    </main>
  )
}
