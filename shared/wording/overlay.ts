/** What a proof says to the county that wrote the overlay: a truck in words, both verdicts, what is stricter, and which setting does it. */
import { parseInspection } from '../facts-json.ts'
import type { Bilingual } from '../policy/documents.ts'
import { blamedFor, type Checked } from '../policy/overlay-check.ts'
import type { Counterexample } from '../policy/overlay-proof.ts'
import { captionOf, clockBases, isNumberSetting, numberSettings, testClockBasis } from '../policy/overlay-settings.ts'
import type { SettingName } from '../policy/overlay-settings.ts'
import { begins } from '../policy/spans.ts'
import type { Answer, Need } from '../policy/verdict.ts'
import type { Language } from './language.ts'
import { overlayWords } from './overlay-words.ts'
import { factsInWords } from './truck-in-words.ts'
import { needKind, wordings } from './verdict-lines.ts'

const verdictInWords = ({ row, headline }: Answer, language: Language) => `${row} ${headline[language]}`

/** Which row, what is asked, or what is done that the superior does not. */
function difference({ above, below, why, facts }: Counterexample, language: Language): string {
  const words = overlayWords[language]
  const crew = parseInspection(facts).facts.crew
  const askFor = (need: Need) => wordings[language].ask[needKind(need, crew[0] ?? {})].button
  if (why === 'graver') return words.graver
  if (why === 'asks-more')
    return words.asksMore(
      below.needs
        .filter((need) => !above.needs.includes(need))
        .map(askFor)
        .join(words.comma),
    )
  const more = below.tasks.filter((task) => !above.tasks.includes(task))
  const opened = below.opens.filter(({ reason }) => !above.opens.some((one) => one.reason === reason))
  const done = [...more.map((task) => words.task[task]), ...opened.map(({ reason }) => reason)]
  return words.doesMore(done.join(words.and))
}

/** 核酸阴性有效期（小时） 24（上级 48） */
export function settingInWords(name: SettingName, checked: Checked, language: Language): string {
  const words = overlayWords[language]
  const value = checked.overlay.parameters[name]
  const caption = captionOf(name)[language]
  const numbers = checked.above.numbersAt(begins(checked.below.from))
  if (isNumberSetting(name)) {
    const [{ parameter, times }] = numberSettings[name].sets
    return words.setting(caption, String(value), String(Number(numbers[parameter]) / times))
  }
  if (name !== 'testClockBasis') return caption
  const proposed = clockBases.find((basis) => basis === value) ?? 'report'
  return words.setting(
    caption,
    testClockBasis.values[proposed][language],
    testClockBasis.values[numbers.testClockBasis][language],
  )
}

function explainedIn(language: Language, found: Counterexample, checked: Checked): string {
  const words = overlayWords[language]
  const { facts, now } = parseInspection(found.facts)
  const before = found.factsAbove && parseInspection(found.factsAbove).facts
  const seen = before ? words.asAbove(factsInWords(before, now, language)) : ''
  const truck = `${factsInWords(facts, now, language)}${seen}`
  const blamed = blamedFor(found, checked).map((name) => settingInWords(name, checked, language))
  const verdicts = words.verdicts(verdictInWords(found.above, language), verdictInWords(found.below, language))
  return [truck, verdicts, difference(found, language), words.because(blamed.join(words.and))].join(words.stop)
}

export const explanationOf = (found: Counterexample, checked: Checked): Bilingual => ({
  zh: explainedIn('zh', found, checked),
  en: explainedIn('en', found, checked),
})
