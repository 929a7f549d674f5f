import { plateColour } from '../../shared/identity/plate-colour.ts'
import { parsePlate, showPlate } from '../../shared/identity/plate.ts'
import { useUiWords } from './use-ui-words.ts'
import './plate.css'

type Given = { plate: string; size?: 'small' | 'normal' | 'large' }

/** A number plate drawn in its usual colours, 豫H·12345. The colour is a guess from the form and decides nothing. */
export function Plate({ plate, size = 'normal' }: Given) {
  const words = useUiWords()
  const reading = parsePlate(plate)
  const colour = plateColour(reading.ok ? reading.kind : 'other')
  const shown = showPlate(plate)
  return (
    <span className={`plate plate-${colour} plate-${size}`} role="img" aria-label={words.plateLabel(shown)}>
      {shown}
    </span>
  )
}
