import { plus } from '../../shared/instant.ts'
import { forgetEvidence } from '../store/evidence.ts'
import { forgetSeen } from '../store/leads-made.ts'
import { sightingsKeptFor } from '../usecases/parameters.ts'
import type { Timer } from './index.ts'

/** What is kept for a while only goes when its days are over: who showed what where, and photographs. */
export const leads: Timer = {
  name: 'leads',
  everySeconds: 600,
  run: (deps) => deps.db.commit([forgetSeen(plus(deps.now(), -sightingsKeptFor)), forgetEvidence(deps.now())]),
}
