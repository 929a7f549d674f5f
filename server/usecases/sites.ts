import * as z from 'zod/mini'
import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { changeSite as changeContract, getSite as getContract } from '../../schema/api/sites.ts'
import type { Detail } from '../../shared/audit/entry.ts'
import { refuseOddSite, type Sign } from '../../shared/congestion/site-check.ts'
import { plainSite, type Site } from '../../shared/congestion/site.ts'
import { parseStake, stakeText } from '../../shared/congestion/stake.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { checkpointById } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { Taken } from '../store/db.ts'
import { addSite, namedSite, siteOfCheckpoint } from '../store/sites.ts'
import type { NamedSiteRow, SiteRow } from '../store/sites.ts'
import { byStaff } from './actor.ts'
import { mayThey, permitIn } from './may.ts'

const signsJson = z.array(z.object({ number: z.int(), metres: z.number() }))
export const signsOf = ({ signs }: Pick<SiteRow, 'signs'>): readonly Sign[] => z.parse(signsJson, JSON.parse(signs))

/** The road of a checkpoint as the wait is reckoned with it; without a row nothing is known but its lanes. */
export function siteOf({ id, lanes }: Pick<CheckpointRow, 'id' | 'lanes'>, row: SiteRow | undefined): Site {
  if (row === undefined) return plainSite(id, lanes)
  return {
    checkpoint: id,
    approachLanes: row.approach_lanes,
    inspectionLanes: lanes,
    greenLane: row.green_lane,
    approachMetres: row.approach_metres,
    boothStake: row.booth_stake,
    stakesGrow: row.stakes_grow === 1,
    fenceMetres: row.fence_metres,
    signs: signsOf(row).map(({ metres }) => metres),
  }
}

/** The same, read now. */
export async function siteNow(deps: Pick<Deps, 'db'>, place: CheckpointRow): Promise<Site> {
  const [row] = await deps.db.all(siteOfCheckpoint(place.id))
  return siteOf(place, row)
}

type View = AnswerOf<typeof getContract>

function viewOf(place: CheckpointRow, row: NamedSiteRow | undefined, change: boolean): View {
  const site = siteOf(place, row)
  const { boothStake, stakesGrow } = site
  const stakeAt = (metres: number) =>
    boothStake === null ? null : stakeText(boothStake + (stakesGrow ? metres : -metres)) || null
  return {
    checkpoint: place.id,
    version: row?.version ?? 0,
    approachLanes: site.approachLanes,
    approachMetres: site.approachMetres,
    greenLane: site.greenLane,
    booth:
      boothStake === null ? null : { stake: stakeText(boothStake), upstream: stakesGrow ? 'increasing' : 'decreasing' },
    fenceMetres: site.fenceMetres,
    signs: (row === undefined ? [] : signsOf(row)).map(({ number, metres }) => ({
      number,
      metres,
      stake: stakeAt(metres),
    })),
    changed:
      row === undefined ? null : { at: beijingIso(instant(row.changed_at)), by: row.changer, reason: row.reason },
    may: { change },
  }
}

async function placeNamed(deps: Pick<Deps, 'db'>, id: string): Promise<CheckpointRow> {
  const [place] = await deps.db.all(checkpointById(id))
  if (place === undefined) throw new Fault('not-found', 'CP-01', 'there is no such checkpoint', { path: 'path.id' })
  return place
}

export async function getSite(deps: Deps, asker: Asker, id: string): Promise<View> {
  const place = await placeNamed(deps, id)
  permitIn(asker, 'see the board', place)
  const [row] = await deps.db.all(namedSite(id))
  return viewOf(place, row, mayThey(asker, 'describe the road'))
}

const changedMeanwhile = () =>
  new Fault('conflict', 'CP-14', 'it was changed meanwhile; load it again', { path: 'version' })

type Change = BodyOf<typeof changeContract> & { id: string }

/** @throws Fault bad-input CP-10 … CP-13, CP-16; conflict CP-14 */
export async function changeSite(deps: Deps, asker: Asker, { id, version, ...form }: Change): Promise<View> {
  const place = await placeNamed(deps, id)
  const permitted = permitIn(asker, 'describe the road', place)
  refuseOddSite(form, place.lanes)
  const [before] = await deps.db.all(siteOfCheckpoint(id))
  if ((before?.version ?? 0) !== version) throw changedMeanwhile()
  const row = rowOf(form, { id, version: version + 1, by: permitted.staff, at: deps.now() })
  const changed = changesOf(before, row)
  if (before !== undefined && Object.keys(changed).length === 0)
    throw new Fault('bad-input', 'CP-16', 'everything is as it stands already', { path: 'body' })
  const detail = { version: row.version, ...changed, reason: row.reason }
  try {
    await deps.audit.commit([addSite(row)], [{ by: byStaff(permitted), action: 'road-described', subject: id, detail }])
  } catch (cause) {
    if (cause instanceof Taken && cause.on.startsWith('checkpoint_site')) throw changedMeanwhile()
    throw cause
  }
  const [after] = await deps.db.all(namedSite(id))
  return viewOf(place, after, true)
}

type Made = { id: string; version: number; by: string; at: number }

function rowOf(form: Omit<Change, 'id' | 'version'>, { id, version, by, at }: Made): SiteRow {
  const { booth, signs } = form
  return {
    checkpoint_id: id,
    version,
    approach_lanes: form.approachLanes,
    approach_metres: form.approachMetres,
    green_lane: form.greenLane,
    booth_stake: booth === null ? null : (parseStake(booth.stake) ?? null),
    stakes_grow: booth === null ? null : booth.upstream === 'increasing' ? 1 : 0,
    fence_metres: form.fenceMetres,
    signs: JSON.stringify(
      signs.toSorted((a, b) => a.metres - b.metres).map(({ number, metres }) => ({ number, metres })),
    ),
    reason: form.reason,
    changed_by: by,
    changed_at: at,
  }
}

const ofRoad = [
  'approach_lanes',
  'approach_metres',
  'green_lane',
  'booth_stake',
  'stakes_grow',
  'fence_metres',
  'signs',
] as const

/** What was and what is, where they differ. */
function changesOf(before: SiteRow | undefined, after: SiteRow): Detail {
  const changed = ofRoad.filter((name) => before?.[name] !== after[name])
  return Object.fromEntries(changed.map((name) => [name, [String(before?.[name] ?? ''), String(after[name] ?? '')]]))
}
