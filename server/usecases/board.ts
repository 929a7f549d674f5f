import type * as z from 'zod/mini'
import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type {
  board as boardContract,
  boardRow,
  checkpointOnBoard as oneContract,
  incidentSummary,
} from '../../schema/api/dispatch.ts'
import { asksAnswer, hasPromised, stateOf } from '../../shared/congestion/calls.ts'
import { congestionNumbersAt } from '../../shared/congestion/numbers.ts'
import { paceOf, waitWith } from '../../shared/congestion/what-if.ts'
import { Fault } from '../../shared/fault.ts'
import { regionName } from '../../shared/identity/region.ts'
import { beijingIso, hour, instant, minute, plus, type Instant } from '../../shared/instant.ts'
import { laneSpans, openLanes } from '../../shared/shifts/ledger.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { lastHeard, trucksByLane, verdictsSince } from '../store/board.ts'
import { checkpointById, everyCheckpoint } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { callsOfIncidents, incidentsSince, lastIncidentsOf } from '../store/incidents.ts'
import type { IncidentRow } from '../store/incidents.ts'
import { everyPlace } from '../store/leads.ts'
import { lastReadings, readingsOf, waitsSince } from '../store/queue.ts'
import type { ReadingRow } from '../store/queue.ts'
import { lanesBefore } from '../store/shifts.ts'
import { answerOf, madeOf, readLadder } from './congestion-log.ts'
import { onShiftAt } from './congestion-roster.ts'
import { liesIn, permit, permitIn } from './may.ts'
import { liveQueue } from './queue-live.ts'
import { eventOf } from './shift-log.ts'

export type BoardRow = z.infer<typeof boardRow>
type Summary = z.infer<typeof incidentSummary>

/** The checkpoints of the asker, the gravest first. */
export async function board(deps: Deps, asker: Asker): Promise<AnswerOf<typeof boardContract>> {
  const { only } = permit(asker, 'see the board')
  const area = asker.kind === 'staff' ? asker.area : undefined
  const now = deps.now()
  const places = (await deps.db.all(everyCheckpoint())).filter(
    ({ id, county, active }) => active === 1 && (only === null || only === id) && liesIn(county, area),
  )
  const items = await rowsOf(deps, places, now)
  return { at: beijingIso(now), area: area ?? null, items: items.toSorted(gravest) }
}

const gravity = ({ incident, level, overKilometre, lostSince }: BoardRow): number =>
  (incident === null ? 0 : 100) + level * 10 + (overKilometre ? 5 : 0) + (lostSince === null ? 0 : 1)
const gravest = (a: BoardRow, b: BoardRow): number =>
  gravity(b) - gravity(a) || (b.waitMinutes ?? 0) - (a.waitMinutes ?? 0) || (a.id < b.id ? -1 : 1)

/** A reading that is older than this is none any more. */
const stale = 3 * minute

async function rowsOf(deps: Deps, places: readonly CheckpointRow[], now: Instant): Promise<BoardRow[]> {
  const [readings, waits, verdicts, heard, coordinates, incidents] = await Promise.all([
    deps.db.all(lastReadings()),
    deps.db.all(waitsSince(plus(now, -hour))),
    deps.db.all(verdictsSince(plus(now, -hour))),
    deps.db.all(lastHeard()),
    deps.db.all(everyPlace()),
    deps.db.all(incidentsSince(plus(now, -hour))),
  ])
  const rows: BoardRow[] = []
  for (const place of places) {
    const [onShift, lanes, standing] = await Promise.all([
      onShiftAt(deps, place.id, now),
      deps.db.all(lanesBefore(place.id, plus(now, 1))),
      summaryOf(deps, place, incidents, now),
    ])
    const reading = readings.find((row) => row.checkpoint_id === place.id && row.at >= now - stale)
    const at = coordinates.find((row) => row.checkpoint_id === place.id)
    const last = heard.find((row) => row.checkpoint === place.id)
    const lastAt = Math.max(last?.inspected ?? 0, last?.told ?? 0)
    rows.push({
      id: place.id,
      name: place.name,
      county: place.county,
      countyName: regionName(place.county) ?? place.county,
      road: place.road,
      place: at === undefined ? null : { lat: at.lat, lon: at.lon },
      ...readingOfBoard(reading),
      lastEventAt: lastAt === 0 ? null : beijingIso(instant(lastAt)),
      lanes: { open: openLanes(laneSpans(lanes.map(eventOf))).length, total: place.lanes },
      onDuty: onShift.length,
      greenLane: standing.green,
      verdicts: Object.fromEntries(
        verdicts.filter(({ checkpoint }) => checkpoint === place.id).map(({ row, n }) => [row, n]),
      ),
      spark: waits
        .filter((row) => row.checkpoint_id === place.id)
        .map((row) => ({ at: beijingIso(instant(row.at)), waitMinutes: tenth(row.wait) })),
      incident: standing.incident,
    })
  }
  return rows
}

