import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { changeRegister as changeContract, listRegister as listContract } from '../../schema/api/register.ts'
import { parseStake, stakeText } from '../../shared/congestion/stake.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { needsReason, type Registered } from '../../shared/register/register.ts'
import { otherEnd, warningsOf } from '../../shared/register/warnings.ts'
import { warningWords } from '../../shared/wording/register.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { Taken } from '../store/db.ts'
import { addRegister, everyRegister } from '../store/register.ts'
import type { NamedRegisterRow, RegisterRow } from '../store/register.ts'
import { byStaff } from './actor.ts'
import { liesIn, mayThey, permit, permitIn } from './may.ts'

type View = AnswerOf<typeof listContract>['items'][number]

const registeredOf = (
  { id, road, active }: Pick<CheckpointRow, 'id' | 'road' | 'active'>,
  row: RegisterRow,
): Registered => ({
  checkpoint: id,
  road,
  active: active === 1,
  approvalNo: row.approval_no,
  kind: row.kind,
  kindReason: row.kind_reason,
  stake: row.stake,
  direction: row.direction,
  bridge: row.bridge,
})

type Register = {
  places: readonly CheckpointRow[]
  rows: ReadonlyMap<string, NamedRegisterRow>
  all: readonly Registered[]
}

async function readRegister(deps: Pick<Deps, 'db'>): Promise<Register> {
  const [places, rows] = await Promise.all([deps.db.all(everyCheckpoint()), deps.db.all(everyRegister())])
  const byPlace = new Map(rows.map((row) => [row.checkpoint_id, row]))
  const all = places.flatMap((place) => {
    const row = byPlace.get(place.id)
    return row === undefined ? [] : [registeredOf(place, row)]
  })
  return { places, rows: byPlace, all }
}

function viewOf({ id }: CheckpointRow, { places, rows, all }: Register, change: boolean): View {
  const row = rows.get(id)
  const nameOf = (other: string) => places.find((place) => place.id === other)?.name ?? other
  const one = all.find(({ checkpoint }) => checkpoint === id)
  return {
    checkpoint: id,
    version: row?.version ?? 0,
    approvalNo: row?.approval_no ?? null,
    kind: row?.kind ?? null,
    kindReason: row?.kind_reason ?? null,
    direction: row?.direction ?? null,
    stake: row?.stake == null ? null : stakeText(row.stake),
    bridge: row?.bridge ?? null,
    branch: {
      secretary: row?.branch_secretary ?? null,
      members: row?.branch_members ?? null,
      rules: row?.branch_rules ?? null,
    },
    changed:
      row === undefined ? null : { at: beijingIso(instant(row.changed_at)), by: row.changer, reason: row.reason },
    warnings: warningsOf(one, all).map((warning) => ({
      what: warning.what,
      other: 'other' in warning ? warning.other : null,
      ...warningWords(warning, nameOf),
    })),
    may: { change },
  }
}

export async function listRegister(deps: Deps, asker: Asker): Promise<AnswerOf<typeof listContract>> {
  const { only } = permit(asker, 'see the board')
  const register = await readRegister(deps)
  const change = mayThey(asker, 'describe the road')
  const seen = register.places.filter(
    ({ id, county }) => (only === null || only === id) && (asker.kind !== 'staff' || liesIn(county, asker.area)),
  )
  return { items: seen.map((place) => viewOf(place, register, change)) }
}

const bothEnds = (path: string) =>
  new Fault('conflict', 'CP-20', 'another open checkpoint stands at the other end of this bridge', { path })

/** A checkpoint at one end of a bridge is not opened while one is open at the other. @throws Fault conflict CP-20 */
export async function refuseBothEnds(
  deps: Pick<Deps, 'db'>,
  place: Pick<CheckpointRow, 'id' | 'road' | 'active'>,
): Promise<void> {
  const { rows, all } = await readRegister(deps)
  const row = rows.get(place.id)
  if (row !== undefined && otherEnd(registeredOf(place, row), all) !== undefined) throw bothEnds('active')
}

const changedMeanwhile = () =>
  new Fault('conflict', 'CP-14', 'it was changed meanwhile; load it again', { path: 'version' })

type Change = BodyOf<typeof changeContract> & { id: string }

/** @throws Fault not-found CP-01; bad-input CP-21; conflict CP-14, CP-20 */
export async function changeRegister(deps: Deps, asker: Asker, { id, version, ...form }: Change): Promise<View> {
  const register = await readRegister(deps)
  const place = register.places.find((one) => one.id === id)
  if (place === undefined) throw new Fault('not-found', 'CP-01', 'there is no such checkpoint', { path: 'path.id' })
  const permitted = permitIn(asker, 'describe the road', place)
  if (needsReason(form.kind) && form.kindReason === null)
    throw new Fault('bad-input', 'CP-21', 'a reason is needed here', { path: 'kindReason' })
  if ((register.rows.get(id)?.version ?? 0) !== version) throw changedMeanwhile()
  const row = rowOf(form, { id, version: version + 1, by: permitted.staff, at: deps.now() })
  if (place.active === 1 && otherEnd(registeredOf(place, row), register.all) !== undefined) throw bothEnds('bridge')
  const { checkpoint_id: _, changed_by: _by, changed_at: _at, ...said } = row
  const detail = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value ?? '']))
  try {
    await deps.audit.commit(
      [addRegister(row)],
      [{ by: byStaff(permitted), action: 'checkpoint-registered', subject: id, reason: row.reason, detail }],
    )
  } catch (cause) {
    if (cause instanceof Taken && cause.on.startsWith('checkpoint_register')) throw changedMeanwhile()
    throw cause
  }
  return viewOf(place, await readRegister(deps), true)
}

type Made = { id: string; version: number; by: string; at: number }

const rowOf = (form: Omit<Change, 'id' | 'version'>, { id, version, by, at }: Made): RegisterRow => ({
  checkpoint_id: id,
  version,
  approval_no: form.approvalNo,
  kind: form.kind,
  kind_reason: form.kindReason,
  stake: form.stake === null ? null : (parseStake(form.stake) ?? null),
  direction: form.direction,
  bridge: form.bridge,
  branch_secretary: form.branch.secretary,
  branch_members: form.branch.members,
  branch_rules: form.branch.rules,
  reason: form.reason,
  changed_by: by,
  changed_at: at,
})
