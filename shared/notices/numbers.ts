import { hour, minute } from '../instant.ts'

const second = 1000

/** Numbers of delivery; ours, not the law's. Times in milliseconds. */

/** A robot that says more in a minute is silenced for ten by its maker (domain standards §7). */
export const robotAMinute = 20
/** Of these, ordinary news takes so many singly, then goes on merged; the rest waits for what is urgent. */
export const ordinarySingly = 15
export const ordinaryAMinute = 18
/** Notices that one merged message lists at most: their first lines fit into 4,096 bytes. */
export const mergedAtMost = 15

/** Of one person, urgent ones apart. */
export const smsOfPerson = { most: 5, within: 15 * minute }

/** A line that failed so often in a row is dead until it carries something again. */
export const failuresToDie = 5
/** A dead line rests so long before one notice tries it, twice as long each time up to the second. */
export const rest = { first: 30 * second, longest: 5 * minute }
/** DingTalk blocks a robot that said too much for ten minutes. */
export const blockedFor = 10 * minute

export const retry = { first: 5 * second, longest: 5 * minute }
/** Before an SMS whose fate is unclear is asked for: its gateway needs a moment to know of it. */
export const askAfter = 20 * second
/** Without a `notAfter` of its own, a notice is given up after this. */
export const giveUpAfter = 2 * hour

/** Of a line, and of what is being sent on it: somebody who is gone for this long has died. */
export const leaseFor = 30 * second
/** When the gateway is asked whether an SMS arrived: so long after it was sent. */
export const receiptsAsked = [30 * second, minute, 3 * minute, 10 * minute, hour, 6 * hour, 24 * hour]

/** An answer link works so long after its notice was written. */
export const linkLives = 24 * hour
/** A message of the screens goes out by SMS so long after it was written; later it would puzzle more than help. */
export const messageLives = 2 * hour
/** The number of a person is forgotten after this. */
export const phoneKept = 30 * 24 * hour
