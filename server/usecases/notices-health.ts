import { restFor } from '../../shared/notices/back-off.ts'
import { readLane } from '../../shared/notices/kinds.ts'
import { failuresToDie } from '../../shared/notices/numbers.ts'
import { regionName } from '../../shared/identity/region.ts'
import { minute, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import { lineBack, lineDead, lineMissing } from '../../shared/wording/notices.ts'
import type { Deps } from '../deps.ts'
import type { Outcome } from '../ports/channels/channel.ts'
import type { Write } from '../store/db.ts'
import { changeLane, laneByName } from '../store/notice-lanes.ts'
import type { LaneRow } from '../store/notice-lanes.ts'
import { tell } from './tell.ts'

type Speaks = Pick<Deps, 'now' | 'random'>

const placeOf = (county: string | null): string | null => (county === null ? null : (regionName(county) ?? county))

/** The dispatcher hears of it, and the administrator, who reads all messages. */
function say(deps: Speaks, kind: string, about: string, words: Bilingual): readonly Write[] {
  return tell(deps, { kind, about, urgent: kind === 'channel-dead', words }, [
    { audience: 'dispatcher', ref: null, channel: 'screen' },
  ])
}

const lineOf = (lane: string, code: string) => {
  const { kind, county } = readLane(lane)
  return { kind, place: placeOf(county), code }
}

/** Somebody was to be told over a channel that is not there: it is dead from now on, and said so once, however many notices of one deed miss it. */
export async function missingLine(deps: Speaks & Pick<Deps, 'db'>, lane: string): Promise<readonly Write[]> {
  const [row] = await deps.db.all(laneByName(lane))
  const now = deps.now()
  const missing = { last_error: 'no-gateway', last_error_at: now }
  if (row !== undefined && row.dead_since !== null) return [changeLane(lane, missing)]
  return [
    changeLane(lane, { ...missing, dead_since: now }),
    ...say(
      deps,
      'channel-dead',
      `${lane}/no-gateway/${Math.floor(now / (10 * minute))}`,
      lineMissing(lineOf(lane, 'no-gateway')),
    ),
  ]
}

export type Health = Pick<
  LaneRow,
  'failures' | 'rest_until' | 'dead_since' | 'last_error' | 'last_error_at' | 'last_ok_at'
>

/** How the line stands after a message. A refusal of one notice says nothing of the line. `chance`: 0 to 1. */
export function healthAfter(before: Health, outcome: Outcome, { now, chance, robot }: Moment): Health {
  if (outcome.kind === 'sent') return { ...before, failures: 0, rest_until: 0, dead_since: null, last_ok_at: now }
  if (outcome.kind === 'never' && outcome.line !== true) return before
  const said = { ...before, last_error: outcome.code, last_error_at: now }
  if (outcome.kind === 'later' && outcome.pace === true) {
    // A robot is silenced as a whole; an SMS gateway counts by the number called.
    return robot ? { ...said, rest_until: plus(now, outcome.after ?? restFor(0, chance)) } : said
  }
  // What is wrong with the account does not go away by trying four times more.
  const failures = outcome.kind === 'never' ? Math.max(before.failures + 1, failuresToDie) : before.failures + 1
  if (failures < failuresToDie) return { ...said, failures }
  const rests = plus(now, restFor(failures - failuresToDie, chance))
  return { ...said, failures, rest_until: rests, dead_since: before.dead_since ?? now }
}

type Moment = { now: Instant; chance: number; robot: boolean }

/** Keeps it, and says so where the line has died or come back. */
export function healthWrites(deps: Speaks, { lane, ...before }: LaneRow, after: Health): readonly Write[] {
  const writes: Write[] = [changeLane(lane, after)]
  if (before.dead_since === null && after.dead_since !== null)
    writes.push(
      ...say(deps, 'channel-dead', `${lane}/${after.dead_since}`, lineDead(lineOf(lane, after.last_error ?? ''))),
    )
  if (before.dead_since !== null && after.dead_since === null)
    writes.push(...say(deps, 'channel-back', `${lane}/${before.dead_since}`, lineBack(lineOf(lane, ''))))
  return writes
}
