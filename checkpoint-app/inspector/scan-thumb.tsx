import { useDesk, usePhone } from './desk-context.tsx'
import { Parked } from './parked.tsx'
import { useInspectorWords } from './use-words.ts'

/** Under the camera: the trucks that wait, and today in three figures. */
export function ScanThumb() {
  const words = useInspectorWords()
  const { parked } = useDesk()
  const { counters } = usePhone()
  return (
    <>
      <Parked />
      <p className="quiet tally">{words.today(counters.checked, counters.fast, parked.length)}</p>
    </>
  )
}
