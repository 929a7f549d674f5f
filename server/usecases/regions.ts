import { regionNumbersOf, regionsOf, type Region } from '../../shared/congestion/region.ts'
import { day, instant, minute, plus } from '../../shared/instant.ts'
import { regionFormed, regionOver, type AboutRegion } from '../../shared/wording/region.ts'
import type { Deps } from '../deps.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { incidentsSince } from '../store/incidents.ts'
import {
  addMember,
  addRegion,
  closuresSince,
  endRegion,
  membersOf,
  regionsSince,
  runningRegions,
  stepMoments,
} from '../store/regions.ts'
import type { RegionAndCause } from '../store/regions.ts'
import { closureWrites } from './closures.ts'
import { areaAt, tellDesks } from './desks.ts'
import { tell } from './tell.ts'

/** Far enough back for every group that goes on. */
const lookBack = day

/** Which checkpoints are closed, and which of their neighbours rose because of it: one matter of the city, told once (jiaozuo-20#1). */
export async function watchRegions(deps: Deps): Promise<void> {
  const places = await deps.db.all(everyCheckpoint())
  const closing = await closureWrites(deps, places)
  if (closing.length > 0) await deps.db.commit(closing)
  const known = await knownRegions(deps)
  const found = await regionsNow(deps, places, known)
  for (const region of found) {
    try {
      const writes = await writesOf(deps, places, { region, before: known.get(region.closure.id) })
      if (writes.length > 0) await deps.db.commit(writes)
    } catch (cause) {
      // Another server was first.
      if (!(cause instanceof Taken && cause.on.startsWith('region.'))) throw cause
    }
  }
}

type Known = ReadonlyMap<string, RegionAndCause>

async function regionsNow(deps: Deps, places: readonly CheckpointRow[], known: Known): Promise<Region[]> {
  const now = deps.now()
  const since = plus(now, -lookBack)
  const [newer, incidents] = await Promise.all([deps.db.all(closuresSince(since)), deps.db.all(incidentsSince(since))])
  const older = Array.from(known.values())
    .filter(({ from_at: from }) => from < since)
    .map(({ id, cause: checkpoint_id, why, from_at, to_at }) => ({ id, checkpoint_id, why, from_at, to_at }))
  const closures = [...newer, ...older]
  if (closures.length === 0) return []
  const begun = incidents.filter(({ started_at: at, dismissed }) => at !== null && dismissed === 0)
  const steps = await deps.db.all(stepMoments(begun.map(({ id }) => id)))
  return regionsOf({
    places,
    closures: closures.map(({ id, checkpoint_id: checkpoint, why, from_at: from, to_at: to }) => ({
      id,
      checkpoint,
      why,
      from: instant(from),
      to: to === null ? null : instant(to),
    })),
    rises: begun.map((row) => ({
      incident: row.id,
      checkpoint: row.checkpoint_id,
      moments: [
        row.started_at ?? row.opened_at,
        ...steps.filter((one) => one.incident_id === row.id).map(({ at }) => at),
      ].map(instant),
      endedAt: row.ended_at === null ? null : instant(row.ended_at),
    })),
    numbers: regionNumbersOf(deps.law.numbersAt(now)),
    now,
  })
}

async function knownRegions(deps: Deps): Promise<Known> {
  const rows = await Promise.all([
    deps.db.all(runningRegions()),
    deps.db.all(regionsSince(plus(deps.now(), -lookBack))),
  ])
  return new Map(rows.flat().map((row) => [row.id, row]))
}

type Given = { region: Region; before: RegionAndCause | undefined }

async function writesOf(deps: Deps, places: readonly CheckpointRow[], { region, before }: Given): Promise<Write[]> {
  const { closure, members, since, endedAt } = region
  const now = deps.now()
  // What was over before it was ever looked at is nobody's news, and what is over stays so.
  if (before === undefined ? endedAt !== null : before.ended_at !== null) return []
  const kept = before === undefined ? [] : await deps.db.all(membersOf([closure.id]))
  const joins = members
    .filter(({ incident }) => !kept.some((row) => row.incident_id === incident))
    .map(({ incident }) => addMember({ region_id: closure.id, incident_id: incident, joined_at: now }))
  const about = aboutOf(places, region)
  if (before === undefined)
    return [
      addRegion({ id: closure.id, since, told_at: now, ended_at: null }),
      ...joins,
      ...(await toldOf(deps, places, region, { kind: 'region-formed', words: regionFormed(about) })),
    ]
  if (endedAt === null) return joins
  const lasted = Math.max(0, Math.floor((endedAt - before.since) / minute))
  return [
    ...joins,
    endRegion(closure.id, endedAt),
    ...(await toldOf(deps, places, region, { kind: 'region-over', words: regionOver(about, lasted) })),
  ]
}

export const nameIn = (places: readonly CheckpointRow[], id: string): string =>
  places.find((place) => place.id === id)?.name ?? id

const aboutOf = (places: readonly CheckpointRow[], { closure, members }: Region): AboutRegion => ({
  cause: nameIn(places, closure.checkpoint),
  why: closure.why,
  closedAt: closure.from,
  members: [...new Set(members.map(({ checkpoint }) => nameIn(places, checkpoint)))],
})

type News = { kind: string; words: { zh: string; en: string } }

/** The city's desk, on its screens and over its channels. */
async function toldOf(
  deps: Deps,
  places: readonly CheckpointRow[],
  { closure }: Region,
  { kind, words }: News,
): Promise<Write[]> {
  const county = places.find(({ id }) => id === closure.checkpoint)?.county ?? '410000'
  const city = areaAt(county, 'city')
  const urgent = kind === 'region-formed'
  const news = { kind, about: closure.id, area: city, words, urgent, article: 'jiaozuo-20#1' } as const
  return [
    ...tell(deps, news, [
      { audience: 'dispatcher', ref: null, channel: 'screen' },
      { audience: 'command', ref: null, channel: 'screen' },
    ]),
    ...(await tellDesks(deps, {
      dedupe: `region/${closure.id}/${kind}`,
      areas: [city],
      incident: closure.id,
      checkpoint: closure.checkpoint,
      county: city,
      step: 'region',
      urgent,
      title: '区域拥堵',
      text: words.zh,
      article: 'jiaozuo-20#1',
    })),
  ]
}
