import type { CrewMember, Facts, Pass, PriorRelease } from '../../../shared/facts.ts'
import { hour, minutesBetween, plus, shortTime, type Instant } from '../../../shared/instant.ts'
import type { Numbers } from '../../../shared/policy/numbers.ts'
import { onDriverWhitelist } from '../../../shared/policy/readings/codes.ts'
import { readTemperature } from '../../../shared/policy/readings/temperature.ts'
import { numbersForTest, testCountsFrom, whyTestFails } from '../../../shared/policy/readings/test.ts'
import type { FactWords } from './fact-words.ts'

export type Tone = 'go' | 'care' | 'stop' | 'void' | 'plain'
export type FactLine = { readonly label: string; readonly value: string; readonly tone: Tone }
/** The moment of the inspection, and the law's numbers then. */
type At = { readonly now: Instant; readonly numbers: Numbers; readonly numbersThen?: (at: Instant) => Numbers }
type Said = readonly [value: string, tone: Tone]

/** A fact left out was not asked; `null` was asked and cannot be shown. */
function said<T>(fact: T | null | undefined, words: FactWords, say: (fact: T) => Said): Said {
  if (fact === undefined) return [words.notAsked, 'void']
  return fact === null ? [words.cannotShow, 'care'] : say(fact)
}

function testSaid(
  person: CrewMember,
  { now, numbers: inForce, numbersThen = () => inForce }: At,
  words: FactWords,
): Said {
  return said(person.nucleicAcid, words, (test) => {
    const numbers = numbersForTest(test, inForce, numbersThen)
    const times = [
      ...(test.sampledAt ? [words.sampled(shortTime(test.sampledAt))] : []),
      ...(test.reportedAt ? [words.reported(shortTime(test.reportedAt))] : []),
    ]
    const from = testCountsFrom(test, numbers.testClockBasis)
    const fails = whyTestFails(test, now, numbers)
    if (test.result !== 'negative' || from === undefined)
      return [[words.nucleic[test.result], ...times].join(' ｜ '), test.result === 'positive' ? 'stop' : 'care']
    const left = minutesBetween(now, plus(from, numbers.testValidity * hour))
    const validity = fails ? words.lapsed(numbers.testValidity) : words.left(Math.floor(left / 60), left % 60)
    return [[words.nucleic.negative, ...times, validity].join(' ｜ '), fails ? 'care' : 'go']
  })
}

const temperatureTones = { normal: 'go', abnormal: 'stop', unmeasured: 'void', 'measure-again': 'care' } as const

function temperatureSaid({ temperatures = [] }: CrewMember, { numbers }: At, words: FactWords): Said {
  const values = temperatures.map((degrees) => `${degrees.toFixed(1)} ℃`).join('、')
  return [values || words.notMeasured, temperatureTones[readTemperature(temperatures, numbers)]]
}

const healthTones = { green: 'go', yellow: 'care', red: 'stop' } as const
const cardTones = { green: 'go', 'green-starred': 'go', yellow: 'care', orange: 'stop', red: 'stop' } as const
const antigenTones = { negative: 'go', positive: 'stop', invalid: 'care' } as const
const listTones = { positive: 'stop', red: 'stop', tracking: 'care' } as const

/** One proof, two codes and the temperature of a person always; the rest where it was asked or is on a list. */
export function personInWords(person: CrewMember, at: At, words: FactWords): readonly FactLine[] {
  const line = (label: string, [value, tone]: Said): FactLine => ({ label, value, tone })
  const { labels } = words
  const always = [
    line(labels.nucleicAcid, testSaid(person, at, words)),
    line(
      labels.healthCode,
      said(person.healthCode, words, (code) => [words.health[code], healthTones[code]]),
    ),
    line(
      labels.travelCard,
      said(person.travelCard, words, (card) => [words.card[card], cardTones[card]]),
    ),
    line(labels.temperature, temperatureSaid(person, at, words)),
  ]
  const { riskStay, antigen, listed, driverWhitelist, refuses } = person
  const counts = onDriverWhitelist(person, at.now, at.numbers)
  return [
    ...always,
    ...(riskStay === undefined ? [] : [line(labels.riskStay, riskWords(riskStay, words))]),
    ...(antigen ? [line(labels.antigen, [words.antigen[antigen], antigenTones[antigen]])] : []),
    ...(listed ? [line(labels.listed, [words.listed[listed], listTones[listed]])] : []),
    ...(driverWhitelist
      ? [line(labels.whitelist, [words.until(shortTime(driverWhitelist.to), counts), counts ? 'go' : 'void'])]
      : []),
    ...(refuses ? [line(labels.refuses, [words.refuses, 'care'])] : []),
  ]
}

const riskWords = (stay: boolean | null, words: FactWords): Said =>
  stay === null ? [words.cannotSay, 'void'] : [stay ? words.yes : words.no, stay ? 'stop' : 'go']

const codeTones = { green: 'go', yellow: 'care', red: 'stop', grey: 'void' } as const

const codeSaid = ({ freightCode }: Facts, words: FactWords): Said =>
  freightCode === null ? [words.none, 'void'] : said(freightCode, words, (code) => [words.code[code], codeTones[code]])

const passSaid = ({ state }: Pass, words: FactWords): Said => [words.pass[state], state === 'valid' ? 'go' : 'void']

/** A suspect freight code stands in the facts in the place of the pass (M7): then either may have been shown. */
const passLabel = (pass: Pass | null, { labels }: FactWords) =>
  pass?.state === 'mismatch' || pass?.state === 'forged' ? labels.passOrCode : labels.pass

const priorSaid = ({ at, checkpoint, sameCrew }: PriorRelease, words: FactWords): Said => [
  words.prior(shortTime(at), checkpoint ?? '', sameCrew === true),
  'plain',
]

/** What is known of trip and vehicle: route, registration, freight code, pass, prior release. */
export function vehicleInWords(facts: Facts, words: FactWords): readonly FactLine[] {
  const { labels } = words
  const { trip, pass, priorRelease } = facts
  const line = (label: string, [value, tone]: Said): FactLine => ({ label, value, tone })
  const registered = said(trip?.registered, words, (is) =>
    is ? [words.registered, 'go'] : [words.notRegistered, 'void'],
  )
  return [
    line(labels.scope, [words.scope[trip?.scope ?? 'unknown'], 'plain']),
    line(labels.registered, registered),
    line(labels.freightCode, codeSaid(facts, words)),
    ...(pass === undefined ? [] : [line(passLabel(pass, words), pass ? passSaid(pass, words) : [words.none, 'void'])]),
    ...(priorRelease ? [line(labels.prior, priorSaid(priorRelease, words))] : []),
    ...(trip?.throughTrain ? [line(labels.throughTrain, [words.yes, 'plain'])] : []),
    ...(trip?.cargo ? [line(labels.cargo, [words.cargo[trip.cargo], 'plain'])] : []),
  ]
}
