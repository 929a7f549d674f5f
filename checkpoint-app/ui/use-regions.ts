import { useEffect, useState } from 'react'
import { loadRegions, type Regions } from './regions.ts'

export { shortRegion } from './region-names.ts'

/** The region table once it is there; `undefined` until then. */
export function useRegions(): Regions | undefined {
  const [regions, setRegions] = useState<Regions>()
  useEffect(() => {
    let left = false
    const take = () =>
      loadRegions().then((table) => {
        if (!left) setRegions(() => table)
      })
    take().catch(() => addEventListener('online', () => void take(), { once: true }))
    return () => {
      left = true
    }
  }, [])
  return regions
}
