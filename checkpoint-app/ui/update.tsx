import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { ofThisPage } from './graver-note.ts'
import { Shape } from './state-mark.tsx'
import { useUiWords } from './use-ui-words.ts'
import './notes.css'

/** Registers an app's service worker and reports when a new version waits. Nothing is switched by itself. */
export async function watchForUpdate(app: string, waits: (worker: ServiceWorker) => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const options = { scope: `/${app}/`, updateViaCache: 'none' } as const
  const registration = await navigator.serviceWorker.register(`/${app}/sw.js`, options)
  const report = () => {
    if (registration.waiting && navigator.serviceWorker.controller) waits(registration.waiting)
  }
  report()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', report))
}

/** Switches to the waiting version and opens the page again. */
export function switchTo(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  worker.postMessage('SKIP_WAITING', { transfer: [] })
}

const installingMs = 20_000

/** Until it is there, or it is plain that it does not come over this line. */
const isInstalled = (worker: ServiceWorker) =>
  new Promise<void>((done) => {
    setTimeout(done, installingMs)
    worker.addEventListener('statechange', () => {
      if (worker.state !== 'installing') done()
    })
  })

/** Asked for by a person: the newest there is, whether or not it was noticed before. Without a network the page stays as it is. */
export async function updateNow(app: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(`/${app}/`)
  await registration?.update().catch(() => undefined)
  if (registration?.installing) await isInstalled(registration.installing)
  if (registration?.waiting) switchTo(registration.waiting)
  else location.reload()
}

/** A line with one button, shown when a new version waits and nothing graver is said of it. */
export function UpdateLine({ app }: { app: string }) {
  const words = useUiWords()
  const [waiting, setWaiting] = useState<ServiceWorker>()
  const isOutdone = useSyncExternalStore(ofThisPage.subscribe, ofThisPage.isThere)
  useEffect(() => {
    watchForUpdate(app, setWaiting).catch(() => {
      // Without a service worker the app works online all the same.
    })
  }, [app])
  if (!waiting || isOutdone) return null
  return (
    <div className="banner" role="status">
      <Shape tone="act" size={20} />
      <span>{words.newVersion}</span>
      <Button compact onClick={() => switchTo(waiting)}>
        {words.newVersionUse}
      </Button>
    </div>
  )
}
