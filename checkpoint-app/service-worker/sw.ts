/**
 * The service worker of one app, written by hand: it keeps the app's own files so that it opens without a network. It
 * never keeps an answer of the API. A new version waits until the person says so. `BUILD` is put above by plugin.ts.
 */
import { pathOf, shownOf } from './push.ts'

export type Build = { readonly app: string; readonly version: string; readonly files: readonly string[] }

declare const BUILD: Build

declare const self: ServiceWorkerGlobalScope

const worker = self
const family = `changxing-${BUILD.app}-`
const cacheName = family + BUILD.version
const shell = `/${BUILD.app}/`
/** Milliseconds; on a bad line the kept page is better than a blank one. */
const patience = 4000

worker.addEventListener('install', (event) => {
  const fresh = BUILD.files.map(
    (file) => new Request(file, { cache: file.startsWith('/assets/') ? 'default' : 'reload' }),
  )
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(fresh)))
})

worker.addEventListener('activate', (event) => {
  const leave = async () => {
    // In the order they were made. The version before stays: a page of it may still be open and load its later parts.
    const others = (await caches.keys()).filter((name) => name.startsWith(family) && name !== cacheName)
    await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
    await worker.clients.claim()
  }
  event.waitUntil(leave())
})

worker.addEventListener('message', (event) => {
  if (event.data === 'SKIP_WAITING') void worker.skipWaiting()
})

const later = (milliseconds: number) =>
  new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error('too slow')), milliseconds))

async function page(request: Request): Promise<Response> {
  try {
    const answer = await Promise.race([fetch(request), later(patience)])
    if (answer.status < 500) return answer
  } catch {
    // No network, or a line too slow to wait for: the kept page follows.
  }
  return (await caches.match(shell, { cacheName })) ?? Response.error()
}

async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName, ignoreVary: true })
  return kept ?? (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') {
    if (pathname.startsWith(shell)) event.respondWith(page(request))
    return
  }
  if (BUILD.files.includes(pathname) || pathname.startsWith('/assets/')) event.respondWith(asset(request))
})

// Nothing is asked of whoever is woken but to look: the words are in the message, and nothing is fetched.
worker.addEventListener('push', (event) => {
  const { title, options } = shownOf(event.data?.text() ?? '', BUILD.app)
  event.waitUntil(worker.registration.showNotification(title, options))
})

/** The page that is there already is turned to, before another is opened. */
async function turnTo(path: string): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = pages.find(({ url }) => new URL(url).pathname.startsWith(path))
  if (there === undefined) await worker.clients.openWindow(path)
  else await there.focus()
}

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(turnTo(pathOf(event.notification.data, worker.location.origin, shell)))
})
