import { inFours } from '../../shared/identity/trip-number.ts'
import { shortTime, type Instant } from '../../shared/instant.ts'
import { issuerWords } from '../../shared/passes/foreign.ts'
import { cargoNames, isCargo } from '../../shared/wording/cargo.ts'
import { useLanguage, type Language } from '../ui/language.tsx'
import { Shape, type Tone } from '../ui/state-mark.tsx'
import { shortRegion, useRegions } from '../ui/use-regions.ts'
import { passesRead, type PassRead, type PassState } from './pass-read.ts'
import { usePassWords } from './pass-words.ts'
import { knownOf, type Session } from './truck-session.ts'
import './pass.css'

const tones: Readonly<Partial<Record<PassState, Tone>>> = {
  valid: 'go',
  counted: 'go',
  suspended: 'care',
  mismatch: 'care',
  forged: 'care',
}

/** What stands on the pass, to be held against the load: number, route, goods, until when, and what it is worth. */
export function PassCards({ session, now }: { session: Session; now: Instant }) {
  const known = knownOf(session)
  if (known === undefined) return null
  return passesRead(known, now).map((read) => <PassCard key={`${read.issuer?.issuer} ${read.number}`} read={read} />)
}

function PassCard({ read }: { read: PassRead }) {
  const { card: words } = usePassWords()
  const { language } = useLanguage()
  const regions = useRegions()
  const { state, number, route, until, cargo } = read
  const said = [
    read.issuer !== undefined && issuerWords(read.issuer)[language],
    route?.map((code) => shortRegion(regions, code)).join(' — '),
    cargo !== undefined && cargoName(cargo, language),
    until !== undefined && words.until(shortTime(until)),
  ].filter(Boolean)
  return (
    <section className="pass-card" aria-label={words.title}>
      <p className="pass-card-head">
        <span>{words.title}</span>
        {number !== undefined && <strong>{read.issuer === undefined ? inFours(number) : number}</strong>}
      </p>
      {said.length > 0 && (
        <p className="pass-card-facts">
          {said.map((fact) => (
            <span key={String(fact)}>{fact}</span>
          ))}
        </p>
      )}
      <p className="pass-card-state">
        <Shape tone={tones[state] ?? 'void'} size={16} /> {words.states[state]}
      </p>
    </section>
  )
}

const cargoName = (code: string, language: Language) => (isCargo(code) ? cargoNames[code][language] : code)
