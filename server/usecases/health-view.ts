import type * as z from 'zod/mini'
import type { nucleicAcid } from '../../schema/api/common.ts'
import { beijingIso } from '../../shared/instant.ts'
import type { Result } from './newest-result.ts'

/** A test as the API shows it. */
export const viewOfTest = (test: Result | null): z.infer<typeof nucleicAcid> | null =>
  test === null
    ? null
    : {
        result: test.result,
        ...(test.sampledAt ? { sampledAt: beijingIso(test.sampledAt) } : {}),
        ...(test.reportedAt ? { reportedAt: beijingIso(test.reportedAt) } : {}),
      }
