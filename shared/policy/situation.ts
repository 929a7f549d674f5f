/** The facts as the rules read them: which way the trip goes, and per person what the law's numbers make of the readings. */
import type { CrewMember, Facts } from '../facts.ts'
import type { Instant } from '../instant.ts'
import type { Numbers } from './numbers.ts'
import { readCodes, type CodesReading } from './readings/codes.ts'
import { readTemperature, type TemperatureReading } from './readings/temperature.ts'
import { numbersForTest, whyTestFails } from './readings/test.ts'
import { documentFacts, type DocumentFact, type Finding, type TestGround } from './verdict.ts'

/** 二十条第二条's three routes, and the one where registration has not been asked. An unknown trip goes the cross-province way. */
export type Way = 'in-province' | 'registered' | 'not-registered' | 'registration-not-asked'

export type Person = {
  readonly index: number
  readonly facts: CrewMember
  readonly temperature: TemperatureReading
  /** Those that his test goes by. */
  readonly testNumbers: Numbers
  /** undefined = the test is valid. */
  readonly testFails: TestGround | undefined
  readonly codes: CodesReading
  readonly bothGreen: boolean
  /** Document facts that have not been asked yet. */
  readonly notAsked: readonly DocumentFact[]
}

export type Situation = {
  readonly facts: Facts
  readonly now: Instant
  readonly numbers: Numbers
  readonly way: Way
  readonly people: readonly Person[]
}

function wayOf({ trip }: Facts): Way {
  if (trip?.scope === 'in-province') return 'in-province'
  if (trip?.registered === undefined) return 'registration-not-asked'
  return trip.registered ? 'registered' : 'not-registered'
}

/** `numbersThen`: the law's numbers of earlier moments, for the tests of those days; left out = those of `now` for all of them. */
export function situationOf(
  facts: Facts,
  now: Instant,
  numbers: Numbers,
  numbersThen: (at: Instant) => Numbers = () => numbers,
): Situation {
  const people = facts.crew.map((member, index): Person => {
    const codes = readCodes(member, now, numbers)
    const ofTest = numbersForTest(member.nucleicAcid, numbers, numbersThen)
    return {
      index,
      facts: member,
      temperature: readTemperature(member.temperatures, numbers),
      testNumbers: ofTest,
      testFails: whyTestFails(member.nucleicAcid, now, ofTest),
      codes,
      bothGreen: codes.healthGreen && codes.travelGreen,
      notAsked: documentFacts.filter((fact) => member[fact] === undefined),
    }
  })
  return { facts, now, numbers, way: wayOf(facts), people }
}

/** A rule that looks at each person by himself. */
export function eachPerson(
  people: readonly Person[],
  say: (person: Person) => Finding | undefined,
): readonly Finding[] {
  return people.map(say).filter((finding) => finding !== undefined)
}

/** Temperature is taken on this way, of this person, and it is not settled yet. */
export const temperatureIsOpen = ({ temperature }: Person): boolean =>
  temperature === 'unmeasured' || temperature === 'measure-again'

/** Registered, and the freight code was looked at and is not green (red was judged before): one proof and two codes count. */
export const documentsCount = ({ way, facts }: Situation): boolean =>
  way === 'registered' && facts.freightCode !== undefined && facts.freightCode !== 'green'

/** Everything that the rows V10–V14 weigh has been asked of this person. */
export const readyToWeigh = (situation: Situation, person: Person): boolean =>
  documentsCount(situation) && person.notAsked.length === 0 && person.temperature === 'normal'
