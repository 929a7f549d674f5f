import { useState } from 'react'
import { momentOf } from '../device/bundle.ts'
import { isSkewed } from '../device/clock.ts'
import type { PhoneState } from '../device/phone.ts'
import { isLow } from '../device/storage-room.ts'
import { useNow } from '../ui/use-now.ts'
import { useOnline } from '../ui/use-online.ts'
import { Icon } from '../ui/icon.tsx'
import { menuIcon } from '../ui/icons.ts'
import { BundleSheet, ago } from './bundle-sheet.tsx'
import { inWords } from './how-shown.ts'
import { useBundleWords } from './bundle-words.ts'
import { usePhone } from './desk-context.tsx'
import { TopPlace } from './top-place.tsx'
import { ShiftButton } from './shift-button.tsx'
import { useOfflineWords } from './offline-words.ts'
import { useInspectorWords } from './use-words.ts'

export const countOf = ({ counts }: PhoneState, state: 'waiting' | 'refused') => counts[state]

/** How old the bundle is; amber with a mark once it should have been renewed. */
function BundleAgeText({ phone: { bundle, bundleAge } }: { phone: PhoneState }) {
  const words = useBundleWords()
  const now = useNow()
  if (bundle === undefined) return <span>▲ {words.none}</span>
  if (bundleAge === 'expired') return <span>▲ {words.expired}</span>
  const age = ago(momentOf(bundle.manifest.madeAt), now, words.age)
  return <span>{bundleAge === 'stale' ? `▲ ${age}` : age}</span>
}

/** One line: where, network, outbox, age of the data, clock. Grey while fine, amber when not; tapping explains. */
export function TopLine({ onMenu }: { onMenu: () => void }) {
  const words = useInspectorWords()
  const bundleWords = useBundleWords()
  const phone = usePhone()
  const connected = useOnline() && phone.reached
  const [explained, setExplained] = useState(false)
  const { terminal, bundleAge, sending, held, stuck, storage } = phone
  const offline = useOfflineWords()
  const refused = countOf(phone, 'refused')
  const wrong =
    isSkewed(phone.clockOffset) ||
    held.length > 0 ||
    isLow(storage) ||
    phone.bundleUnsaved ||
    phone.bundleTrouble === 'rolled-back'
  const mine = useBundleWords()
  const careful = bundleAge !== 'fresh' || phone.keyWithdrawn || wrong || refused + stuck.length > 0
  return (
    <header className="top-line">
      <button type="button" className={careful ? 'top-state is-care' : 'top-state'} onClick={() => setExplained(true)}>
        <TopPlace terminal={terminal} />
        <span className="top-facts">
          <span>
            {connected ? words.online : words.offline} <span aria-hidden="true">{connected ? '●' : '○'}</span>
          </span>
          <span>
            {sending ? offline.sending(sending.done, sending.of) : words.waitingCount(countOf(phone, 'waiting'))}
          </span>
          {held.length > 0 && <span>▲ {offline.notSaved(held.length)}</span>}
          {held.length === 0 && isLow(storage) && <span>▲ {offline.low}</span>}
          {refused > 0 && <span>▲ {words.refusedCount(refused)}</span>}
          {stuck.length > 0 && <span>▲ {offline.stuck(stuck.length)}</span>}
          <BundleAgeText phone={phone} />
          {phone.bundleTrouble === 'rolled-back' && <span>▲ {bundleWords.refused}</span>}
          {phone.bundleUnsaved && <span>▲ {bundleWords.full}</span>}
          {phone.keyWithdrawn && <span>▲ {mine.keyShort}</span>}
          {isSkewed(phone.clockOffset) && (
            <span>▲ {words.clockWrong(inWords(Math.abs(phone.clockOffset ?? 0), words.shown))}</span>
          )}
        </span>
      </button>
      <ShiftButton />
      <button type="button" className="top-menu" aria-label={words.menu} onClick={onMenu}>
        <Icon of={menuIcon} size={28} />
      </button>
      <BundleSheet open={explained} onClose={() => setExplained(false)} />
    </header>
  )
}
