import type * as z from 'zod/mini'
import type { boardRow, incidentSummary } from '../../schema/api/dispatch.ts'
import { asksAnswer, hasPromised, stateOf, type Made } from '../../shared/congestion/calls.ts'
import type { Incident } from '../../shared/congestion/incident.ts'
import { lapsesAt } from '../../shared/congestion/promise.ts'
import { isVague } from '../../shared/congestion/urgency.ts'
import { regionName } from '../../shared/identity/region.ts'
import { beijingIso, floorMinute, hour, instant, minute, plus, type Instant } from '../../shared/instant.ts'
import { limitsOf, overOf } from '../../shared/wording/congestion-steps.ts'
import type { Deps } from '../deps.ts'
import { greenLanesOf, lastHeard, openLanesOf, readingsNow, verdictsSince, waitsSince } from '../store/board.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { callsOfIncidents, incidentsSince } from '../store/incidents.ts'
import type { CongestionEventRow, IncidentRow } from '../store/incidents.ts'
import { toldPeaksNow } from '../store/forecast.ts'
import type { PeakRow } from '../store/forecast.ts'
import { everyPlace } from '../store/leads.ts'
import type { ReadingRow } from '../store/queue.ts'
import { onDutyCounts } from './board-duty.ts'
import { congestionLaw, ladderNumbersAt } from './congestion-law.ts'
import { answerOf, madeOf, readLadder } from './congestion-log.ts'

export type BoardRow = z.infer<typeof boardRow>
type Summary = z.infer<typeof incidentSummary>

/** A reading that is older than this is none any more. */
const stale = 3 * minute
const sparkMinutes = 60

/** The rows of these checkpoints, read together: so many questions for a thousand as for one, but for running incidents. */
export async function boardRows(deps: Deps, places: readonly CheckpointRow[], now: Instant): Promise<BoardRow[]> {
  const ids = places.map(({ id }) => id)
  const [readings, waits, verdicts, heard, coordinates, incidents, duty, lanes, greens, peaks] = await Promise.all([
    deps.db.all(readingsNow(ids)),
    deps.db.all(waitsSince(ids, plus(now, -hour))),
    deps.db.all(verdictsSince(ids, plus(now, -hour))),
    deps.db.all(lastHeard(ids)),
    deps.db.all(everyPlace()),
    deps.db.all(incidentsSince(plus(now, -hour))),
    onDutyCounts(deps, ids, now),
    deps.db.all(openLanesOf(ids, plus(now, 1))),
    deps.db.all(greenLanesOf(ids)),
    deps.db.all(toldPeaksNow(ids, now)),
  ])
  const limits = limitsOf(ladderNumbersAt(deps, now))
  const reading = new Map(readings.map((row) => [row.checkpoint_id, row]))
  const last = new Map(heard.map((row) => [row.checkpoint, Math.max(row.inspected ?? 0, row.told ?? 0)]))
  const located = new Map(coordinates.map(({ checkpoint_id: id, lat, lon }) => [id, { lat, lon }]))
  const open = new Map(lanes.map((row) => [row.checkpoint, row.open]))
  const green = new Map(greens.map((row) => [row.checkpoint, row.kind]))
  const told = grouped(peaks, (row) => row.checkpoint_id)
  const waited = grouped(waits, (row) => row.checkpoint)
  const judged = grouped(verdicts, (row) => row.checkpoint)
  const running = grouped(incidents.filter(isOpen), (row) => row.checkpoint_id)
  const rows: BoardRow[] = []
  for (const place of places) {
    const { id } = place
    const found = reading.get(id)
    const lastAt = last.get(id) ?? 0
    rows.push({
      id,
      name: place.name,
      county: place.county,
      countyName: regionName(place.county) ?? place.county,
      road: place.road,
      place: located.get(id) ?? null,
      limits,
      ...readingOfBoard(found !== undefined && found.at >= now - stale ? found : undefined, running.has(id)),
      lastEventAt: lastAt === 0 ? null : beijingIso(instant(lastAt)),
      lanes: { open: open.get(id) ?? 0, total: place.lanes },
      onDuty: duty.get(id) ?? 0,
      greenLane: greenLaneOf(green.get(id)),
      verdicts: Object.fromEntries((judged.get(id) ?? []).map(({ row, n }) => [row, n])),
      spark: sparkOf(waited.get(id) ?? []),
      incident: await summaryOf(deps, place, running.get(id) ?? [], now),
      forecast: peakOfBoard(told.get(id)?.[0]),
    })
  }
  return rows
}

