import { useCallback, useEffect, useState } from 'react'

/** The whole screen, at three metres: type doubles, what can be pressed vanishes. */
export function useWall() {
  const [wall, setWall] = useState(() => location.search === '?wall')
  useEffect(() => {
    document.documentElement.classList.toggle('is-wall', wall)
    return () => document.documentElement.classList.remove('is-wall')
  }, [wall])
  useEffect(() => {
    const left = () => {
      if (document.fullscreenElement === null) setWall(false)
    }
    document.addEventListener('fullscreenchange', left)
    return () => document.removeEventListener('fullscreenchange', left)
  }, [])
  const enter = useCallback(() => {
    setWall(true)
    // A browser that has no full screen shows it in its window.
    void document.documentElement.requestFullscreen?.().catch(() => undefined)
  }, [])
  const leave = useCallback(() => {
    setWall(false)
    if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined)
  }, [])
  return { wall, enter, leave }
}