const tenth = (value: number): number => Math.round(value * 10) / 10

function readingOfBoard(row: ReadingRow | undefined) {
  const level = row?.level ?? 0
  const condition = {
    level,
    overKilometre: row?.over_kilometre === 1,
    lostSince: row === undefined || row.lost_since === null ? null : beijingIso(instant(row.lost_since)),
  }
  if (row === undefined || row.known === 0)
    return {
      waitMinutes: null,
      lowMinutes: null,
      highMinutes: null,
      virtualMinutes: null,
      queueMetres: null,
      vehicles: null,
      confidence: null,
      ...condition,
    }
  return {
    waitMinutes: tenth(row.wait),
    lowMinutes: tenth(row.low),
    highMinutes: tenth(row.high),
    virtualMinutes: tenth(row.virtual),
    queueMetres: Math.round(row.metres),
    vehicles: row.vehicles,
    confidence: row.confidence,
    ...condition,
  }
}

type Standing = { incident: Summary | null; green: BoardRow['greenLane'] }

async function summaryOf(
  deps: Deps,
  place: CheckpointRow,
  incidents: readonly IncidentRow[],
  now: Instant,
): Promise<Standing> {
  const { ladder, rows } = await readLadder(deps, place.id, now)
  const green = ladder.green?.state ?? 'unknown'
  const open = incidents.filter((row) => row.checkpoint_id === place.id && row.ended_at === null && row.dismissed === 0)
  const row = open.find(({ started_at: started }) => started !== null) ?? open[0]
  if (row === undefined) return { incident: null, green }
  const answers = rows.flatMap((one) => answerOf(one) ?? [])
  const within = congestionNumbersAt(now).congestionAnswerWithin * minute
  const calls = await deps.db.all(callsOfIncidents([row.id]))
  const unanswered = calls.filter(
    (call) => asksAnswer(call) && call.at + within < now && !hasPromised(stateOf(madeOf(call, answers))),
  ).length
  const { started_at: started } = row
  return {
    green,
    incident: {
      id: row.id,
      startedAt: started === null ? null : beijingIso(instant(started)),
      lastedMinutes: started === null ? null : Math.floor((now - started) / minute),
      step: row.step,
      watched: row.watched === 1,
      unanswered,
      candidateUntil: ladder.candidate?.id === row.origin ? beijingIso(ladder.candidate.until) : null,
    },
  }
}

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
    rowsOf(deps, [place], now),
    deps.db.all(readingsOf(id, plus(now, -hours * hour))),
    deps.db.all(trucksByLane(id, plus(now, -hour))),
    deps.db.all(lastIncidentsOf(id)),
    deps.db.all(lanesBefore(id, plus(now, 1))),
  ])
  if (row === undefined) throw new Fault('broken', 'CG-19', 'a checkpoint without its row')
  const open = new Set(openLanes(laneSpans(lanes.map(eventOf))))
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
      lost: point.lost_since !== null,
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
