import { useEffect } from 'react'
import { useBooth } from './desk-context.tsx'

/**
 * The code of `/checkpoint/#code=<text>`: a link where there is no camera, as on the demonstration's page. It is taken out of
 * the address at once and goes the way of a scan; plate and person are matched all the same.
 */
export function useCodeInAddress(): void {
  const { desk } = useBooth()
  useEffect(() => {
    const read = () => {
      const text = new URLSearchParams(location.hash.slice(1)).get('code')
      if (text === null) return
      history.replaceState(null, '', location.pathname + location.search)
      void desk.scan(text)
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [desk])
}
