import { useEffect, useState } from 'react'
import type { CodeView } from './draft.ts'
import type { LivePhone } from './live-phone.ts'
import { stampNow } from './stamp-clock.ts'
import { useLivePhone } from './use-live-phone.ts'

/** Well under the 90 s that a stamp counts, so that a reading late by one turn is still live. */
export const stampEvery = 20_000

/** `paper`: this browser has no key (`no-key`), or no code was fetched for it yet (`not-yet`). */
export type ShownCode =
  | { readonly carrier: 'phone'; readonly text: string }
  | { readonly carrier: 'paper'; readonly text: string; readonly why: 'no-key' | 'not-yet' }
  | { readonly carrier: 'opening' }

/** Whether a code for this phone's own screen is still to be fetched. */
export const lacksLive = (code: CodeView, phone: LivePhone | null | undefined): boolean =>
  Boolean(phone) && code.token !== null && !isHeld(code, phone)

const isHeld = ({ live }: CodeView, phone: LivePhone | null | undefined) =>
  live !== null && phone?.holds(live.token) === true

/** What the screen shows of a code that holds: stamped by this phone, anew every few seconds, where it can. */
export function useShownCode(code: CodeView & { qr: string }): ShownCode {
  const phone = useLivePhone()
  const stamped = useStamped(isHeld(code, phone) ? code.live?.token : undefined, phone)
  if (phone === undefined) return { carrier: 'opening' }
  if (phone === null || stamped === 'failed') return { carrier: 'paper', text: code.qr, why: 'no-key' }
  if (!isHeld(code, phone)) return { carrier: 'paper', text: code.qr, why: 'not-yet' }
  return stamped === undefined ? { carrier: 'opening' } : { carrier: 'phone', text: stamped }
}

/** Of a newer code the older one's last text stands for the moment that the newer one's stamp takes. */
function useStamped(token: string | undefined, phone: LivePhone | null | undefined): string | undefined {
  const [text, setText] = useState<string>()
  useEffect(() => {
    if (token === undefined || !phone) return undefined
    let left = false
    const stamp = () =>
      phone.stamped(token, stampNow()).then(
        (made) => left || setText(made),
        () => left || setText('failed'),
      )
    void stamp()
    const timer = setInterval(() => void stamp(), stampEvery)
    // A phone taken out of the pocket shows a fresh stamp at once.
    document.addEventListener('visibilitychange', stamp)
    return () => {
      left = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', stamp)
    }
  }, [token, phone])
  return text
}
