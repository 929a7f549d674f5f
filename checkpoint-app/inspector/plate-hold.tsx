import { holdAgainst, type Held } from '../device/plate/hold-against.ts'
import { Button } from '../ui/button.tsx'
import { Plate } from '../ui/plate.tsx'
import { StateMark, type Tone } from '../ui/state-mark.tsx'
import { PlateEyeView } from './plate-eye-view.tsx'
import { usePlateScanWords } from './plate-scan-words.ts'
import { usePlateEye } from './use-plate-eye.ts'
import { useInspectorWords } from './use-words.ts'

type Given = {
  /** The plate that a code names; held against what was read, after it was read. */
  plate: string
  onSame: (by: 'camera' | 'code') => void
  onDiffers: () => void
  onBack: () => void
}

const tones: Readonly<Record<Held, Tone>> = { equal: 'go', differs: 'care', unsure: 'void' }

/** 扫车牌核对: the plate on the truck beside the one on the code. The camera helps to look; the inspector decides. */
export function PlateHold({ plate, onSame, onDiffers, onBack }: Given) {
  const words = usePlateScanWords()
  const common = useInspectorWords()
  const eye = usePlateEye(() => undefined)
  const { agreed, unsure, before } = eye.watch
  const reading = agreed === undefined ? unsure : before
  const held = reading && holdAgainst(reading, plate)
  const [read] = reading?.candidates ?? []
  return (
    <main className="screen scan plate-scan plate-hold">
      <h1 className="only-read">{words.holdTitle}</h1>
      <PlateEyeView eye={eye}>
        {held !== undefined && eye.photo === undefined && <Button onClick={eye.again}>{words.again}</Button>}
      </PlateEyeView>
      <div className="thumb">
        <div className="plate-held" role="status">
          <p>
            <span className="quiet">{words.onCode}</span> <Plate plate={plate} size="small" />
          </p>
          {held === undefined || read === undefined ? (
            <p className="quiet">{words.youDecide}</p>
          ) : (
            <>
              <StateMark tone={tones[held]} word={words.held[held]} />
              <p>
                <span className="quiet">{words.readAs}</span> <Plate plate={read.plate} size="small" />
              </p>
              {held === 'differs' && <p className="quiet">{words.differsHint}</p>}
            </>
          )}
        </div>
        <Button kind="primary" wide onClick={() => onSame(held === 'equal' ? 'camera' : 'code')}>
          ✔ {common.plateSame}
        </Button>
        <div className="side-by-side">
          <Button onClick={onDiffers}>{common.plateOther}</Button>
          <Button kind="ghost" onClick={onBack}>
            {words.back}
          </Button>
        </div>
      </div>
    </main>
  )
}
