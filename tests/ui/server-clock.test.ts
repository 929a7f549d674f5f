import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { serverClock } from '../../checkpoint-app/ui/server-clock.ts'
import { day, hour, instant, minute } from '../../shared/instant.ts'

const noon = Date.UTC(2022, 4, 16, 4)

/** A phone in the hands of somebody who turns its clock, pulls its network and opens the page anew. */
function phone() {
  const disk = new Map<string, unknown>()
  let [truth, off, openedAt] = [noon, 0, noon]
  const open = () =>
    serverClock({
      device: () => truth + off,
      elapsed: () => truth - openedAt,
      kept: (name) => disk.get(name),
      keep: (name, value) => void disk.set(name, value),
    })
  let clock = open()
  const at = () => Math.floor(truth / 1000) * 1000
  return {
    clock: () => clock,
    truth: () => truth,
    passes: (ms: number) => void (truth += ms),
    /** While no page is open nothing on the phone counts the time. */
    closedFor(ms: number) {
      truth += ms
      openedAt = truth
      clock = open()
    },
    turned: (by: number) => void (off += by),
    answered: (behind = 0) => clock.noteDate(new Date(at() - behind).toUTCString(), truth + off, truth + off),
  }
}

describe('the time that decides', () => {
  test('a page that only listens goes by what the server says of the time by itself', () => {
    const wall = phone()
    wall.answered()
    wall.turned(-2 * hour)
    wall.passes(minute)
    wall.clock().noteSaid(instant(wall.truth()))
    wall.passes(1000)
    expect(wall.clock().now()).toBe(wall.truth())
    expect(wall.clock().offset()).toBe(2 * hour)
  })

  test('a page that slept does not lower what another page of this phone has written', () => {
    const disk = new Map<string, unknown>()
    const shared = {
      kept: (name: string) => disk.get(name),
      keep: (name: string, value: unknown) => void disk.set(name, value),
    }
    let [awake, asleep] = [0, 0]
    const one = serverClock({ device: () => noon, elapsed: () => awake, ...shared })
    const other = serverClock({ device: () => noon, elapsed: () => asleep, ...shared })
    one.noteDate(new Date(noon).toUTCString(), noon, noon)
    other.noteDate(new Date(noon).toUTCString(), noon, noon)
    awake += hour
    one.now()
    asleep += minute
    other.now()
    expect(disk.get('clock-floor')).toBe(noon + hour)
  })

  test('a clock turned back a day makes nothing good again, in this page and after a reload without a network', () => {
    const mine = phone()
    mine.answered()
    mine.passes(2 * minute)
    mine.turned(-day)
    expect(mine.clock().now() - mine.truth()).toBeGreaterThan(-1000)
    expect(mine.clock().held()).toBe(true)
    expect(mine.clock().offset()).toBeCloseTo(day, -4)
    mine.clock().now()
    mine.closedFor(hour)
    expect(mine.clock().now() - mine.truth()).toBeGreaterThan(-hour - 3 * minute)
    expect(mine.clock().held()).toBe(true)
    mine.answered()
    expect([mine.clock().held(), Math.abs(mine.clock().now() - mine.truth()) <= 1000]).toEqual([false, true])
  })

  test('a clock that is wrong is corrected; turned forward, the next answer of the server puts it right', () => {
    const mine = phone()
    mine.turned(-3 * hour)
    expect(mine.clock().now()).toBe(mine.truth() - 3 * hour)
    mine.answered()
    expect(Math.abs(mine.clock().now() - mine.truth())).toBeLessThanOrEqual(1000)
    mine.turned(5 * day)
    expect(mine.clock().now() - mine.truth()).toBeGreaterThan(4 * day)
    mine.answered()
    expect(Math.abs(mine.clock().now() - mine.truth())).toBeLessThanOrEqual(1000)
    expect(mine.clock().held()).toBe(false)
  })

  test('a server that was a day ahead and is put right takes the phone back with it', () => {
    const mine = phone()
    mine.answered(-day)
    expect(mine.clock().now() - mine.truth()).toBeGreaterThan(day - 2000)
    mine.answered()
    expect(Math.abs(mine.clock().now() - mine.truth())).toBeLessThanOrEqual(1000)
  })

  test('it is never before the bundle in hand was made', () => {
    const mine = phone()
    mine.turned(-day)
    mine.clock().notBefore(instant(noon - hour))
    expect([mine.clock().now(), mine.clock().held()]).toEqual([noon - hour, true])
  })

  test('without any answer there is only the clock of the phone', () => {
    const { clock } = phone()
    expect([clock().now(), clock().offset(), clock().held()]).toEqual([noon, null, false])
    clock().noteDate(null, noon, noon)
    expect(clock().offset()).toBeNull()
  })

  const step = fc.oneof(
    fc.record({ turned: fc.integer({ min: -3 * day, max: 0 }) }),
    fc.record({ passes: fc.integer({ min: 0, max: hour }) }),
    fc.record({ answered: fc.constant(true) }),
  )
  test('whatever is turned back, within a page the time of the server’s last word and what passed since is kept', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const mine = phone()
        mine.answered()
        let before = mine.clock().now()
        for (const each of steps) {
          if ('turned' in each) mine.turned(each.turned)
          else if ('passes' in each) mine.passes(each.passes)
          else mine.answered()
          expect(mine.clock().now()).toBeGreaterThan(mine.truth() - 1001)
          expect(mine.clock().now()).toBeGreaterThan(before - 1001)
          before = mine.clock().now()
        }
      }),
    )
  })
})
