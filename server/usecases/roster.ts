import type * as z from 'zod/mini'
import type { AnswerOf, BodyOf, QueryOf } from '../../schema/api/endpoint.ts'
import type {
  dutyGaps as gapsContract,
  dutyView,
  listDuty as listContract,
  putDuty as putContract,
} from '../../schema/api/roster.ts'
import { checkpointRoles, gapsIn, type Duty } from '../../shared/congestion/roster.ts'
import { Fault } from '../../shared/fault.ts'
import { normalisePhone } from '../../shared/identity/phone.ts'
import { regionOf } from '../../shared/identity/region.ts'
import { beijingIso, instant, parseInstant, type Instant } from '../../shared/instant.ts'
import { gapWords } from '../../shared/wording/congestion.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { checkpointById, everyCheckpoint } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { dutyById, endDutyRow, everyDuty, putDutyRow } from '../store/roster.ts'
import type { DutyRow } from '../store/roster.ts'
import { byStaff } from './actor.ts'
import { liesIn, mayThey, permit } from './may.ts'

type View = z.infer<typeof dutyView>
const iso = (at: number): string => beijingIso(instant(at))

async function viewOf(deps: Deps, row: DutyRow, whole: boolean): Promise<View> {
  const phone = await deps.vault.open('duty-phone', row.phone_sealed)
  return {
    id: row.id,
    role: row.role,
    checkpoint: row.checkpoint_id,
    area: row.area,
    name: row.name,
    title: row.title,
    unit: row.unit,
    phone: whole ? phone : phone.slice(-4),
    from: iso(row.from_at),
    to: row.to_at === null ? null : iso(row.to_at),
    rank: row.rank,
    endedAt: row.ended_at === null ? null : iso(row.ended_at),
  }
}

const seesPhones = (asker: Asker): boolean => mayThey(asker, 'change the roster') || mayThey(asker, 'finish call tasks')

export async function listDuty(
  deps: Deps,
  asker: Asker,
  query: QueryOf<typeof listContract>,
): Promise<AnswerOf<typeof listContract>> {
  const { only } = permit(asker, 'see the roster')
  const [rows, places] = await Promise.all([deps.db.all(everyDuty()), deps.db.all(everyCheckpoint())])
  const counties = new Map(places.map(({ id, county }) => [id, county]))
  const now = deps.now()
  const shown = rows.filter((row) => {
    if (query.past === undefined && isPast(row, now)) return false
    if (query.checkpoint !== undefined && row.checkpoint_id !== query.checkpoint) return false
    if (query.area !== undefined && row.area !== query.area) return false
    if (only !== null && row.checkpoint_id !== only) return false
    const county = row.area ?? counties.get(row.checkpoint_id ?? '') ?? ''
    return asker.kind !== 'staff' || liesIn(county, asker.area)
  })
  return { items: await Promise.all(shown.map((row) => viewOf(deps, row, seesPhones(asker)))) }
}

const isPast = ({ ended_at: ended, to_at: to }: DutyRow, now: Instant): boolean =>
  ended !== null || (to !== null && to <= now)

type Form = BodyOf<typeof putContract> & { id: string }

/** @throws Fault bad-input CG-30…CG-34 naming the field */
export async function putDuty(deps: Deps, asker: Asker, form: Form): Promise<View> {
  const permitted = permit(asker, 'change the roster')
  const [before] = await deps.db.all(dutyById(form.id))
  const row = await rowOf(deps, asker, { form, before, staff: permitted.staff })
  const { name: _, title: _title, unit: _unit, phone_sealed: _phone, ...said } = row
  const detail = {
    role: said.role,
    checkpoint: said.checkpoint_id,
    area: said.area,
    from: iso(said.from_at),
    to: said.to_at === null ? null : iso(said.to_at),
  }
  await deps.audit.commit([putDutyRow(row)], [{ by: byStaff(permitted), action: 'duty-put', subject: row.id, detail }])
  return viewOf(deps, row, true)
}

type Given = { form: Form; before: DutyRow | undefined; staff: string }

