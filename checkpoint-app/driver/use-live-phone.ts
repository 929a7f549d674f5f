import { useEffect, useState } from 'react'
import type { LivePhone } from './live-phone.ts'

/** Loaded beside the page, which shows the paper code where this fails. */
const openPhone = (): Promise<LivePhone | null> =>
  import('./live-phone.ts').then(({ openLivePhone }) => openLivePhone()).catch(() => null)

let opening: Promise<LivePhone | null> | undefined

/** `null`: this browser has no key of its own. */
export const livePhone = (): Promise<LivePhone | null> => (opening ??= openPhone())

/** `undefined` until it is known. */
export function useLivePhone(): LivePhone | null | undefined {
  const [phone, setPhone] = useState<LivePhone | null>()
  useEffect(() => void livePhone().then(setPhone), [])
  return phone
}
