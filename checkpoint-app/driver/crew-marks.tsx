import { parseInstant, shortTime, type Instant } from '../../shared/instant.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { cardMark, healthMark, testMark, type Mark } from './code-state.ts'
import { withHours } from './hours-in-words.ts'
import type { KeptTrip } from './stored.ts'
import { useDriverWords } from './use-words.ts'
import type { DriverWords } from './words.zh.ts'

/** Pass 通行证 of the truck, as one of the four marks; its absence is a plain fact, not a fault. */
export function passMark({ pass, trip }: KeptTrip, now: Instant, words: DriverWords['marks']): Mark & { word: string } {
  if (!pass)
    return { tone: 'void', says: 'none', at: null, word: trip.cargo === '99' ? words.passNotNeeded : words.passNone }
  const holds = pass.state === 'valid' && (parseInstant(pass.validTo) ?? now) >= now
  return holds
    ? { tone: 'go', says: 'valid', at: pass.validTo, word: words.passValid }
    : { tone: 'void', says: 'void', at: null, word: words.passVoid }
}

const timed = (word: string, at: string | null) => (at === null ? word : `${word} ${shortTime(parseInstant(at)!)}`)

/** On a trip within the province nobody is asked for proofs: marks of what is not known would only worry. */
const isAsked = ({ trip, code }: KeptTrip): boolean =>
  trip.scope !== 'in-province' ||
  code.crew.some(({ nucleicAcid, healthCode, travelCard }) => nucleicAcid ?? healthCode ?? travelCard)

/** Two proofs and two codes 两证两码 of each person on board: word, shape and colour. */
export function CrewMarks({ kept, now }: { kept: KeptTrip; now: Instant }) {
  const { home, marks } = useDriverWords()
  const { numbers } = kept.code
  const word = (mark: Mark) => withHours(marks[wordKey(mark.says)], numbers)
  const pass = passMark(kept, now, marks)
  if (!isAsked(kept)) return null
  return (
    <section className="card on-screen crew-marks" aria-label={home.facts}>
      <h2>{home.facts}</h2>
      {kept.code.crew.map((member) => {
        const test = testMark(member, numbers, now)
        const rows = [
          { of: marks.test, tone: test.tone, word: timed(word(test), test.at) },
          { of: marks.pass, tone: pass.tone, word: pass.word },
          { of: marks.health, tone: healthMark(member).tone, word: word(healthMark(member)) },
          { of: marks.card, tone: cardMark(member).tone, word: word(cardMark(member)) },
        ]
        return (
          <div key={member.seat} className="crew-member">
            <h3>{member.name}</h3>
            <dl className="mark-list">
              {rows.map(({ of, tone, word }) => (
                <div key={of}>
                  <dt>{of}</dt>
                  <dd>
                    <StateMark tone={tone} word={word} size="small" />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        )
      })}
    </section>
  )
}

const said = [
  'negative',
  'positive',
  'pending',
  'lapsed',
  'none',
  'green',
  'green-starred',
  'yellow',
  'orange',
  'red',
] as const

const wordKey = (says: string) => said.find((key) => key === says) ?? 'unknown'
