import type { CrewMember, Facts, HealthCode, TravelCard } from '../../shared/facts.ts'
import { hour, minutesBetween, plus, type Instant } from '../../shared/instant.ts'
import type { Numbers } from '../../shared/policy/numbers.ts'
import { testCountsFrom, whyTestFails } from '../../shared/policy/readings/test.ts'
import type { Language } from '../../shared/wording/language.ts'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import type { Tone } from '../ui/state-mark.tsx'
import type { InspectorWords } from './words.zh.ts'

/** One of the four marks of a person, always seen: word and tone. */
export type MarkReading = { readonly tone: Tone; readonly word: string }

export type Said = {
  readonly words: InspectorWords
  readonly language: Language
  readonly now: Instant
  /** What a fact that was not asked means here: covered by a green code, not needed any more, or still open. */
  readonly unasked: 'by-code' | 'not-needed' | 'open'
}

const unaskedMark = ({ words: { mark }, unasked }: Said): MarkReading =>
  unasked === 'by-code'
    ? { tone: 'go', word: mark.byCode }
    : unasked === 'open'
      ? { tone: 'act', word: mark.unasked }
      : { tone: 'void', word: mark.notNeeded }

/** `numbers`: those that this test goes by. */
export function nucleicMark(test: CrewMember['nucleicAcid'], said: Said, numbers: Numbers): MarkReading {
  const { mark } = said.words
  const { now } = said
  if (test === undefined) return unaskedMark(said)
  if (test === null) return { tone: 'void', word: mark.unshown }
  if (test.result === 'positive') return { tone: 'stop', word: mark.positive }
  const basis = testCountsFrom(test, numbers.testClockBasis)
  if (test.result === 'pending') return { tone: 'care', word: mark.pending }
  if (basis === undefined || whyTestFails(test, now, numbers) !== undefined)
    return { tone: 'care', word: mark.old(numbers.testValidity) }
  return leftMark(plus(basis, numbers.testValidity * hour), said)
}

/** Time left until the test lapses. */
export function leftMark(until: Instant, { words, now }: Said): MarkReading {
  const left = Math.max(0, minutesBetween(now, until))
  return { tone: 'go', word: words.mark.left(Math.floor(left / 60), left % 60) }
}

const healthTones = { green: 'go', yellow: 'care', red: 'stop' } as const satisfies Record<HealthCode, Tone>
const cardTones = {
  green: 'go',
  'green-starred': 'go',
  yellow: 'care',
  orange: 'stop',
  red: 'stop',
} as const satisfies Record<TravelCard, Tone>

export function healthMark(code: CrewMember['healthCode'], said: Said): MarkReading {
  const { words, language } = said
  if (code === undefined) return unaskedMark(said)
  return code === null
    ? { tone: 'void', word: words.mark.unshown }
    : { tone: healthTones[code], word: wordings[language].answer.healthCode[code] }
}

export function cardMark(card: CrewMember['travelCard'], said: Said): MarkReading {
  const { words, language } = said
  if (card === undefined) return unaskedMark(said)
  return card === null
    ? { tone: 'void', word: words.mark.unshown }
    : { tone: cardTones[card], word: wordings[language].answer.travelCard[card] }
}

/** The pass belongs to the vehicle; lacking one is never a ground, so it is no more than "none". */
export function passMark(pass: Facts['pass'], { words }: Said): MarkReading {
  if (!pass) return { tone: 'void', word: words.mark.none }
  if (pass.state === 'valid') return { tone: 'go', word: words.mark.passValid }
  const wrong = pass.state === 'mismatch' || pass.state === 'forged'
  return wrong ? { tone: 'care', word: words.mark.passWrong } : { tone: 'void', word: words.mark.passBad }
}
