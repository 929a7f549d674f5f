import { showPlate } from '../../shared/identity/plate.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { useBayWords } from './bay-words.ts'
import { useBooth, useDesk } from './desk-context.tsx'
import { useUndoLeft } from './undo-left.ts'

/** The verdict that has just left the screen: for the rest of its minute it can be taken back from here. */
export function LastTruck() {
  const bay = useBayWords()
  const { language } = useLanguage()
  const { desk } = useBooth()
  const { last } = useDesk()
  const left = useUndoLeft(last?.shown)
  if (last === undefined || left === 0) return null
  const { row } = last.shown.judgement.verdict
  return (
    <div className="last-truck" role="group" aria-label={bay.lastTruck}>
      <span>
        {showPlate(last.session.plate?.text ?? '')} {headlines[row][language]}
      </span>
      <Button kind="ghost" onClick={() => desk.takeBackLast()}>
        {bay.undoLast(left)}
      </Button>
    </div>
  )
}
