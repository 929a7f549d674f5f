import { useEffect, useState } from 'react'
import type { Instant } from '../../shared/instant.ts'
import { serverNow } from './server-clock.ts'

/** The present by the server's clock, renewed every `every` milliseconds and when the page is looked at again. */
export function useNow(every = 30_000): Instant {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const look = () => setNow(serverNow())
    const timer = setInterval(look, every)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [every])
  return now
}
