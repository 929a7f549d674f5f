import { hour, minute } from '../instant.ts'

/** Numbers of the shift log (R125, R145). No article gives them; the command post may set others. */

/** Nobody on duty for this long or longer is a gap 空岗; shorter is the minute in which one inspector relieves the other. */
export const dutyGapFrom = 10 * minute
/** A sign-on without a sign-off counts this long and then no more: whoever forgot it blocks nobody the next day. */
export const openShiftCounts = 12 * hour
/** Two phones' clocks agree to about a second: whoever signs on this much before the other is off does not stand in his way. */
export const clocksAgreeWithin = 5_000
/** Nobody is on duty longer than this in one go; what began earlier is not looked for. */
export const longestShift = 24 * hour
/** A phone may be without a network this long (R145), so that what it knows of a gap may still come. */
export const phoneMayBeSilentFor = 8 * hour
/** A phone with a network is heard of each minute, and then some. */
export const phoneHeardEvery = 3 * minute
/** How far back the next inspector is shown what was handed over. */
export const handoverShownFor = 24 * hour
/** Two records of one plate on one phone within this time are steps of one truck (a test takes its quarter of an hour). */
export const oneTruckWithin = 2 * hour
/** Between two trucks one after the other; a longer pause is no truck's time. */
export const longestTruck = 10 * minute
