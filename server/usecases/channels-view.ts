import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { listChannels as contract } from '../../schema/api/dispatch-channels.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { readLane } from '../../shared/notices/kinds.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { everyLane, waitingByLane } from '../store/notice-lanes.ts'
import type { LaneRow } from '../store/notice-lanes.ts'
import { permit } from './may.ts'
import { configuredLanes } from './notices-lanes.ts'

type Answer = AnswerOf<typeof contract>
type State = Answer['items'][number]['state']

/** Those that never were there and were never missed. */
const kinds = ['sms', 'push', 'webhook']

/** Every channel as it stands: those that are configured, and those that somebody needed and did not find. */
export async function listChannels(deps: Deps, asker: Asker): Promise<Answer> {
  permit(asker, 'see channels')
  const [rows, waiting] = await Promise.all([deps.db.all(everyLane()), deps.db.all(waitingByLane())])
  const configured = configuredLanes(deps.channels)
  const counts = new Map(waiting.map(({ lane, n }) => [lane, n]))
  const byName = new Map(rows.map((row) => [row.lane, row]))
  const names = [...new Set([...kinds, ...configured, ...byName.keys()])].filter((lane) => !replaced(lane, configured))
  return {
    items: names.toSorted().map((lane) => {
      const row = byName.get(lane)
      const { kind, county } = readLane(lane)
      return {
        channel: kind,
        county,
        state: stateOf(row, configured.includes(lane), deps.now()),
        since: timeOf(row?.dead_since),
        lastError: lastErrorOf(row),
        lastSent: timeOf(row?.last_ok_at),
        waiting: counts.get(lane) ?? 0,
      }
    }),
  }
}

/** A county's missing robot, once it has one. */
function replaced(lane: string, configured: readonly string[]): boolean {
  const { kind, county } = readLane(lane)
  return kind === 'robot' && configured.some((other) => other.includes(':') && readLane(other).county === county)
}

function stateOf(row: LaneRow | undefined, configured: boolean, now: number): State {
  if (!configured) return row?.dead_since == null ? 'not-configured' : 'dead'
  if (row === undefined) return 'unused'
  // Missing before, and configured since: nothing has been tried yet.
  if (row.dead_since !== null) return row.last_error === 'no-gateway' ? 'unused' : 'dead'
  if (row.rest_until > now) return 'resting'
  return row.failures > 0 ? 'failing' : 'working'
}

const timeOf = (at: number | null | undefined): string | null => (at == null ? null : beijingIso(instant(at)))

const lastErrorOf = (row: LaneRow | undefined) =>
  row?.last_error == null || row.last_error_at === null
    ? null
    : { code: row.last_error, at: beijingIso(instant(row.last_error_at)) }
