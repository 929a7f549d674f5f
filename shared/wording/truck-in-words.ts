/** A truck in one sentence, for somebody who was not there: only what was asked of it. */
import type { CrewMember, Facts } from '../facts.ts'
import { day, minute, minutesBetween, type Instant } from '../instant.ts'
import type { Language } from './language.ts'
import { overlayWords, type OverlayWords } from './overlay-words.ts'
import { wordings } from './verdict-lines.ts'

const known = <T>(fact: T | null | undefined, unshown: string, say: (fact: T) => string): string[] =>
  fact === undefined ? [] : [fact === null ? unshown : say(fact)]

function vehicleInWords({ trip, freightCode, pass, priorRelease }: Facts, now: Instant, language: Language): string[] {
  const words = overlayWords[language]
  const { answer } = wordings[language]
  return [
    ...known(trip?.scope, '', (scope) => words.inline(answer.scope[scope])),
    ...known(trip?.registered, '', (registered) => (registered ? words.registered : words.notRegistered)),
    ...known(
      freightCode,
      `${words.freightCode}${words.inline(answer.freightCode.unshown)}`,
      (code) => `${words.freightCode}${words.inline(answer.freightCode[code])}`,
    ),
    ...known(pass, words.noPass, ({ state }) => (state === 'valid' ? words.validPass : words.noPass)),
    ...known(priorRelease, '', ({ at }) => words.inspected(ago(at, now, words))),
  ].filter(Boolean)
}

const ago = (at: Instant, now: Instant, words: OverlayWords) => {
  const minutes = minutesBetween(at, now)
  return words.span(Math.floor(minutes / 60), minutes % 60)
}

function testInWords({ nucleicAcid: test }: CrewMember, now: Instant, language: Language): string[] {
  const words = overlayWords[language]
  const { answer } = wordings[language]
  return known(
    test,
    `${words.nucleicAcid}${words.inline(answer.nucleicAcid.unshown)}`,
    ({ result, sampledAt, reportedAt }) => {
      const times = [
        ...(sampledAt ? [words.sampled(ago(sampledAt, now, words))] : []),
        ...(reportedAt ? [words.reported(ago(reportedAt, now, words))] : []),
      ]
      return `${words.nucleicAcid}${words.inline(answer.nucleicAcid[result])}${words.bracket(times)}`
    },
  )
}

function personInWords(person: CrewMember, now: Instant, language: Language): string[] {
  const words = overlayWords[language]
  const { answer } = wordings[language]
  const { temperatures, antigen, healthCode, travelCard, riskStay, driverWhitelist, refuses } = person
  const degrees = (temperatures ?? []).map((one) => `${one.toFixed(1)} ℃`).join(words.and)
  return [
    degrees && `${words.temperature}${degrees}`,
    ...testInWords(person, now, language),
    ...known(antigen, '', (result) => `${words.antigen}${words.inline(answer.antigen[result])}`),
    ...known(
      healthCode,
      `${words.healthCode}${words.inline(answer.healthCode.unshown)}`,
      (code) => `${words.healthCode}${words.inline(answer.healthCode[code])}`,
    ),
    ...known(
      travelCard,
      `${words.travelCard}${words.inline(answer.travelCard.unshown)}`,
      (card) => `${words.travelCard}${words.inline(answer.travelCard[card])}`,
    ),
    ...known(riskStay, '', (stayed) => (stayed ? words.riskStay : words.noRiskStay)),
    ...known(driverWhitelist, '', ({ from, to }) =>
      words.whitelist(Math.floor((to - from) / day), ((to - from) % day) / minute),
    ),
    refuses === true ? words.refuses : '',
  ].filter(Boolean)
}

/** A truck as one says it: only what was asked. */
export function factsInWords(facts: Facts, now: Instant, language: Language): string {
  const parts = [
    ...vehicleInWords(facts, now, language),
    ...facts.crew.flatMap((one) => personInWords(one, now, language)),
  ]
  return parts.join(overlayWords[language].comma) || overlayWords[language].nothingAsked
}