async function rowOf(deps: Deps, asker: Asker, { form, before, staff }: Given): Promise<DutyRow> {
  const ofPlace = checkpointRoles.some((role) => role === form.role)
  const { checkpoint = null, area = null } = form
  if ((checkpoint === null) !== (area !== null)) throw wrong('CG-30', 'either a checkpoint or an area', 'checkpoint')
  if (ofPlace !== (checkpoint !== null)) throw wrong('CG-30', 'this role is of a checkpoint, or of an area', 'role')
  const [place] = checkpoint === null ? [] : await deps.db.all(checkpointById(checkpoint))
  if (checkpoint !== null && place === undefined) throw wrong('CG-31', 'there is no such checkpoint', 'checkpoint')
  if (area !== null && regionOf(area) === undefined) throw wrong('CG-31', 'there is no such region', 'area')
  if (asker.kind === 'staff' && !liesIn(area ?? place?.county ?? '', asker.area))
    throw new Fault('not-allowed', 'MA-01', 'another area is not yours')
  const phone = normalisePhone(form.phone)
  if (!/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{7,8})$/.test(phone)) throw wrong('CG-32', 'not a telephone number', 'phone')
  const from = momentOf(form.from, 'from')
  const to = form.to === undefined || form.to === null ? null : momentOf(form.to, 'to')
  if (to !== null && to <= from) throw wrong('CG-33', 'ends before it begins', 'to')
  return {
    id: form.id,
    role: form.role,
    checkpoint_id: checkpoint,
    area,
    name: form.name,
    title: form.title,
    unit: form.unit,
    phone_sealed: await deps.vault.seal('duty-phone', phone),
    rank: form.rank ?? 1,
    from_at: from,
    to_at: to,
    ended_at: before?.ended_at ?? null,
    put_by: staff,
    put_at: deps.now(),
  }
}

const wrong = (code: string, message: string, path: string) => new Fault('bad-input', code, message, { path })

function momentOf(text: string, path: string): Instant {
  const at = parseInstant(text)
  if (at === undefined) throw wrong('CG-33', 'not a time with its offset', path)
  return at
}

/** He answers no longer. */
export async function endDuty(deps: Deps, asker: Asker, id: string): Promise<View> {
  const permitted = permit(asker, 'change the roster')
  const [row] = await deps.db.all(dutyById(id))
  if (row === undefined) throw new Fault('not-found', 'CG-34', 'nobody of that id', { path: 'path.id' })
  if (row.ended_at === null)
    await deps.audit.commit(
      [endDutyRow(id, deps.now())],
      [{ by: byStaff(permitted), action: 'duty-ended', subject: id }],
    )
  const [after = row] = await deps.db.all(dutyById(id))
  return viewOf(deps, after, true)
}

/** The leader and cadres of a checkpoint as they count. */
export const dutiesAt = (rows: readonly DutyRow[], checkpoint: string): Duty[] =>
  rows.flatMap(({ checkpoint_id: of, role, from_at: from, to_at: to, ended_at: ended }) =>
    of === checkpoint && (role === 'leader' || role === 'cadre') && ended === null
      ? [{ role, from: instant(from), to: to === null ? null : instant(to) }]
      : [],
  )

export async function dutyGaps(deps: Deps, asker: Asker): Promise<AnswerOf<typeof gapsContract>> {
  const { only } = permit(asker, 'see the roster')
  const [rows, places] = await Promise.all([deps.db.all(everyDuty()), deps.db.all(everyCheckpoint())])
  const now = deps.now()
  const seen = places.filter(
    ({ id, county }) => (only === null || only === id) && (asker.kind !== 'staff' || liesIn(county, asker.area)),
  )
  return { items: seen.flatMap((place) => gapsOfPlace(place, rows, now)) }
}

type GapView = AnswerOf<typeof gapsContract>['items'][number]
const gapsOfPlace = (place: CheckpointRow, rows: readonly DutyRow[], now: Instant): GapView[] =>
  gapsIn(dutiesAt(rows, place.id), now).map(({ from, to, leaders, cadres }) => ({
    checkpoint: place.id,
    checkpointName: place.name,
    active: place.active === 1,
    from: beijingIso(from),
    to: beijingIso(to),
    leaders,
    cadres,
    ...gapWords(place.name, from, { leaders, cadres }),
  }))
