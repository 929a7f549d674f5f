import { showPlate } from '../../shared/identity/plate.ts'
import { Button } from '../ui/button.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { useBayWords } from './bay-words.ts'
import { useBooth, useDesk } from './desk-context.tsx'
import './offline.css'

/** Two pages of one phone had the same truck: the other one recorded it, so that this one does not. */
export function ElsewhereNote() {
  const words = useBayWords()
  const { desk } = useBooth()
  const { elsewhere } = useDesk()
  if (elsewhere === undefined) return null
  return (
    <section className="update-needed" role="alert">
      <p>
        <Shape tone="act" size={24} />
        <span>{words.elsewhere(showPlate(elsewhere))}</span>
      </p>
      <Button onClick={desk.understood}>{words.understood}</Button>
    </section>
  )
}
