import { useEffect, useRef } from 'react'

/** Loads again when what is shown elsewhere of the same thing changed, at most each `pace` milliseconds, and each half minute. */
export function useReload(of: unknown, reload: () => Promise<void>, pace = 3000): void {
  const last = useRef(0)
  const seen = useRef(of)
  useEffect(() => {
    if (last.current === 0 || seen.current === of) {
      last.current ||= Date.now()
      return undefined
    }
    seen.current = of
    const wait = Math.max(0, last.current + pace - Date.now())
    const timer = setTimeout(() => {
      last.current = Date.now()
      void reload()
    }, wait)
    return () => clearTimeout(timer)
  }, [of, reload, pace])
  useEffect(() => {
    const timer = setInterval(() => void reload(), 30_000)
    return () => clearInterval(timer)
  }, [reload])
}
