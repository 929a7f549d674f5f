import { forgetQueueInputs, forgetReadings } from '../store/queue.ts'
import { keptReadings, watchQueues } from '../usecases/congestion-tick.ts'
import { watchRegions } from '../usecases/regions.ts'
import { tellGaps } from '../usecases/roster-gaps.ts'
import type { Timer } from './index.ts'

/** Waits, incidents, and whom they call. */
export const congestion: Timer = { name: 'congestion', everySeconds: 15, run: watchQueues }

/** Neighbours of a closed checkpoint that rise together. */
export const regions: Timer = { name: 'regions', everySeconds: 15, run: watchRegions }

/** Plates that were only said at a sign are kept for as long as the curve is. */
export const oldReadings: Timer = {
  name: 'old-readings',
  everySeconds: 3600,
  run: ({ db, now }) => db.commit([forgetReadings(keptReadings(now())), forgetQueueInputs(keptReadings(now()))]),
}

/** Where a county leader or cadres will be missing within a day (G48). */
export const rosterGaps: Timer = { name: 'roster-gaps', everySeconds: 600, run: tellGaps }
