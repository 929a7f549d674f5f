/** The sentences of the screens with their variants, taken from the wording; × stands for what a screen fills in. */
import type { Bilingual } from '../../shared/policy/documents.ts'
import type { Numbers } from '../../shared/policy/numbers.ts'
import type { ModifierId, Row } from '../../shared/policy/verdict.ts'
import type { Language, Values } from '../../shared/wording/language.ts'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import type { Sayings } from './sayings.ts'

export const both = (say: (language: Language) => string): Bilingual => ({ zh: say('zh'), en: say('en') })

/** English remarks in the law's data begin small. */
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const time = '××-×× ××:××'
const day = '××-××'
const reading = '××.× ℃'

function valuesIn(language: Language, numbers: Numbers, variant: Partial<Values> = {}): Values {
  return {
    temperatures: [reading, reading],
    validityHours: numbers.testValidity,
    testTime: time,
    priorTime: time,
    priorCheckpoint: language === 'zh' ? '××检查点' : 'checkpoint ××',
    scopeKnown: true,
    passUntil: day,
    whitelistUntil: day,
    passForged: false,
    ...variant,
  }
}

/** Each different sentence once, in the order first said. */
const distinct = (sentences: readonly Bilingual[]): readonly Bilingual[] => [
  ...new Map(sentences.map((sentence) => [sentence.zh, sentence])).values(),
]

export const reasonsOf = ({ grounds }: Sayings, numbers: Numbers): readonly Bilingual[] =>
  grounds.map((ground) => both((language) => wordings[language].reason[ground](valuesIn(language, numbers))))

const testSteps = [true, false].flatMap((codesGreen) => [
  { sample: true, again: false, codesGreen },
  { sample: false, again: false, codesGreen },
  { sample: false, again: true, codesGreen },
])

export function nextOf(row: Row): readonly Bilingual[] {
  if (row === 'ASK') return []
  if (row === 'V11') return testSteps.map((steps) => both((language) => wordings[language].testNext(steps)))
  return [both((language) => wordings[language].next[row])]
}

export const questionsOf = ({ asks = [] }: Sayings, numbers: Numbers): readonly Bilingual[] =>
  asks.map((need) => both((language) => wordings[language].ask[need].question(numbers)))

/** What M7 can have found wrong; the others say the same in each. */
const variants: readonly Partial<Values>[] = [false, true].flatMap((codeAtFault) => [
  { codeAtFault, passForged: false },
  { codeAtFault, passForged: true },
])

export function modifierSentences(modifier: ModifierId, numbers: Numbers) {
  const reasons = variants.map((variant) =>
    both((language) => wordings[language].modifier[modifier].reason(valuesIn(language, numbers, variant))),
  )
  return {
    label: both((language) => wordings[language].modifier[modifier].label),
    reasons: distinct(reasons),
    next: both((language) => wordings[language].modifier[modifier].next),
  }
}
