import type * as z from 'zod/mini'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { regionView, situation as contract } from '../../schema/api/situation.ts'
import { beijingIso, instant, type Instant } from '../../shared/instant.ts'
import { limitsOf, overOf, type StepLimits } from '../../shared/wording/congestion-steps.ts'
import { partOfRegion, regionLine, type AboutRegion } from '../../shared/wording/region.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { membersOf, regionsOfIncident, regionsSince, runningRegions } from '../store/regions.ts'
import type { MemberAndIncident, RegionAndCause } from '../store/regions.ts'
import { reachOver } from './board.ts'
import { ladderNumbersAt } from './congestion-law.ts'
import { mayThey, permit } from './may.ts'
import { nameIn } from './regions.ts'
import { roadsIn } from './roads.ts'

type View = z.infer<typeof regionView>
const iso = (at: number): string => beijingIso(instant(at))
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at))

/** The matters of more than one checkpoint that go on, as far as the asker sees one of the checkpoints. */
export async function situation(deps: Deps, asker: Asker): Promise<AnswerOf<typeof contract>> {
  const { only } = permit(asker, 'see the board')
  const area = asker.kind === 'staff' ? (asker.area ?? null) : null
  const seen = reachOver({ only, area })
  const [places, running] = await Promise.all([deps.db.all(everyCheckpoint()), deps.db.all(runningRegions())])
  const members = await deps.db.all(membersOf(running.map(({ id }) => id)))
  const limits = limitsOf(ladderNumbersAt(deps, deps.now()))
  const regions = running
    .map((region) => viewOf({ places, limits }, region, ofRegion(members, region)))
    .filter(({ cause, members: ones }) => [cause, ...ones].some((place) => seen(place)))
    .toSorted((a, b) => (a.since < b.since ? 1 : -1))
  const roads = only === null ? await roadsIn(deps, area ?? undefined) : []
  return { at: beijingIso(deps.now()), regions, roads, may: { roads: mayThey(asker, 'change the network') } }
}

const ofRegion = (members: readonly MemberAndIncident[], { id }: RegionAndCause) =>
  members.filter((one) => one.region_id === id)

const placeOf = (places: readonly CheckpointRow[], id: string) => {
  const { name, county } = places.find((place) => place.id === id) ?? { name: id, county: '' }
  return { id, name, county }
}

const viewOf = (
  { places, limits }: { places: readonly CheckpointRow[]; limits: StepLimits },
  region: RegionAndCause,
  members: readonly MemberAndIncident[],
): View => ({
  id: region.id,
  cause: placeOf(places, region.cause),
  why: region.why,
  closedAt: iso(region.from_at),
  openedAt: isoOrNull(region.to_at),
  since: iso(region.since),
  endedAt: isoOrNull(region.ended_at),
  members: members.map((one) => ({
    ...placeOf(places, one.checkpoint_id),
    incident: one.incident_id,
    startedAt: isoOrNull(one.started_at),
    endedAt: isoOrNull(one.ended_at),
    step: one.step,
    over: overOf(one.step, limits),
  })),
})

const aboutOf = (
  places: readonly CheckpointRow[],
  region: RegionAndCause,
  members: readonly MemberAndIncident[],
): AboutRegion => ({
  cause: nameIn(places, region.cause),
  why: region.why,
  closedAt: instant(region.from_at),
  members: [...new Set(members.map((one) => nameIn(places, one.checkpoint_id)))],
})

/** What the timeline of an incident says of the groups that it belongs to. */
export async function regionsInTimeline(
  deps: Pick<Deps, 'db'>,
  incident: string,
): Promise<readonly (Bilingual & { at: Instant })[]> {
  const regions = await deps.db.all(regionsOfIncident(incident))
  if (regions.length === 0) return []
  const places = await deps.db.all(everyCheckpoint())
  return regions.map((region) => ({ at: instant(region.joined_at), ...partOfRegion(aboutOf(places, region, [])) }))
}

/** The groups of a day in the words of its report, those that lie in what the asker sees. */
export async function regionsOfDay(
  deps: Pick<Deps, 'db'>,
  { from, until, seen }: { from: Instant; until: Instant; seen: readonly CheckpointRow[] },
): Promise<readonly Bilingual[]> {
  const found = (await deps.db.all(regionsSince(from))).filter(({ told_at: at }) => at < until)
  const members = await deps.db.all(membersOf(found.map(({ id }) => id)))
  const places = await deps.db.all(everyCheckpoint())
  const isSeen = (id: string) => seen.some((place) => place.id === id)
  return found
    .filter((region) => [region.cause, ...ofRegion(members, region).map((one) => one.checkpoint_id)].some(isSeen))
    .map((region) => {
      const ended = region.ended_at === null ? null : instant(region.ended_at)
      return regionLine(aboutOf(places, region, ofRegion(members, region)), ended)
    })
}
