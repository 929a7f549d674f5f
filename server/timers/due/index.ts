import type { DueSource } from '../due-source.ts'
import { appeals } from './appeals.ts'
import { calls } from './calls.ts'
import { people } from './people.ts'
import { releases } from './releases.ts'
import { trackings } from './trackings.ts'
import { whitelist } from './whitelist.ts'

/** Everything that time does something to. */
export const dueSources: readonly DueSource[] = [people, trackings, releases, whitelist, appeals, calls]
