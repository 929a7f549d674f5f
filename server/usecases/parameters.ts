import { hour, minute } from '../../shared/instant.ts'

/** Numbers of how the service runs. No article gives them; the command post may set others. */

/** A registration and its codes end this long after the stated arrival: time to unload, wait and leave. */
export const tripEndsAfterEta = 72 * hour
/** A stated arrival may lie this far back (the form was filled in while driving), except on site. */
export const etaMayBePastBy = hour
/** Nobody plans further; a later year is a slip of the finger. */
export const etaMayBeAheadBy = 30 * 24 * hour
/** Somebody signed in works a shift of this length at most. */
export const sessionLasts = 12 * hour
/** The link that binds a phone is used at once, at the counter. */
export const enrolmentLasts = 15 * minute
/** A phone fetches the bundle every minute; after this its age is shown in amber … */
export const bundleStaleAfter = 15 * minute
/** … and after this nothing in it may be relied on. */
export const bundleExpiresAfter = 24 * hour
/** What of the published law was ended longer ago is in no bundle. */
export const bundleLawReachesBack = 30 * 24 * hour
/** So many prior releases, newest first, are in the bundle; the rest is found by look-up. */
export const bundleReleases = 3000
/** A truck is expected so long before and after the arrival it stated, and no more of them are in the bundle than this. */
export const expectedAround = 12 * hour
export const bundleExpected = 3000
/** A phone's clock may be ahead of ours by this much; a record from later than that is refused until the clock is right. */
export const recordMayBeAheadBy = 5 * minute
/** Who issues: the city, GB/T 2260. */
export const issuer = '410800'
/** A reason that was cleared is shown to the driver this much longer, so that he reads why. */
export const clearedIsShownFor = 48 * hour
/** Who presented which credential where is kept so long; a phone without a network uploads within it. */
export const sightingsKeptFor = 7 * 24 * hour
/** A photograph of a credential in doubt is deleted after so long, whatever became of its lead … */
export const evidenceKeptFor = 30 * 24 * hour
/** … and there are no more of one inspection than this. */
export const photosOfOneInspection = 4
/** A draft is tried out on so many days, and so many inspections, at most; an answer is given within the time a page waits for it. */
export const dryRunSpan = 31 * 24 * hour
export const dryRunRows = 200_000
export const dryRunTakes = 9_000
/** What a dry run said is signed within a day of it, or run again. */
export const dryRunLasts = 24 * hour
/** A regular amendment is tried on days that say something of today’s trucks. */
export const dryRunRecent = 7 * 24 * hour
