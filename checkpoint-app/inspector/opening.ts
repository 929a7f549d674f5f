import { openStore } from '../device/idb-store.ts'
import { noShift, type Store, type Terminal } from '../device/store.ts'
import { kept } from '../ui/kept.ts'
import type { Booth } from './desk-context.tsx'
import { ownShift } from './own-shift.ts'

/** What the disk says before the rest of the app is there: enough to open the camera. */
export type Before = {
  readonly terminal: Terminal | undefined
  readonly parked: number
  /** Somebody is signed on; else a line to do so will stand below. */
  readonly onShift: boolean
}

/** Everything that the camera need not wait for: phone, desk, law, all other screens. Kept for offline like the rest. */
export type Rest = typeof import('./rest.tsx')
export type Opened = { readonly booth: Booth; readonly rest: Rest }

let store: Promise<Store> | undefined
const ourStore = (): Promise<Store> => (store ??= openStore())

export async function readBefore(): Promise<Before> {
  const disk = await ourStore()
  const [terminal, parked, shift = noShift] = await Promise.all([
    disk.read('terminal'),
    disk.read('parked'),
    disk.read('shift'),
  ])
  const onShift = ownShift({ terminal, shift }) !== undefined
  return { terminal, parked: Array.isArray(parked) ? parked.length : 0, onShift }
}

let opening: Promise<Opened> | undefined

/** Opened once for the page, not for each mounting of a component. */
export const openRest = (): Promise<Opened> => (opening ??= loadRest())

/** Fetched at the same time as the rest, and set up each by itself: pictures of the camera come in between. */
const parts = [() => import('../device/phone.ts'), () => import('../../shared/policy/edition.ts')]

async function loadRest(): Promise<Opened> {
  // What fails here fails below as well, where it is said.
  for (const part of parts) part().catch(() => undefined)
  const rest = await import('./rest.tsx')
  return { rest, booth: await rest.openBoothHere(ourStore()) }
}

type Scan = (text: string) => void

/** A phone that was never bound needs no rest until somebody touches it. */
export const neverBound = (): boolean => kept('bound') === undefined
// What fails here fails below as well, where it is said.
if (!neverBound()) openRest().catch(() => undefined)

/** Where codes go: those seen before the desk is open wait for it, each once, in the order seen. None is dropped. */
export function scanSoon(open: () => Promise<Scan>): Scan {
  const waiting = new Set<string>()
  let ready: Scan | undefined
  let asked = false
  const ask = () => {
    asked = true
    void open().then(
      (scan) => {
        ready = scan
        for (const text of waiting) scan(text)
      },
      () => undefined, // Said by the face, with the way on.
    )
  }
  return (text) => {
    if (ready !== undefined) return ready(text)
    waiting.add(text)
    if (!asked) ask()
  }
}
