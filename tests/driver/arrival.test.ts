import { describe, expect, it } from 'vitest'
import { arrivalShown, sendArrival } from '../../checkpoint-app/driver/arrival.ts'
import type { Say } from '../../checkpoint-app/driver/arrival.ts'
import { withArrival, type DriverState } from '../../checkpoint-app/driver/stored.ts'
import type { ApiProblem } from '../../checkpoint-app/ui/api.ts'
import { parseInstant } from '../../shared/instant.ts'
import { code, keptTrip, trip } from './kept-trip.ts'

const at = '2022-05-16T14:20:00+08:00'
const pressed = { trip: trip().id, pressedAt: parseInstant(at)! }
const awaited = keptTrip({ code: code({ arrival: { at: null } }) })
const arrived = code({ arrival: { at } })
const pressedState: DriverState = { trips: [awaited], waiting: [], arrivals: [pressed], draft: null, last: null }

describe('what the code page says of the company', () => {
  it.each([
    ['nobody awaits the truck', keptTrip(), [], 'nothing'],
    ['a company awaits it', awaited, [], 'offer'],
    ['pressed, not sent', awaited, [pressed], { waiting: pressed.pressedAt }],
    ['another trip was pressed', awaited, [{ ...pressed, trip: 'other' }], 'offer'],
    ['known to the server, by whomever', keptTrip({ code: arrived }), [pressed], { said: at }],
  ] as const)('%s', (_, kept, arrivals, shown) => {
    expect(arrivalShown(kept, arrivals)).toEqual(shown)
  })

  it('pressed twice: the first press counts', () => {
    const twice = withArrival(pressedState, { ...pressed, pressedAt: pressed.pressedAt + 60_000 })
    expect(twice.arrivals).toEqual([pressed])
  })
})

describe('sending it', () => {
  const after = async (say: Say) => {
    const { step, refused } = await sendArrival(awaited, pressed, say)
    const { arrivals, trips } = step(pressedState)
    return { waits: arrivals.length, said: trips[0]?.code.arrival?.at, refused: refused?.kind }
  }

  it('says when it was pressed, and shows what the server knows', async () => {
    const told: string[] = []
    const say: Say = async (_, when) => {
      told.push(when)
      return { ok: true, value: { arrivedAt: at, code: arrived } }
    }
    expect(await after(say)).toEqual({ waits: 0, said: at, refused: undefined })
    expect(told).toEqual([at])
  })

  it.each<[string, ApiProblem, number, string | undefined]>([
    ['without a network', { kind: 'offline' }, 1, undefined],
    ['a server in trouble', { kind: 'refused', status: 503, code: 'DB-02', message: '' }, 1, undefined],
    ['a key that opens nothing', { kind: 'refused', status: 401, code: 'AU-02', message: '' }, 0, 'refused'],
  ])('%s', async (_, problem, waits, refused) => {
    const say: Say = async () => ({ ok: false, problem })
    expect(await after(say)).toEqual({ waits, said: null, refused })
  })

  it('a trip that was taken off this phone meanwhile does not come back', async () => {
    const { step } = await sendArrival(awaited, pressed, async () => ({
      ok: true,
      value: { arrivedAt: at, code: arrived },
    }))
    expect(step({ ...pressedState, trips: [] }).trips).toEqual([])
  })
})
