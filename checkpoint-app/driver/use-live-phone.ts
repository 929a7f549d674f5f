import { useEffect, useState } from 'react'
import type { LivePhone } from './live-phone.ts'

/** Loaded beside the page, which shows the paper code where this fails. */
const openPhone = (): Promise<LivePhone | null> =>
  import('./live-phone.ts').then(({ openLivePhone }) => openLivePhone()).catch(() => null)

let opening: Promise<LivePhone | null> | undefined
const livePhone = () => (opening ??= openPhone())

/** A driver at the window waits no longer for a key than this; some browsers never answer. */
const patience = 3_000

/** This phone's key, or `null`: none, or none yet. */
export const livePhoneSoon = (): Promise<LivePhone | null> =>
  Promise.race([livePhone(), new Promise<null>((done) => setTimeout(() => done(null), patience))])

/** `undefined` until it is known; a key that comes late is taken all the same. */
export function useLivePhone(): LivePhone | null | undefined {
  const [phone, setPhone] = useState<LivePhone | null>()
  useEffect(() => {
    let left = false
    const take = (found: LivePhone | null) => left || setPhone(found)
    void livePhoneSoon().then(take)
    void livePhone().then(take)
    return () => void (left = true)
  }, [])
  return phone
}
