import { instant, minutesBetween, parseInstant, type Instant } from '../../shared/instant.ts'
import type { Tone } from '../ui/state-mark.tsx'
import type { CodeView, TripView } from './draft.ts'

type Why = NonNullable<CodeView['why']>

/** What the home page says: a colour, and which sentence. `old` = not renewed for so long that the code itself has run out. */
export type Shown = { tone: Tone; state: CodeView['state']; says: Says }
type Says = Why | 'green' | 'green-in-province' | 'old' | 'test-positive' | 'led-through'

const tones: Readonly<Record<CodeView['state'], Tone>> = { green: 'go', yellow: 'care', red: 'stop', grey: 'void' }

const passed = (moment: string | null, now: Instant): boolean => {
  const at = moment === null ? undefined : parseInstant(moment)
  return at !== undefined && at <= now
}

/** The state of a kept code at this moment: what was green an hour ago may have lapsed while the phone was offline. */
export function shownState(code: CodeView, trip: Pick<TripView, 'endsAt' | 'scope' | 'state'>, now: Instant): Shown {
  const grey = (says: Shown['says']): Shown => ({ tone: 'void', state: 'grey', says })
  if (trip.state !== 'registered' || passed(trip.endsAt, now)) return grey('ended')
  if (passed(code.expiresAt, now)) return grey('old')
  if (code.state !== 'green') return { tone: tones[code.state], state: code.state, says: whyNot(code) }
  // In-province a lapsed test holds nobody up, and no temperature is taken (contracts §1.4).
  if (trip.scope === 'in-province') return { tone: 'go', state: 'green', says: 'green-in-province' }
  if (passed(code.testUntil, now)) return grey('test-lapsed')
  return { tone: 'go', state: 'green', says: 'green' }
}

/** The reason as a driver must hear it: what is red or positive leads elsewhere than what is merely not green. */
function whyNot({ why, crew }: CodeView): Says {
  if (why === 'no-test' && crew.some(({ nucleicAcid }) => nucleicAcid?.result === 'positive')) return 'test-positive'
  const notGreen = why === 'code-not-green' || why === 'card-not-green'
  const led = crew.some((member) => [healthMark(member), cardMark(member)].some(({ tone }) => tone === 'stop'))
  return notGreen && led ? 'led-through' : (why ?? 'facts-unknown')
}

const freshFor = 5 * 60_000

/** Whether to ask for the code again: older than five minutes, or its test has lapsed since. */
export const needsRefresh = (code: CodeView, seenAt: number, now: Instant): boolean =>
  now - seenAt > freshFor || (passed(code.testUntil, now) && !passed(code.testUntil, instant(seenAt)))

type Crew = CodeView['crew'][number]
export type Mark = { tone: Tone; says: string; at: string | null }

/** One person's test as a mark, by the numbers the code was issued with: in time ✔, lapsed or none ◇, pending ➜, positive ■. */
export function testMark({ nucleicAcid: test }: Crew, numbers: CodeView['numbers'], now: Instant): Mark {
  if (!test) return { tone: 'void', says: 'none', at: null }
  const { reportedAt, sampledAt } = test
  const at = (numbers.testClockBasis === 'report' ? (reportedAt ?? sampledAt) : (sampledAt ?? reportedAt)) ?? null
  if (test.result === 'positive') return { tone: 'stop', says: 'positive', at }
  if (test.result === 'pending') return { tone: 'act', says: 'pending', at }
  const basis = at === null ? undefined : parseInstant(at)
  if (basis === undefined) return { tone: 'void', says: 'none', at: null }
  const holds = minutesBetween(basis, now) <= numbers.testValidity * 60
  return holds ? { tone: 'go', says: 'negative', at } : { tone: 'void', says: 'lapsed', at }
}

const codeTones = { green: 'go', yellow: 'care', red: 'stop' } as const
const cardTones = { green: 'go', 'green-starred': 'go', yellow: 'care', orange: 'stop', red: 'stop' } as const

export const healthMark = ({ healthCode }: Crew): Mark =>
  healthCode ? { tone: codeTones[healthCode], says: healthCode, at: null } : { tone: 'void', says: 'unknown', at: null }

export const cardMark = ({ travelCard }: Crew): Mark =>
  travelCard ? { tone: cardTones[travelCard], says: travelCard, at: null } : { tone: 'void', says: 'unknown', at: null }
