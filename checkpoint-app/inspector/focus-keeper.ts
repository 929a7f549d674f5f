/** Where reading goes on when what was pressed is gone with its screen: the question, else the screen. */
const places = '.session-ask h2, .plate-match h1, .review h1, .register h1, main.screen'

/** In the order of `places`, not of the page. */
const placeOf = (root: ParentNode): HTMLElement | undefined => {
  for (const place of places.split(', ')) {
    const found = root.querySelector<HTMLElement>(place)
    if (found !== null) return found
  }
  return undefined
}

/**
 * A button that is pressed often vanishes with its screen, and the focus would fall to the top of the page: then it is put where the new screen
 * begins, so that Tab goes on from there and a screen reader reads on. Never taken from anything that has it, nor on opening.
 */
export function keepFocus(): () => void {
  let had = document.activeElement
  const look = () => {
    const now = document.activeElement
    const lost = (now === null || now === document.body) && had !== null && !had.isConnected
    if (!lost) return void (had = now === document.body ? had : now)
    const place = placeOf(document)
    if (place === undefined) return undefined
    place.tabIndex = -1
    place.focus({ preventScroll: true })
    had = place
    return undefined
  }
  const pages = new MutationObserver(look)
  pages.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', look)
  return () => {
    pages.disconnect()
    document.removeEventListener('focusin', look)
  }
}
