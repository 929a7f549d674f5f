import { useCallback, useSyncExternalStore } from 'react'
import { hashOf, routeOf, type Route } from './route.ts'

function subscribe(changed: () => void) {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

/** The screen shown now, and the way to another one; the phone's back button works. */
export function useRoute(): [Route, (to: Route) => void] {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const go = useCallback((to: Route) => {
    location.hash = hashOf(to)
    scrollTo(0, 0)
  }, [])
  return [routeOf(hash), go]
}
