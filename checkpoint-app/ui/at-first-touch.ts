const touches = ['pointerdown', 'keydown'] as const
/** Milliseconds. */
const untouched = 10_000

/**
 * Runs once, when somebody first touches the page or a key, or when nobody has for a while: what is set up then does not stand in
 * the way of the page itself. What is answered calls it off.
 */
export function atFirstTouch(run: () => void): () => void {
  const leave = () => {
    clearTimeout(timer)
    for (const name of touches) removeEventListener(name, touch)
  }
  const touch = () => {
    leave()
    run()
  }
  const timer = setTimeout(touch, untouched)
  for (const name of touches) addEventListener(name, touch)
  return leave
}
