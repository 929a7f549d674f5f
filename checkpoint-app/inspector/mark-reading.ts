import type { CrewMember, Facts, HealthCode, TravelCard } from '../../shared/facts.ts'
import { hour, minutesBetween, plus, type Instant } from '../../shared/instant.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { testCountsFrom, whyTestFails } from '../../shared/policy/readings/test.ts'
import type { Language } from '../../shared/wording/language.ts'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import type { Tone } from '../ui/state-mark.tsx'
import type { InspectorWords } from './words.zh.ts'

/** One of the four marks of a person, always seen: word and tone. */
export type MarkReading = { readonly tone: Tone; readonly word: string }

type Said = { readonly words: InspectorWords; readonly language: Language; readonly now: Instant }

export function nucleicMark(test: CrewMember['nucleicAcid'], { words, now }: Said): MarkReading {
  const { mark } = words
  if (test === undefined) return { tone: 'act', word: mark.unasked }
  if (test === null) return { tone: 'void', word: mark.unshown }
  if (test.result === 'positive') return { tone: 'stop', word: mark.positive }
  const numbers = numbersAt(now)
  const basis = testCountsFrom(test, numbers.testClockBasis)
  if (test.result === 'pending') return { tone: 'care', word: mark.pending }
  if (basis === undefined || whyTestFails(test, now, numbers) !== undefined) return { tone: 'care', word: mark.old }
  const left = Math.max(0, minutesBetween(now, plus(basis, numbers.testValidity * hour)))
  return { tone: 'go', word: mark.left(Math.floor(left / 60), left % 60) }
}

const healthTones = { green: 'go', yellow: 'care', red: 'stop' } as const satisfies Record<HealthCode, Tone>
const cardTones = {
  green: 'go',
  'green-starred': 'go',
  yellow: 'care',
  orange: 'stop',
  red: 'stop',
} as const satisfies Record<TravelCard, Tone>

export function healthMark(code: CrewMember['healthCode'], { words, language }: Said): MarkReading {
  if (code === undefined) return { tone: 'act', word: words.mark.unasked }
  return code === null
    ? { tone: 'void', word: words.mark.unshown }
    : { tone: healthTones[code], word: wordings[language].answer.healthCode[code] }
}

export function cardMark(card: CrewMember['travelCard'], { words, language }: Said): MarkReading {
  if (card === undefined) return { tone: 'act', word: words.mark.unasked }
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