function grouped<Row>(rows: readonly Row[], nameOf: (row: Row) => string): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const name = nameOf(row)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [row])
    else group.push(row)
  }
  return groups
}

export const tenth = (value: number): number => Math.round(value * 10) / 10
const isOpen = (row: IncidentRow): boolean => row.ended_at === null && row.dismissed === 0

const peakOfBoard = (row: PeakRow | undefined): BoardRow['forecast'] =>
  row === undefined
    ? null
    : {
        from: beijingIso(instant(row.from_at)),
        to: beijingIso(instant(row.to_at)),
        lanes: row.advice_lanes,
        staff: row.advice_staff,
      }

const greenLaneOf = (kind: string | null | undefined): BoardRow['greenLane'] =>
  kind === 'green-blocked' ? 'blocked' : kind === 'green-free' ? 'free' : 'unknown'

/** A number for each minute up to the newest reading. */
function sparkOf(waits: readonly { at: number; wait: number | null }[]): BoardRow['spark'] {
  const known = new Map(waits.map(({ at, wait }) => [at, wait]))
  if (known.size === 0) return { until: null, waits: [] }
  const until = floorMinute(instant(Math.max(...known.keys())))
  const minutes = Array.from({ length: sparkMinutes }, (_, nth) => until - (sparkMinutes - 1 - nth) * minute)
  const values = minutes.map((at) => {
    const wait = known.get(at) ?? null
    return wait === null ? null : tenth(wait)
  })
  return { until: beijingIso(until), waits: values }
}

/** `watched`: what runs is shown however vague it is. */
function readingOfBoard(row: ReadingRow | undefined, watched: boolean) {
  const condition = {
    level: row?.level ?? 0,
    overKilometre: row?.over_kilometre === 1,
    lostSince: row === undefined || row.lost_since === null ? null : beijingIso(instant(row.lost_since)),
  }
  if (row === undefined || row.known === 0 || (!watched && row.level === 0 && isVague(row)))
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

/** What the step was over when it fired: that is what happened, whatever was amended since. */
function overThen(deps: Pick<Deps, 'law'>, incident: Incident | null, step: IncidentRow['step']): number | null {
  const fired = incident?.steps.find((one) => one.step === step)
  return fired === undefined ? null : overOf(fired.step, limitsOf(congestionLaw(deps).at(fired.knownAt)))
}

/** Up to the moment at which a promise lapses it holds. */
function isPromised(one: Made, asked: Parameters<typeof lapsesAt>[1], now: Instant): boolean {
  const lapsed = lapsesAt(one, asked)
  return hasPromised(stateOf(one)) && (lapsed === null || lapsed > now)
}

/** What is only measured stands in the row itself. */
const isDeed = ({ kind }: CongestionEventRow): boolean => kind !== 'measured' && kind !== 'unobserved'

/** The one that runs before one that is only a candidate. */
async function summaryOf(
  deps: Deps,
  place: CheckpointRow,
  open: readonly IncidentRow[],
  now: Instant,
): Promise<Summary | null> {
  const row = open.find(({ started_at: started }) => started !== null) ?? open[0]
  if (row === undefined) return null
  const { ladder, rows } = await readLadder(deps, place.id, now)
  const answers = rows.flatMap((one) => answerOf(one) ?? [])
  const numbers = ladderNumbersAt(deps, now)
  const within = numbers.congestionAnswerWithin * minute
  const calls = await deps.db.all(callsOfIncidents([row.id]))
  const made = calls.map((call) => madeOf(call, answers))
  const asked = { made, numbers }
  const unanswered = made.filter(
    (one) => asksAnswer(one) && one.at + within < now && !isPromised(one, asked, now),
  ).length
  const { started_at: started } = row
  return {
    id: row.id,
    startedAt: started === null ? null : beijingIso(instant(started)),
    lastedMinutes: started === null ? null : Math.floor((now - started) / minute),
    step: row.step,
    over: overThen(deps, ladder.incident, row.step),
    watched: row.watched === 1,
    unanswered,
    candidateUntil: ladder.candidate?.id === row.origin ? beijingIso(ladder.candidate.until) : null,
    deeds: calls.length + rows.filter(isDeed).length,
  }
}
