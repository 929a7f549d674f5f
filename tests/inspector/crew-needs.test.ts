import { describe, expect, test } from 'vitest'
import { countNeeds, crewNeeds, stepPicked, type Pick } from '../../checkpoint-app/inspector/crew-needs.ts'
import { strictestSoFar } from '../../checkpoint-app/inspector/running-headline.tsx'
import { negative } from '../policy/truck.ts'
import { onlinePerson, papers, trip, truckSeen, view, type Booth } from './booth.ts'

const crew = [onlinePerson(), onlinePerson({ surname: '李', idTail: '0031', role: 'escort' })]
const two = truckSeen().lookedUp(view({ trip: trip(), crew }))

function judged({ session, asks }: Booth) {
  const step = asks()
  if (!('judgement' in step)) throw new Error(`no judgement at ${step.ask}`)
  return { session, step, judgement: step.judgement, needs: crewNeeds(session, step.judgement) }
}
const short = (booth: Booth) =>
  judged(booth).needs.map(({ documents, temperature }) => `${documents.length} ${temperature}`)
const picked = (booth: Booth, place: number, what: Pick['what']) => {
  const { step, needs } = judged(booth)
  const chosen = stepPicked(step, needs, { key: needs[place]?.key ?? -1, what })
  return 'person' in chosen ? `${chosen.ask} ${chosen.person}` : chosen.ask
}

describe('what is missing, person by person', () => {
  test('papers and temperature of both, in any order', () => {
    expect(short(two)).toEqual(['4 first', '4 first'])
    expect(countNeeds(judged(two).needs)).toBe(4)
    expect(picked(two, 1, 'temperature')).toBe('temperature 1')
    expect(picked(two, 1, 'documents')).toBe('documents 1')
  })

  test('a temperature given before the papers counts', () => {
    const measured = two.happens({ type: 'temperature', person: 1, reading: 36.5 })
    expect(short(measured)).toEqual(['4 first', '4 none'])
    const hot = two.happens({ type: 'temperature', person: 1, reading: 37.6 })
    expect(short(hot)).toEqual(['4 first', '4 again'])
  })

  test('what was chosen is let go once it is answered: the next question comes by itself', () => {
    const measured = two.happens({ type: 'temperature', person: 1, reading: 36.5 })
    expect(picked(measured, 1, 'temperature')).toBe('documents 0')
  })

  test('behind a green code only the temperature is missing', () => {
    const green = trip({ code: { state: 'green', why: null } })
    expect(short(truckSeen().lookedUp(view({ trip: green, crew })))).toEqual(['0 first', '0 first'])
  })

  test('a question of the truck is not pushed aside', () => {
    const unknown = truckSeen().lookedUp(undefined)
    expect(picked(unknown, 0, 'temperature')).toBe('scope')
  })
})

describe('the strictest so far', () => {
  test('nobody while nothing is known', () => expect(strictestSoFar(judged(two).judgement)).toBeUndefined())

  test('who must be tested is told while the other is still asked', () => {
    const late = two.answers(1, papers({ nucleicAcid: negative('13T10:00') }))
    expect(strictestSoFar(judged(late).judgement)).toEqual({ place: 1, row: 'V11' })
  })
})
