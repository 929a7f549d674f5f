import { useCallback, useLayoutEffect, useRef, useState } from 'react'

/** Which of many rows of one height are in sight, and a few more on each side. */
export function useWindow(count: number) {
  const box = useRef<HTMLDivElement>(null)
  const probe = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(80)
  const [seen, setSeen] = useState({ from: 0, to: 24 })
  const look = useCallback(() => {
    const scroller = box.current
    if (!scroller) return
    const from = Math.max(0, Math.floor(scroller.scrollTop / height) - 4)
    const to = Math.min(count, Math.ceil((scroller.scrollTop + scroller.clientHeight) / height) + 4)
    setSeen((before) => (before.from === from && before.to === to ? before : { from, to }))
  }, [count, height])
  useLayoutEffect(() => {
    look()
    const sized = new ResizeObserver(() => {
      const tall = probe.current?.offsetHeight
      if (tall) setHeight(tall)
      look()
    })
    if (box.current) sized.observe(box.current)
    if (probe.current) sized.observe(probe.current)
    return () => sized.disconnect()
  }, [look])
  /** Brings a row into sight. */
  const show = useCallback(
    (at: number) => {
      const scroller = box.current
      if (!scroller) return
      const top = at * height
      if (top < scroller.scrollTop) scroller.scrollTop = top
      else if (top + height > scroller.scrollTop + scroller.clientHeight)
        scroller.scrollTop = top + height - scroller.clientHeight
      look()
    },
    [height, look],
  )
  return { box, probe, height, ...seen, look, show }
}
