import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type { board as boardContract, checkpointOnBoard as oneContract } from '../../schema/api/dispatch.ts'
import { byUrgency } from '../../shared/congestion/urgency.ts'
import { paceOf, waitWith } from '../../shared/congestion/what-if.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, hour, instant, plus, type Instant } from '../../shared/instant.ts'
import { laneSpans, openLanes } from '../../shared/shifts/ledger.ts'
import { limitsOf, overOf } from '../../shared/wording/congestion-steps.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { trucksByLane } from '../store/board.ts'
import { checkpointById, everyCheckpoint } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { lastIncidentsOf } from '../store/incidents.ts'
import { readingsOf } from '../store/queue.ts'
import { lanesBefore } from '../store/shifts.ts'
import { congestionLaw } from './congestion-law.ts'
import { boardRows, tenth } from './board-rows.ts'
import type { BoardRow } from './board-rows.ts'
import { liesIn, permit, permitIn } from './may.ts'
import { liveQueue } from './queue-live.ts'
import { eventOf } from './shift-log.ts'

/** The checkpoints of the asker, the gravest first. */
export async function board(deps: Deps, asker: Asker): Promise<AnswerOf<typeof boardContract>> {
  const { only } = permit(asker, 'see the board')
  const area = asker.kind === 'staff' ? asker.area : undefined
  const now = deps.now()
  const seen = reachOver({ only, area: area ?? null })
  const places = (await deps.db.all(everyCheckpoint())).filter((place) => place.active === 1 && seen(place))
  const items = await boardRows(deps, places, now)
  return { at: beijingIso(now), area: area ?? null, items: items.toSorted(byUrgency) }
}

/** What somebody may see: one checkpoint, or all in an area. */
export type BoardReach = { readonly only: string | null; readonly area: string | null }
export const reachOver =
  ({ only, area }: BoardReach) =>
  ({ id, county }: { id: string; county: string }): boolean =>
    (only === null || only === id) && liesIn(county, area ?? undefined)

type One = AnswerOf<typeof oneContract>

/** @throws Fault not-found CG-10 */
export async function checkpointOnBoard(
  deps: Deps,
  asker: Asker,
  { id, hours = 6 }: QueryOf<typeof oneContract> & { id: string },
): Promise<One> {
  const [place] = await deps.db.all(checkpointById(id))
  if (place === undefined) throw new Fault('not-found', 'CG-10', 'there is no such checkpoint', { path: 'path.id' })
  permitIn(asker, 'see the board', place)
  const now = deps.now()
  const [[row], curve, trucks, incidents, lanes] = await Promise.all([
    boardRows(deps, [place], now),
    deps.db.all(readingsOf(id, plus(now, -hours * hour))),
    deps.db.all(trucksByLane(id, plus(now, -hour))),
    deps.db.all(lastIncidentsOf(id)),
    deps.db.all(lanesBefore(id, plus(now, 1))),
  ])
  if (row === undefined) throw new Fault('broken', 'CG-19', 'a checkpoint without its row')
  const open = new Set(openLanes(laneSpans(lanes.map(eventOf))))
  const law = congestionLaw(deps)
  return {
    at: beijingIso(now),
    row,
    curve: curve.map((point) => ({
      at: beijingIso(instant(point.at)),
      waitMinutes: tenth(point.wait),
      lowMinutes: tenth(point.low),
      highMinutes: tenth(point.high),
      virtualMinutes: tenth(point.virtual),
      queueMetres: Math.round(point.metres),
      lost: point.lost_since !== null || point.known === 0,
    })),
    throughput: Array.from({ length: place.lanes }, (_, at) => ({
      lane: at + 1,
      open: open.has(at + 1),
      trucks: trucks.find(({ lane }) => lane === at + 1)?.n ?? 0,
    })),
    whatIf: await whatIfOf(deps, place, row, now),
    incidents: incidents
      .filter(
        ({ started_at: started, ended_at: ended }) => started !== null && (ended === null || ended > now - 48 * hour),
      )
      .map((incident) => ({
        id: incident.id,
        startedAt: beijingIso(instant(incident.started_at ?? incident.opened_at)),
        endedAt: incident.ended_at === null ? null : beijingIso(instant(incident.ended_at)),
        step: incident.step,
        over: overOf(incident.step, limitsOf(law.at(instant(incident.ended_at ?? now)))),
        watched: incident.watched === 1,
      })),
  }
}

/** By what one lane does now; only where more lanes are there to be opened. */
async function whatIfOf(
  deps: Deps,
  place: CheckpointRow,
  { vehicles }: BoardRow,
  now: Instant,
): Promise<One['whatIf']> {
  if (vehicles === null) return []
  const pace = paceOf(await liveQueue(deps, place, now), now)
  const as = waitWith(vehicles, pace.open, pace)
  const choices = [
    { what: 'one-more-lane', lanes: pace.open + 1 },
    { what: 'all-staff', lanes: place.lanes },
  ] as const
  return choices
    .filter(({ lanes }) => lanes > pace.open && lanes <= place.lanes)
    .map(({ what, lanes }) => {
      const waitMinutes = tenth(waitWith(vehicles, lanes, pace))
      return { what, lanes, waitMinutes, savedMinutes: tenth(Math.max(as - waitMinutes, 0)) }
    })
}
