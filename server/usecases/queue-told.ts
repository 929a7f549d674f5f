import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type {
  checkIn as checkInContract,
  reportQueue as reportContract,
  reportQueueAsDriver as driverContract,
} from '../../schema/api/queue.ts'
import { isRunning } from '../../shared/congestion/incident.ts'
import { dutyRoles } from '../../shared/congestion/roster.ts'
import { metresAtStake } from '../../shared/congestion/site.ts'
import { parseStake } from '../../shared/congestion/stake.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, hour, instant, parseInstant, type Instant } from '../../shared/instant.ts'
import { normalisePlate } from '../../shared/identity/plate.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { checkpointById } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { Taken } from '../store/db.ts'
import { callsOfIncidents, congestionEventById } from '../store/incidents.ts'
import { addQueueInput, lastReadingOf, queueInputById } from '../store/queue.ts'
import type { QueueInputRow } from '../store/queue.ts'
import { siteOfCheckpoint } from '../store/sites.ts'
import { byStaff } from './actor.ts'
import { callOf } from './congestion-log.ts'
import { settle } from './congestion-settle.ts'
import type { Settled } from './congestion-settle.ts'
import { needDriver, permit, permitIn } from './may.ts'
import { signsOf, siteNow } from './sites.ts'

/** A phone's clock, or what it kept back, is not believed beyond so long ago. */
const believedFor = 8 * hour

const momentOf = (text: string | undefined, now: Instant): Instant => {
  const at = text === undefined ? undefined : parseInstant(text)
  return at === undefined ? now : instant(Math.min(now, Math.max(at, now - believedFor)))
}

/** @throws Fault not-found CG-10, conflict CG-11 (it is closed) */
export async function openPlace(deps: Pick<Deps, 'db'>, id: string): Promise<CheckpointRow> {
  const [place] = await deps.db.all(checkpointById(id))
  if (place === undefined) throw new Fault('not-found', 'CG-10', 'there is no such checkpoint', { path: 'checkpoint' })
  if (place.active === 0) throw new Fault('conflict', 'CG-11', 'this checkpoint is not open', { path: 'checkpoint' })
  return place
}

type Form = BodyOf<typeof reportContract>

/** 拥堵上报 by who stands there, or by the dispatcher whom somebody called. */
export async function reportQueue(deps: Deps, asker: Asker, form: Form): Promise<AnswerOf<typeof reportContract>> {
  const { place, by } = await reporter(deps, asker, form)
  const now = deps.now()
  const at = momentOf(form.at, now)
  const stake = form.stake === undefined ? null : (parseStake(form.stake) ?? null)
  const metres = form.metres ?? metresAtStake(stake, await siteNow(deps, place))
  const row: QueueInputRow = {
    id: form.id,
    checkpoint_id: place.id,
    kind: 'report',
    at,
    received_at: now,
    plate: null,
    source: null,
    metres: form.metres ?? null,
    stake_metres: stake,
    wait_minutes: form.waitMinutes ?? null,
    by_kind: by.device === null ? 'staff' : 'terminal',
    by_id: by.id,
  }
  const detail = {
    congested: form.congested,
    waitMinutes: row.wait_minutes,
    metres,
    ...(form.toldBy !== undefined && { toldBy: form.toldBy }),
  }
  try {
    const settled = await settle(deps, place, {
      writes: [addQueueInput(row)],
      events: [
        { kind: 'reported', at, detail, by: { by_kind: row.by_kind === 'staff' ? 'staff' : 'terminal', by_id: by.id } },
      ],
      entries: [{ by, action: 'queue-reported', subject: place.id, detail }],
    })
    return { id: row.id, checkpoint: place.id, at: beijingIso(at), metres, ...(await comesOfIt(deps, settled)) }
  } catch (cause) {
    if (!(cause instanceof Taken && cause.on === 'queue_input.id')) throw cause
    return again(deps, place, row, metres)
  }
}

const calledRoles = [...dutyRoles, 'on-shift', 'dispatcher'] as const
type Comes = Pick<AnswerOf<typeof reportContract>, 'incident' | 'called'>

/** What runs there now, and who has been called in it. */
async function comesOfIt(deps: Pick<Deps, 'db'>, { ladder, incident }: Settled): Promise<Comes> {
  if (!isRunning(ladder.incident) || incident === undefined) return { incident: null, called: [] }
  const calls = (await deps.db.all(callsOfIncidents([incident.id]))).map(callOf)
  const asked = calls.filter(({ purpose }) => purpose === 'summons' || purpose === 'deputy' || purpose === 'inform')
  const roles = new Set(asked.flatMap(({ ear }) => (ear.kind === 'person' ? ear.person.role : [])))
  return { incident: incident.id, called: calledRoles.filter((role) => roles.has(role)) }
}

