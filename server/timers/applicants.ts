import { day, plus } from '../../shared/instant.ts'
import { forgetApplicants } from '../store/pass-applications.ts'
import type { Timer } from './index.ts'

/** As long as the notice on every form says of trips; no article gives a span. */
const keptFor = 30 * day

/** People in applications for a pass are forgotten thirty days after the pass has ended. */
export const applicants: Timer = {
  name: 'applicants',
  everySeconds: 3600,
  run: (deps) => deps.db.commit([forgetApplicants(plus(deps.now(), -keptFor))]),
}
