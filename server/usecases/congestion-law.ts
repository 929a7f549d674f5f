import { congestionLawOf, type CongestionLaw, type CongestionNumbers } from '../../shared/congestion/numbers.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'

/** The ladder's numbers as the city has them published, moment by moment. */
export const congestionLaw = ({ law }: Pick<Deps, 'law'>): CongestionLaw => congestionLawOf(law.overTime())

export const ladderNumbersAt = (deps: Pick<Deps, 'law'>, now: Instant): CongestionNumbers => congestionLaw(deps).at(now)
