import { useState } from 'react'
import { showPlate } from '../../shared/identity/plate.ts'
import { nearBy } from '../device/plate/correct.ts'
import type { PlateReading } from '../device/plate/read-plate.ts'
import { confidenceOf } from '../device/plate/watch.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { Button } from '../ui/button.tsx'
import { PlateCorrect } from './plate-correct.tsx'
import { usePlateScanWords } from './plate-scan-words.ts'

type Given = {
  reading: PlateReading
  /** Plates this phone knows of; offered beside a finished reading where they are like it. */
  known: readonly string[]
  /** Plates like it that are registered for this checkpoint today. */
  expected: readonly string[]
  onTouch: () => void
  /** `byHand`: a person changed what was read. */
  onTake: (plate: string, byHand: boolean) => void
}

/** A reading that two pictures did not agree on: its likeliest plates, each character to be corrected, and one button. */
export function PlateFound({ reading, known, expected, onTouch, onTake }: Given) {
  const words = usePlateScanWords()
  const [first, ...others] = reading.candidates.map(({ plate }) => plate)
  const [plate, setPlate] = useState(first ?? '')
  const [byHand, setByHand] = useState(false)
  const [place, setPlace] = useState<number>()
  const sure = confidenceOf(reading) === 'sure' && plate === first
  const near = nearBy(first ?? '', known).filter((each) => !others.includes(each) && !expected.includes(each))
  const choose = (next: string, hand: boolean) => {
    onTouch()
    setPlate(next)
    setByHand(hand)
    setPlace(undefined)
  }
  const open = (next: number | undefined) => {
    onTouch()
    setPlace(next)
  }
  return (
    <div className="plate-found">
      <p className="plate-found-head">
        <StateMark tone={sure ? 'go' : 'care'} word={sure ? words.sure : words.check} />
        <span className="quiet">{words.touch}</span>
      </p>
      <PlateCorrect plate={plate} place={place} onPlace={open} onChange={(next) => choose(next, true)} />
      {place === undefined && (
        <>
          <Chips
            label={words.expected}
            plates={expected}
            chosen={plate}
            onChoose={(next) => choose(next, next !== first && !others.includes(next))}
          />
          <Chips
            label={words.perhaps}
            plates={[first ?? '', ...others].filter((each) => !expected.includes(each))}
            chosen={plate}
            onChoose={(next) => choose(next, false)}
          />
          <Chips label={words.near} plates={near} chosen={plate} onChoose={(next) => choose(next, true)} />
          <Button kind="primary" wide onClick={() => onTake(plate, byHand)}>
            {words.take}　{showPlate(plate)}
          </Button>
        </>
      )}
    </div>
  )
}

type Choices = { label: string; plates: readonly string[]; chosen: string; onChoose: (plate: string) => void }

function Chips({ label, plates, chosen, onChoose }: Choices) {
  if (plates.every((plate) => plate === chosen)) return null
  return (
    <div className="plate-chips" role="group" aria-label={label}>
      <span className="quiet">{label}</span>
      {plates
        .filter((plate) => plate !== chosen)
        .map((plate) => (
          <button key={plate} type="button" className="plate-chip" onClick={() => onChoose(plate)}>
            {showPlate(plate)}
          </button>
        ))}
    </div>
  )
}
