import { beijingIso } from '../../shared/instant.ts'
import { QrCode } from '../ui/qr-code.tsx'
import { useNow } from '../ui/use-now.ts'
import { useOnline } from '../ui/use-online.ts'
import type { CodeView } from './draft.ts'
import { useDriverWords } from './use-words.ts'
import { useShownCode, type ShownCode } from './use-shown-code.ts'
import './live.css'

/** The code as the screen shows it, and under it that it lives: what turns and ticks is on no picture. */
export function CodePicture({ code }: { code: CodeView & { qr: string } }) {
  const { home } = useDriverWords()
  const shown = useShownCode(code)
  return (
    <>
      {shown.carrier === 'opening' ? <div className="code-opening" /> : <QrCode text={shown.text} label={home.qr} />}
      <p className="live-strip">{shown.carrier === 'phone' ? <LiveClock /> : <PaperLine shown={shown} />}</p>
    </>
  )
}

function LiveClock() {
  const { live } = useDriverWords()
  const now = useNow(1000)
  return (
    <>
      <svg className="live-ring" viewBox="0 0 28 28" aria-hidden="true">
        <circle cx="14" cy="14" r="11" className="live-track" />
        <circle cx="14" cy="14" r="11" className="live-arc" pathLength="4" />
      </svg>
      <strong>{live.now}</strong>
      <span className="live-time" aria-hidden="true">
        {beijingIso(now).slice(11, 19)}
      </span>
    </>
  )
}

function PaperLine({ shown }: { shown: Exclude<ShownCode, { carrier: 'phone' }> }) {
  const { live } = useDriverWords()
  const online = useOnline()
  if (shown.carrier === 'opening') return null
  if (shown.why === 'no-key') return live.noKey
  return online ? live.soon : live.later
}
