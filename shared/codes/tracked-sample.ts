/** Which result can be that of the sample a release is waiting for. */
import { day, type Instant } from '../instant.ts'

/** `takenInAt`: when it reached us. */
export type Reported = {
  readonly sampledAt: Instant | null
  readonly reportedAt: Instant | null
  readonly takenInAt: Instant
}

/** How long before the release the sample may have been taken: it was on its way then. */
const sampledBefore = day

/** Sampled within the day before the release or later, or reported after it. What has no time speaks from when it came in. */
export function answersRelease(releasedAt: Instant, { sampledAt, reportedAt, takenInAt }: Reported): boolean {
  if (sampledAt !== null && sampledAt >= releasedAt - sampledBefore) return true
  if (reportedAt !== null) return reportedAt >= releasedAt
  return sampledAt === null && takenInAt >= releasedAt
}
