import { beijingIso, documentTime, parseInstant, type Instant } from '../../shared/instant.ts'
import { showPlate } from '../../shared/identity/plate.ts'
import { useLanguage, type Language } from '../ui/language.tsx'
import { Button } from '../ui/button.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { useNow } from '../ui/use-now.ts'
import { useRegions, shortRegion } from '../ui/use-regions.ts'
import { ScreenTitle } from '../ui/screen-title.tsx'
import type { PassView } from './draft.ts'
import { PassPdfButton } from './pdf-buttons.tsx'
import type { KeptTrip } from './stored.ts'
import { useDriverWords } from './use-words.ts'
import './pass.css'

/** Without its minutes: 2022年5月16日, in English 2022-05-16. */
const documentDay = (at: Instant, language: Language) =>
  language === 'zh' ? documentTime(at).replace(/日.*$/, '日') : beijingIso(at).slice(0, 10)

function Period({ from, to }: { from: Instant; to: Instant }) {
  const { language } = useLanguage()
  return (
    <>
      <span className="pass-day">{documentDay(from, language)}</span> —{' '}
      <span className="pass-day">{documentDay(to, language)}</span>
    </>
  )
}

/** The pass on its green face, A4 landscape; on paper the code stands twice, with the number to type under it. */
export function PassFace({ kept, pass }: { kept: KeptTrip; pass: PassView }) {
  const { trip } = kept
  const { pass: words, cargos } = useDriverWords()
  const regions = useRegions()
  const now = useNow()
  const [from, to] = [parseInstant(pass.validFrom)!, parseInstant(pass.validTo)!]
  const state = pass.state === 'valid' && now > to ? 'expired' : pass.state
  const rows = [
    [words.plate, showPlate(pass.plate)],
    [words.crew, trip.crew.map(({ name }) => name).join('、')],
    [words.cargo, cargos[pass.cargo]],
    [words.line, `${shortRegion(regions, pass.from)} — ${shortRegion(regions, pass.to)}`],
    [words.period, <Period key="period" from={from} to={to} />],
    [words.issuer, /^\d{6}$/.test(pass.issuer) ? shortRegion(regions, pass.issuer) : pass.issuer],
  ] as const
  const code = (copy: string) => (
    <figure key={copy} className={`pass-code pass-code-${copy}`}>
      <QrCode text={pass.qr} label={words.qr} />
      <figcaption>{pass.number}</figcaption>
    </figure>
  )
  return (
    <div className="stack pass-screen">
      <article className="pass-face">
        <header>
          <ScreenTitle>{words.title}</ScreenTitle>
          <p>
            {words.number} <strong>{pass.number}</strong>
          </p>
          <span className="on-screen">
            <StateMark tone={state === 'valid' ? 'go' : 'void'} word={words.states[state]} filled />
          </span>
        </header>
        <div className="pass-body">
          <dl>
            {rows.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <div className="pass-codes">{['first', 'second'].map(code)}</div>
        </div>
        <footer>
          {words.same}。{words.tractor}。
        </footer>
      </article>
      {state !== 'valid' && <p className="on-screen">{words.voidLine}</p>}
      <div className="stack-tight on-screen">
        <Button kind="primary" wide onClick={() => print()}>
          {words.print}
        </Button>
        <PassPdfButton kept={kept} number={pass.number} />
      </div>
    </div>
  )
}
