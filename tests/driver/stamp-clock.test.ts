import { describe, expect, it } from 'vitest'
import { stampClock } from '../../checkpoint-app/driver/stamp-clock.ts'
import { lacksLive } from '../../checkpoint-app/driver/use-shown-code.ts'
import { showingOf, stampCode } from '../../shared/credential/live.ts'
import { hour, minute, plus } from '../../shared/instant.ts'
import { freight } from '../credential/kit.ts'
import { newPhoneKey } from '../credential/phone-key.ts'
import { now } from './draft-kit.ts'
import { code } from './kept-trip.ts'

/** A phone whose clock can be set, beside the time that passes. */
function phone() {
  let [passed, set, offset] = [0, 0, 0]
  const clock = stampClock({
    now: () => plus(now, passed + set + offset),
    offset: () => offset,
    elapsed: () => passed,
  })
  return {
    clock,
    waits: (ms: number) => void (passed += ms),
    setsItsClock: (ms: number) => void (set += ms),
    hearsFromTheServer: () => void (offset = -set),
  }
}

describe('the time in a stamp', () => {
  it('offline for an hour it is still the server’s, and the stamp is live', async () => {
    const { clock, waits } = phone()
    const { point, sign } = await newPhoneKey()
    const claims = freight({ shownBy: point })
    waits(hour)
    const stamp = await stampCode(sign, claims.id, clock())
    expect(await showingOf(claims, stamp, plus(now, hour))).toMatchObject({ live: 'live' })
  })

  it('a clock set back while the page is open makes no code old', () => {
    const { clock, waits, setsItsClock } = phone()
    setsItsClock(-hour)
    waits(minute)
    expect(clock()).toBe(plus(now, minute))
  })

  it('what the server says then goes before what was reckoned, also when it is earlier', () => {
    const { clock, waits, setsItsClock, hearsFromTheServer } = phone()
    setsItsClock(hour)
    expect(clock()).toBe(plus(now, hour))
    hearsFromTheServer()
    waits(minute)
    expect(clock()).toBe(plus(now, minute))
  })

  it('a phone that slept, and whose even clock stood still, follows its own clock forward', () => {
    const { clock, setsItsClock } = phone()
    setsItsClock(8 * hour)
    expect(clock()).toBe(plus(now, 8 * hour))
  })
})

describe('a code for this phone is fetched', () => {
  const here = { point: 'A', holds: (token: string) => token === 'mine', stamped: async () => '' }
  const live = (token: string) => code({ live: { token } })

  it('where there is none, or only one for a key that is gone', () => {
    expect([lacksLive(code(), here), lacksLive(live('of a key before'), here), lacksLive(live('mine'), here)]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('and not where the browser has no key, or it is not known yet, or the trip has ended', () => {
    expect([lacksLive(code(), null), lacksLive(code(), undefined), lacksLive(code({ token: null }), here)]).toEqual([
      false,
      false,
      false,
    ])
  })
})
