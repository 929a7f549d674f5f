import { useState } from 'react'
import { minute, parseInstant, shortTime } from '../../shared/instant.ts'
import { isSkewed } from '../device/clock.ts'
import type { PhoneState } from '../device/phone.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { useOnline } from '../ui/use-online.ts'
import { useBooth, usePhone } from './desk-context.tsx'
import { useInspectorWords } from './use-words.ts'
import type { InspectorWords } from './words.zh.ts'

const bundleWords = (words: InspectorWords, age: PhoneState['bundleAge']) =>
  ({ fresh: words.bundleFresh, stale: words.bundleStale, expired: words.bundleExpired, none: words.bundleNone })[age]

const minutesOff = (offset: number | null) => Math.round(Math.abs(offset ?? 0) / minute)

export const countOf = ({ items }: PhoneState, state: 'waiting' | 'refused') =>
  items.filter((item) => item.state === state).length

/** One line: where, network, outbox, age of the data, clock. Grey while fine, amber when not; tapping explains. */
export function TopLine({ onMenu }: { onMenu: () => void }) {
  const words = useInspectorWords()
  const phone = usePhone()
  const connected = useOnline() && phone.reached
  const [explained, setExplained] = useState(false)
  const { terminal, bundleAge } = phone
  const refused = countOf(phone, 'refused')
  const careful = bundleAge !== 'fresh' || isSkewed(phone.clockOffset) || refused > 0 || phone.diskFull
  return (
    <header className="top-line">
      <button type="button" className={careful ? 'top-state is-care' : 'top-state'} onClick={() => setExplained(true)}>
        <span className="top-place">
          {terminal?.checkpoint.name} · {words.lane(terminal?.lane ?? 0)}
        </span>
        <span className="top-facts">
          <span>
            {connected ? words.online : words.offline} <span aria-hidden="true">{connected ? '●' : '○'}</span>
          </span>
          <span>{words.waitingCount(countOf(phone, 'waiting'))}</span>
          {refused > 0 && <span>▲ {words.refusedCount(refused)}</span>}
          {bundleAge !== 'fresh' && <span>▲ {bundleWords(words, bundleAge)}</span>}
          {isSkewed(phone.clockOffset) && <span>▲ {words.clockWrong(minutesOff(phone.clockOffset))}</span>}
        </span>
      </button>
      <button type="button" className="top-menu" aria-label={words.menu} onClick={onMenu}>
        <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
          <path d="M4 6H20M4 12H20M4 18H20" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
        </svg>
      </button>
      <Explained open={explained} onClose={() => setExplained(false)} />
    </header>
  )
}

function Explained({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useInspectorWords()
  const { phone } = useBooth()
  const { bundle, bundleAge, bundleTrouble, clockOffset, diskFull } = usePhone()
  const made = bundle === undefined ? undefined : parseInstant(bundle.content.madeAt)
  return (
    <Sheet open={open} title={bundleWords(words, bundleAge)} onClose={onClose}>
      <p>{words.bundleExplain[bundleAge]}</p>
      {made !== undefined && (
        <p className="quiet">
          {words.bundleMade} {shortTime(made)}
        </p>
      )}
      {bundleTrouble !== undefined && <p className="quiet">{words.bundleTrouble(bundleTrouble)}</p>}
      {isSkewed(clockOffset) && (
        <p>
          <strong>{words.clockWrong(minutesOff(clockOffset))}</strong>　{words.clockExplain}
        </p>
      )}
      {diskFull && (
        <p>
          <Shape tone="care" /> {words.diskFull}　{words.diskFullDo}
        </p>
      )}
      <Button onClick={() => void phone.sync().then(phone.refresh)}>{words.refresh}</Button>
    </Sheet>
  )
}
