import type { Context } from 'hono'
import { Fault } from '../../shared/fault.ts'
import { minute } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'

/**
 * Limits live in the memory of one process (one isolate on Workers): they slow guessing down, they are no account. Key them on
 * the target (trip number, plate, login), not on the asker: phones of one carrier share an address.
 *
 * In a route: `limitsOf(context).take(tripNumber, rules.findTrip, deps.now())` throws Fault('too-many') when the bucket is empty.
 * For wrong tries: `strike(login, rules.signIn, now)` before the check, `forgive(…)` after a right one.
 */
export type Bucket = { name: string; burst: number; perMinute: number }
export type Lock = { name: string; tries: number; lockMinutes: number }

export const rules = {
  /** Opening a trip with number + tail, or plate + phone + tail: 10,000 tails cannot be walked through. */
  findTrip: { name: 'find-trip', burst: 6, perMinute: 1 },
  /**
   * A company with a fleet applies truck by truck; a pass itself is never counted. Company codes are public and made up in a moment:
   * of each address on its own, so that nobody uses up another's, and all of one address together.
   */
  applyForPass: { name: 'apply-for-pass', burst: 120, perMinute: 60 },
  applyAddress: { name: 'apply-address', burst: 240, perMinute: 90 },
  /** What an inspector types by hand in the worst hour; a million serials are not walked through with a phone that was found. */
  typeNumber: { name: 'type-number', burst: 40, perMinute: 20 },
  /** Asking what became of one application. */
  followPass: { name: 'follow-pass', burst: 30, perMinute: 20 },
  /** A driver joins one queue now and then; all behind one address are a whole carrier. */
  checkIn: { name: 'check-in', burst: 6, perMinute: 1 },
  checkInAddress: { name: 'check-in-address', burst: 240, perMinute: 120 },
  driverReport: { name: 'driver-report', burst: 3, perMinute: 0.2 },
  /** Ten wrong tries lock a login for 15 minutes. */
  signIn: { name: 'sign-in', tries: 10, lockMinutes: 15 },
  /** A page takes a tenth of a second of a core; nobody prints his paper ten times a minute. */
  print: { name: 'print', burst: 12, perMinute: 6 },
  printAddress: { name: 'print-address', burst: 120, perMinute: 60 },
  /** Opening and pressing an answer link: one person, one phone. */
  answerLink: { name: 'answer-link', burst: 30, perMinute: 20 },
  /** Codes that are none: 80 bits are not walked through anyway. */
  wrongLink: { name: 'wrong-link', burst: 20, perMinute: 6 },
  setUp: { name: 'set-up', burst: 10, perMinute: 2 },
  /** Each try costs a fifth of a second of a core; staff sit behind few addresses, drivers never sign in. */
  signInAddress: { name: 'sign-in-address', burst: 60, perMinute: 30 },
  /** A whole carrier may stand behind one address. */
  address: { name: 'address', burst: 1200, perMinute: 1200 },
} as const satisfies Record<string, Bucket | Lock>

export interface Limits {
  take(key: string, rule: Bucket, now: Instant): void
  /** True when this was the last that is let in. @throws Fault too-many once there were too many since one was forgiven */
  strike(key: string, rule: Lock, now: Instant): boolean
  forgive(key: string, rule: Lock): void
}

/** The app's limits; `createApp` puts them into every context. */
export const limitsOf = (context: Context): Limits => context.get('limits')

/** For what costs us more than an answer does, or can be made up without end: all of one network address together, where it is known. */
export function takeOfAddress(context: Context, rule: Bucket, now: Instant): void {
  const address = context.get('address')
  if (address !== undefined) limitsOf(context).take(address, rule, now)
}

/** More keys than this and the longest unused are forgotten, so that made-up keys cannot fill the memory. */
const most = 20_000

export function createLimits(): Limits {
  const buckets = new Map<string, { left: number; at: number }>()
  const wrong = new Map<string, { tries: number; until: number }>()
  return {
    take(key, rule, now) {
      const name = `${rule.name}:${key}`
      const before = buckets.get(name) ?? { left: rule.burst, at: now }
      const left = Math.min(rule.burst, before.left + (Math.max(0, now - before.at) / minute) * rule.perMinute)
      keep(buckets, name, { left: left < 1 ? left : left - 1, at: now })
      if (left < 1) throw tooMany(((1 - left) / rule.perMinute) * minute)
    },
    strike(key, rule, now) {
      const name = `${rule.name}:${key}`
      const before = wrong.get(name)
      if (before !== undefined && before.tries >= rule.tries && now < before.until) throw tooMany(before.until - now)
      const tries = before === undefined || now >= before.until ? 1 : before.tries + 1
      keep(wrong, name, { tries, until: now + rule.lockMinutes * minute })
      return tries === rule.tries
    },
    forgive(key, rule) {
      wrong.delete(`${rule.name}:${key}`)
    },
  }
}

function keep<Entry>(map: Map<string, Entry>, name: string, entry: Entry): void {
  map.delete(name)
  map.set(name, entry)
  if (map.size > most) map.delete(map.keys().next().value!)
}

const tooMany = (milliseconds: number) =>
  new Fault('too-many', 'LI-01', 'too many tries; wait a little', { retryAfterSeconds: Math.ceil(milliseconds / 1000) })
