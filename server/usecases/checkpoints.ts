import type * as z from 'zod/mini'
import type { BodyOf } from '../../schema/api/endpoint.ts'
import type {
  addCheckpoint as addContract,
  changeCheckpoint as changeContract,
  checkpointView,
} from '../../schema/api/office.ts'
import type { Detail } from '../../shared/audit/entry.ts'
import { Fault } from '../../shared/fault.ts'
import { regionOf } from '../../shared/identity/region.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { addCheckpointRow, changeCheckpointRow, checkpointById, everyCheckpoint } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { Taken } from '../store/db.ts'
import { everyPlace, placeOf, setPlace } from '../store/leads.ts'
import { siteOfCheckpoint } from '../store/sites.ts'
import { byStaff } from './actor.ts'
import { registerWrites } from './closures.ts'
import { permit } from './may.ts'
import { refuseBothEnds } from './register.ts'
import { refuseGap } from './roster-gaps.ts'

type View = z.infer<typeof checkpointView>

const viewOf = (row: CheckpointRow, place: View['place']): View => ({
  ...row,
  active: row.active === 1,
  fictional: row.fictional === 1,
  place,
})

export async function listCheckpoints(deps: Deps): Promise<{ items: View[] }> {
  const [rows, places] = await Promise.all([deps.db.all(everyCheckpoint()), deps.db.all(everyPlace())])
  const known = new Map(places.map(({ checkpoint_id: id, lat, lon }) => [id, { lat, lon }]))
  return { items: rows.map((row) => viewOf(row, known.get(row.id) ?? null)) }
}

export async function addCheckpoint(
  deps: Deps,
  asker: Asker,
  { place = null, ...form }: BodyOf<typeof addContract>,
): Promise<View> {
  const permitted = permit(asker, 'change checkpoints')
  refuseUnknownCounty(form.county)
  const row: CheckpointRow = { ...form, active: form.active ? 1 : 0, fictional: deps.demo ? 1 : 0 }
  const detail = { ...row, ...(place === null ? {} : { place: placeText(place) }) }
  try {
    await deps.audit.commit(
      [addCheckpointRow(row), setPlace(row.id, place)],
      [{ by: byStaff(permitted), action: 'checkpoint-added', subject: row.id, detail }],
    )
  } catch (cause) {
    if (cause instanceof Taken) throw new Fault('conflict', 'CP-02', 'this id is taken', { path: 'id' })
    throw cause
  }
  return viewOf(row, place)
}

export async function changeCheckpoint(
  deps: Deps,
  asker: Asker,
  { place: asked, ...form }: BodyOf<typeof changeContract> & { id: string },
): Promise<View> {
  const permitted = permit(asker, 'change checkpoints')
  refuseUnknownCounty(form.county)
  const [[before], [placed]] = await Promise.all([deps.db.all(checkpointById(form.id)), deps.db.all(placeOf(form.id))])
  if (before === undefined) throw new Fault('not-found', 'CP-01', 'there is no such checkpoint', { path: 'path.id' })
  if (form.active && before.active === 0) await refuseGap(deps, form.id, deps.now())
  if (form.active) await refuseBothEnds(deps, { id: form.id, road: form.road, active: 1 })
  const [road] = await deps.db.all(siteOfCheckpoint(form.id))
  if (form.lanes < (road?.green_lane ?? 0))
    throw new Fault('bad-input', 'CP-15', 'fewer lanes than the green lane’s number', { path: 'lanes' })
  const row: CheckpointRow = { ...before, ...form, active: form.active ? 1 : 0 }
  const { fictional: _, ...values } = row
  const was = placed === undefined ? null : { lat: placed.lat, lon: placed.lon }
  const place = asked === undefined ? was : asked
  const moved = placeText(was) === placeText(place) ? {} : { place: [placeText(was), placeText(place)] }
  const detail = { ...changesOf(before, row), ...moved }
  await deps.audit.commit(
    [changeCheckpointRow(values), setPlace(row.id, place), ...registerWrites(deps, before, row)],
    [{ by: byStaff(permitted), action: 'checkpoint-changed', subject: row.id, detail }],
  )
  return viewOf(row, place)
}

/** Latitude first, as maps have it. */
const placeText = (place: View['place']): string => (place === null ? '' : `${place.lat}, ${place.lon}`)

/** What was and what is, where they differ. */
function changesOf(before: CheckpointRow, after: CheckpointRow): Detail {
  const was = new Map<string, string | number>(Object.entries(before))
  const changed = Object.entries(after).filter(([key, value]) => was.get(key) !== value)
  return Object.fromEntries(changed.map(([key, value]) => [key, [String(was.get(key)), String(value)]]))
}

function refuseUnknownCounty(code: string): void {
  if (regionOf(code) === undefined) throw new Fault('bad-input', 'CP-03', 'there is no such region', { path: 'county' })
}
