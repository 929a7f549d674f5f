import type { ReactNode } from 'react'
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
import { passSaid } from './pass-said.ts'
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

/** `crew`: as its holder knows them; `children`: what can be done with it, beside printing. */
type Given = { pass: PassView; crew: readonly string[]; children?: ReactNode }

/** The pass on its green face, A4 landscape; on paper the code stands twice, with the number to type under it. */
export function PassFace({ pass, crew, children }: Given) {
  const { pass: words, cargos } = useDriverWords()
  const { language } = useLanguage()
  const regions = useRegions()
  const now = useNow()
  const [from, to] = [parseInstant(pass.validFrom)!, parseInstant(pass.validTo)!]
  const { state, suspended, why } = passSaid(pass, now)
  const rows = [
    [words.plate, showPlate(pass.plate)],
    ...(crew.length > 0 ? [[words.crew, crew.join('、')] as const] : []),
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
            <StateMark
              tone={state === 'valid' ? 'go' : 'void'}
              word={suspended ? words.suspended : words.states[state]}
              filled
            />
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
      {state !== 'valid' && (
        <div className="on-screen stack-tight">
          {why && <strong>{why[language]}</strong>}
          <p>{suspended ? words.suspendedLine : why ? words.revokedLine : words.voidLine}</p>
        </div>
      )}
      <div className="stack-tight on-screen">
        <Button kind="primary" wide onClick={() => print()}>
          {words.print}
        </Button>
        {children}
      </div>
    </div>
  )
}
