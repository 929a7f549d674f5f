import { describe, expect, it } from 'vitest'
import {
  lastUsedOf,
  load,
  save,
  withTrip,
  withWaiting,
  withoutTrip,
  withoutWaiting,
  type DriverState,
} from '../../checkpoint-app/driver/stored.ts'
import { draft, driver, now } from './draft-kit.ts'
import { keptTrip, trip } from './kept-trip.ts'

/** A phone's storage; `room` is how many characters fit. */
function phone(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (value.length > room) throw new Error('QuotaExceededError')
      kept.set(name, value)
    },
    removeItem: (name: string) => void kept.delete(name),
  }
}

const nothing: DriverState = { trips: [], waiting: [], arrivals: [], draft: null, last: null }

it('finds after a reload what was kept: trips, a waiting registration, the draft, the last vehicle', () => {
  const storage = phone()
  const state = {
    trips: [keptTrip()],
    waiting: [{ draft: draft(), pressedAt: now, problem: null }],
    arrivals: [{ trip: trip().id, pressedAt: now }],
    draft: draft(),
    last: lastUsedOf(draft()),
  }
  expect(save(state, storage)).toBe(true)
  expect(load(storage)).toEqual(state)
})

it('starts empty, and drops what it cannot read instead of failing', () => {
  expect(load(phone())).toEqual(nothing)
  const storage = phone()
  storage.setItem(
    'changxing.driver.trips',
    JSON.stringify([keptTrip(), { key: 'x', seenAt: 1, trip: {}, code: {} }, null, 7]),
  )
  storage.setItem('changxing.driver.draft', '{"id":"half"}')
  storage.setItem('changxing.driver.waiting', '"text"')
  storage.setItem('changxing.driver.last', '{not json')
  expect(load(storage)).toEqual({ ...nothing, trips: [keptTrip()] })
})

it('keeps a trip of which a newer server says more', () => {
  const storage = phone()
  const more = { ...keptTrip(), trip: { ...trip(), weather: 'fine' } }
  storage.setItem('changxing.driver.trips', JSON.stringify([more]))
  expect(load(storage).trips).toEqual([more])
})

it('keeps a trip whose code is from before there were reasons and arrivals', () => {
  const storage = phone()
  const { arrival: _, ...older } = keptTrip().code
  storage.setItem('changxing.driver.trips', JSON.stringify([{ ...keptTrip(), code: older }]))
  expect(load(storage).trips).toEqual([keptTrip()])
})

it('says so when the phone keeps nothing', () => {
  expect(save({ ...nothing, draft: draft() }, phone(10))).toBe(false)
})

it('leaves nothing behind of a draft that was sent', () => {
  const storage = phone()
  save({ ...nothing, draft: draft(), last: lastUsedOf(draft()) }, storage)
  save(nothing, storage)
  expect([...storage.kept.values()].join()).not.toContain('张小三')
})

describe('the list of trips', () => {
  const second = keptTrip({
    trip: trip({ id: '0180c9a0-0000-7000-8000-000000000002', registeredAt: '2022-05-17T10:00:00+08:00' }),
  })

  it('has the newest first and each only once', () => {
    const state = withTrip(withTrip(withTrip(nothing, second), keptTrip()), keptTrip({ key: 'newer key' }))
    expect(state.trips.map(({ key }) => key)).toEqual(['key', 'newer key'])
    expect(state.trips[0]).toBe(second)
  })

  it('forgets one', () => {
    expect(withoutTrip(withTrip(nothing, second), second.trip.id)).toEqual(nothing)
  })
})

it('puts a registration in line once, however often the button is pressed', () => {
  const pressed = (pressedAt: number) => ({ draft: draft(), pressedAt, problem: null })
  const state = withWaiting(withWaiting(nothing, pressed(1)), pressed(2))
  expect(state.waiting).toEqual([pressed(2)])
  expect(withoutWaiting(state, draft().id).waiting).toEqual([])
})

it('does not remember crew that are known only masked', () => {
  expect(lastUsedOf(draft({ crew: [{ ...driver, seat: 0 }] }))).toBeNull()
  expect(lastUsedOf(draft({ crew: [driver, { ...driver, seat: 1 }] }))?.crew).toEqual([driver])
})
