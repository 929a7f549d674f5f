import { useEffect } from 'react'

/** Calls `renew` every 15 s while the page is looked at, and at once when it is looked at again. */
export function useLive(on: boolean, renew: () => Promise<void>): void {
  useEffect(() => {
    if (!on) return undefined
    const look = () => {
      if (document.visibilityState === 'visible') void renew()
    }
    const timer = setInterval(look, 15_000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [on, renew])
}
