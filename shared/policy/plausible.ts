/** What no honest record can hold (contracts §1.13). Anything else that is odd is judged, not refused. */
import { Fault } from '../fault.ts'
import type { CrewMember, Facts, NucleicAcid } from '../facts.ts'
import { minute, type Instant } from '../instant.ts'
import { numbersAt, type Numbers } from './numbers.ts'

const refuse = (code: string, message: string, path: string): never => {
  throw new Fault('bad-input', code, message, { path })
}

function refuseFuture(at: Instant | null | undefined, now: Instant, path: string, numbers: Numbers) {
  if (at === null || at === undefined || at - now <= numbers.futureTolerance * minute) return
  refuse('FA-07', `${path} lies more than ${numbers.futureTolerance} minutes after now`, path)
}

function refuseTest(test: NucleicAcid, now: Instant, path: string, numbers: Numbers) {
  refuseFuture(test.sampledAt, now, `${path}.sampledAt`, numbers)
  refuseFuture(test.reportedAt, now, `${path}.reportedAt`, numbers)
  const { sampledAt, reportedAt } = test
  if (typeof sampledAt === 'number' && typeof reportedAt === 'number' && sampledAt > reportedAt)
    refuse('FA-08', `${path}.sampledAt is after ${path}.reportedAt`, `${path}.sampledAt`)
}

function refusePerson(person: CrewMember, now: Instant, path: string, numbers: Numbers) {
  if (person.nucleicAcid) refuseTest(person.nucleicAcid, now, `${path}.nucleicAcid`, numbers)
  const { temperatureMin: min, temperatureMax: max } = numbers
  person.temperatures?.forEach((reading, index) => {
    const where = `${path}.temperatures.${index}`
    if (!(reading >= min && reading <= max))
      refuse('FA-09', `${where} is ${reading} ℃, outside ${min.toFixed(1)}–${max.toFixed(1)}`, where)
  })
}

/** @throws Fault bad-input: FA-06 nobody on board, FA-07 future, FA-08 order, FA-09 range */
export function refuseImplausible(facts: Facts, now: Instant): void {
  if (facts.crew.length === 0) refuse('FA-06', 'crew is empty: a vehicle has at least a driver', 'crew')
  const numbers = numbersAt(now)
  facts.crew.forEach((person, index) => refusePerson(person, now, `crew.${index}`, numbers))
  refuseFuture(facts.priorRelease?.at, now, 'priorRelease.at', numbers)
}
