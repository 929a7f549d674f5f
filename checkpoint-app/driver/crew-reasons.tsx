import { parseInstant, type Instant } from '../../shared/instant.ts'
import { countdownLine } from '../../shared/wording/codes.ts'
import { useLanguage } from '../ui/language.tsx'
import { Shape, type Tone } from '../ui/state-mark.tsx'
import { useNow } from '../ui/use-now.ts'
import { withoutShape, type Reason } from './code-reasons.ts'
import { hashOf } from './route.ts'
import type { KeptTrip } from './stored.ts'
import { useDriverWords } from './use-words.ts'

/** What colours the codes of the crew, waits to, or did until lately: why, by whom, since when, and how it clears (R41). */
export function CrewReasons({ kept: { code } }: { kept: KeptTrip }) {
  const { reasons: words } = useDriverWords()
  const concerned = code.crew.filter(({ reasons }) => reasons.length > 0)
  if (concerned.length === 0) return null
  return (
    <section className="card on-screen crew-reasons" aria-label={words.label}>
      {concerned.map(({ seat, name, reasons }) => (
        <div key={seat} className="reasons-of-one">
          <h2 className={code.crew.length > 1 ? undefined : 'only-read'}>{name}</h2>
          {reasons.map((reason) => (
            <OneReason key={reason.opening} reason={reason} />
          ))}
        </div>
      ))}
    </section>
  )
}

const tones: Readonly<Record<Reason['colour'], Tone>> = { yellow: 'care', red: 'stop' }
const toneOf = ({ state, colour }: Reason): Tone =>
  state === 'cleared' ? 'go' : state === 'proposed' ? 'void' : tones[colour]

function OneReason({ reason }: { reason: Reason }) {
  const { language } = useLanguage()
  const { reasons: words } = useDriverWords()
  const said = reason[language]
  return (
    <article className={`one-reason reason-${toneOf(reason)}`}>
      <h3>
        <Shape tone={toneOf(reason)} size={22} />
        {withoutShape(said.title)}
      </h3>
      <p>{said.reason}</p>
      <p className="reason-next">{said.next}</p>
      {said.clears.length > 0 && (
        <ul>
          {said.clears.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Running reason={reason} />
      <p className="quiet small reason-source">
        {[said.article, said.since, said.unit].map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      {reason.appealable && (
        <a className="button button-secondary button-wide" href={hashOf({ screen: 'appeal', opening: reason.opening })}>
          {words.appeal}
        </a>
      )}
    </article>
  )
}

/** What runs out next, minute by minute, also without a network. */
function Running({ reason: { countdown } }: { reason: Reason }) {
  const { language } = useLanguage()
  const now: Instant = useNow()
  const at = countdown && parseInstant(countdown.at)
  if (!countdown || !at || at < now) return null
  return (
    <p role="timer" className="reason-countdown">
      {countdownLine({ what: countdown.what, at }, now, language)}
    </p>
  )
}
