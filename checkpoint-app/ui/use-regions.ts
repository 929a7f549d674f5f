import { useEffect, useState } from 'react'
import { loadRegions, type Regions } from './regions.ts'

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

/** `410822` → 河南焦作博爱县: the path without the words for levels, short enough for a line. */
export function shortRegion(regions: Regions | undefined, code: string): string {
  const path = regions?.regionPath(code) ?? []
  const short = path.map((name, level) => (level === path.length - 1 ? name : name.replace(/(省|市|自治区)$/, '')))
  return short.filter((name, level) => name !== short[level + 1]).join('') || code
}