async function reporter(deps: Deps, asker: Asker, { checkpoint, toldBy }: Pick<Form, 'checkpoint' | 'toldBy'>) {
  if (asker.kind === 'terminal') {
    if (checkpoint !== undefined && checkpoint !== asker.checkpoint)
      throw new Fault('not-allowed', 'MA-01', 'another checkpoint is not yours')
    if (toldBy !== undefined)
      throw new Fault('bad-input', 'CG-14', 'who stands there is told by nobody', { path: 'toldBy' })
    const by = { id: asker.staff, role: 'inspector', device: asker.terminal }
    return { place: await openPlace(deps, asker.checkpoint), by }
  }
  const permitted = permit(asker, 'report a queue')
  const id = checkpoint ?? permitted.only
  if (id === null) throw new Fault('bad-input', 'CG-12', 'which checkpoint?', { path: 'checkpoint' })
  const place = await openPlace(deps, id)
  permitIn(asker, 'report a queue', place)
  return { place, by: byStaff(permitted) }
}

/** Sent again it is the same; another one under its id is refused. */
async function again(
  deps: Deps,
  place: CheckpointRow,
  row: QueueInputRow,
  metres: number | null,
): Promise<AnswerOf<typeof reportContract>> {
  const [before] = await deps.db.all(queueInputById(row.id))
  const same =
    before?.checkpoint_id === row.checkpoint_id &&
    before.kind === row.kind &&
    before.by_id === row.by_id &&
    before.metres === row.metres &&
    before.stake_metres === row.stake_metres &&
    before.wait_minutes === row.wait_minutes
  if (before === undefined || !same) throw taken()
  const comes = await comesOfIt(deps, await settle(deps, place))
  return { id: row.id, checkpoint: row.checkpoint_id, at: beijingIso(instant(before.at)), metres, ...comes }
}
const taken = () => new Fault('conflict', 'CG-13', 'this id is taken', { path: 'id' })

/** A driver's word makes a candidate, no more; his wait is no measurement. */
export async function reportQueueAsDriver(
  deps: Deps,
  asker: Asker,
  form: BodyOf<typeof driverContract> & { id: string },
): Promise<AnswerOf<typeof driverContract>> {
  needDriver(asker, form.id)
  const place = await openPlace(deps, form.checkpoint)
  const now = deps.now()
  const [before] = await deps.db.all(congestionEventById(form.report))
  if (before !== undefined) {
    if (before.by_id !== form.id) throw taken()
    return { id: form.report, at: beijingIso(instant(before.at)) }
  }
  const detail = { waitMinutes: form.waitMinutes ?? null, metres: form.metres ?? null }
  await settle(deps, place, {
    events: [{ id: form.report, kind: 'driver-reported', at: now, detail, by: { by_kind: 'driver', by_id: form.id } }],
  })
  return { id: form.report, at: beijingIso(now) }
}

/** Where the sign stands that he read; one that is not known any more tells no distance. */
async function metresOfSign(
  deps: Deps,
  { checkpoint, sign }: BodyOf<typeof checkInContract>,
): Promise<number | undefined> {
  if (sign === undefined) return undefined
  const [road] = await deps.db.all(siteOfCheckpoint(checkpoint))
  return road === undefined ? undefined : signsOf(road).find(({ number }) => number === sign)?.metres
}

/** He has joined the queue. Nothing is kept of him but the plate, for as long as the curve is. */
export async function checkIn(
  deps: Deps,
  form: BodyOf<typeof checkInContract>,
): Promise<AnswerOf<typeof checkInContract>> {
  const place = await openPlace(deps, form.checkpoint)
  const now = deps.now()
  const row: QueueInputRow = {
    id: form.id,
    checkpoint_id: place.id,
    kind: 'check-in',
    at: momentOf(form.at, now),
    received_at: now,
    plate: normalisePlate(form.plate),
    source: form.source,
    metres: (await metresOfSign(deps, form)) ?? form.metres ?? null,
    stake_metres: null,
    wait_minutes: null,
    by_kind: 'anyone',
    by_id: null,
  }
  const [last] = await deps.db.all(lastReadingOf(place.id))
  const virtualMinutes =
    last === undefined || last.known === 0 || last.lost_since !== null ? null : Math.round(last.virtual)
  try {
    await deps.db.commit([addQueueInput(row)])
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
    const [before] = await deps.db.all(queueInputById(row.id))
    if (before?.plate !== row.plate || before.checkpoint_id !== row.checkpoint_id) throw taken()
    return { id: row.id, at: beijingIso(instant(before.at)), virtualMinutes }
  }
  return { id: row.id, at: beijingIso(instant(row.at)), virtualMinutes }
}
