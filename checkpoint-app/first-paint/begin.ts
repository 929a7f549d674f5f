/**
 * The page is painted before its scripts run: setting them up takes a cheap phone half a second, in which it would show nothing.
 * They are fetched meanwhile, and set up one by one in the order in which they need each other, so that a finger comes in
 * between. A page in the background is never painted, and begins all the same.
 */
const moment = () => new Promise<void>((resolve) => void setTimeout(resolve))
const painted = new Promise<void>((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve))
  setTimeout(resolve, document.hidden ? 0 : 1000)
})
/** Milliseconds that nobody notices. */
const atOnce = 8

async function begin(): Promise<void> {
  const [page, ...parts] = [...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]')]
  await painted
  let since = performance.now()
  // A part that does not load fails the page below as well.
  for (const part of parts) {
    await import(/* @vite-ignore */ part.href).catch(() => undefined)
    if (performance.now() - since < atOnce) continue
    await moment()
    since = performance.now()
  }
  if (page !== undefined) await import(/* @vite-ignore */ page.href)
}

export const begun = begin()
