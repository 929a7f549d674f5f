import { useEffect, useState } from 'react'
import { expectedLike } from '../device/expected-here.ts'
import type { PlateReading } from '../device/plate/read-plate.ts'
import { useBooth } from './desk-context.tsx'

/** Plates like a reading that is not sure, of trucks registered for today; none until the list has answered. */
export function useExpected(unsure: PlateReading | undefined): readonly string[] {
  const { phone } = useBooth()
  const [found, setFound] = useState<{ of: PlateReading; plates: readonly string[] }>()
  useEffect(() => {
    if (unsure === undefined) return undefined
    let left = false
    const readings = unsure.candidates.map(({ plate }) => plate)
    const { bundle } = phone.state()
    void expectedLike(bundle, readings, phone.clock.now()).then((plates) => !left && setFound({ of: unsure, plates }))
    return () => {
      left = true
    }
  }, [unsure, phone])
  return found !== undefined && found.of === unsure ? found.plates : []
}
