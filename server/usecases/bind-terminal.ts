import { calculateJwkThumbprint, importJWK } from 'jose'
import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { bindTerminal as contract } from '../../schema/api/terminals.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant, shortTime } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { Taken } from '../store/db.ts'
import { happenOnce, secretByTag } from '../store/once.ts'
import { staffById } from '../store/staff.ts'
import { addTerminal, terminalById, terminalInTheWay } from '../store/terminals.ts'
import type { TerminalRow } from '../store/terminals.ts'
import { byLink } from './actor.ts'
import { secretTag } from './enrol.ts'
import { newId } from './new-id.ts'
import { boundTo } from './terminal-view.ts'

type Form = BodyOf<typeof contract>
type Place = { staff: string; checkpoint: string; lane: number; segment: string | null }

/**
 * Binds a phone, by the secret of its one-time link and its own public key. One card, one phone, one inspector 一卡一机一查验员:
 * unique constraints settle who was first, so neither a secret nor an inspector is ever used twice.
 */
export async function bindTerminal(deps: Deps, form: Form): Promise<AnswerOf<typeof contract>> {
  const tag = await secretTag(deps, form.secret)
  const place = await placeOf(deps, tag)
  const row = await terminalRow(deps, form, place)
  await refuseBound(deps, row, tag)
  try {
    await deps.audit.commit(
      [happenOnce(tag, deps.now()), addTerminal(row)],
      [{ by: byLink(place.staff, row.id), action: 'terminal-bound', subject: row.id, detail: place }],
    )
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
    if (cause.on === 'once.what') throw used()
    await refuseBound(deps, row, tag)
    throw cause
  }
  const [terminal] = await deps.db.all(terminalById(row.id))
  if (terminal === undefined) throw new Fault('broken', 'TE-11', 'the terminal just bound is not there')
  return { terminal: row.id, ...boundTo(terminal), segment: row.segment, serverTime: beijingIso(deps.now()) }
}

const used = () => new Fault('gone', 'TE-06', 'this link was used already; ask for a new one', { path: 'secret' })
const expired = () => new Fault('gone', 'TE-07', 'this link has expired; ask for a new one', { path: 'secret' })

async function placeOf(deps: Deps, tag: string): Promise<Place> {
  const [secret] = await deps.db.all(secretByTag(tag, 'enrolment'))
  if (secret === undefined) throw new Fault('not-found', 'TE-05', 'this link is not ours', { path: 'secret' })
  if (secret.used_at !== null) throw used()
  if (secret.expires_at <= deps.now()) throw expired()
  const { staff_id: staff, checkpoint_id: checkpoint, lane, segment } = secret
  if (staff === null || checkpoint === null || lane === null)
    throw new Fault('broken', 'TE-08', 'an enrolment without its place')
  const [person] = await deps.db.all(staffById(staff))
  if (person === undefined || person.disabled_at !== null) throw expired()
  return { staff, checkpoint, lane, segment }
}

async function terminalRow(deps: Deps, { key, device, segment }: Form, place: Place): Promise<TerminalRow> {
  const jwk = { kty: key.kty, crv: key.crv, x: key.x, y: key.y }
  await importJWK({ ...jwk }, 'ES256').catch((cause: unknown) => {
    throw new Fault('bad-input', 'TE-13', 'this is no point of the curve P-256', { path: 'key', cause })
  })
  return {
    id: newId(deps),
    staff_id: place.staff,
    checkpoint_id: place.checkpoint,
    lane: place.lane,
    device,
    segment: segment ?? place.segment,
    public_jwk: JSON.stringify(jwk),
    thumbprint: await calculateJwkThumbprint(jwk),
    bound_at: deps.now(),
    last_seen_at: null,
    released_at: null,
    released_by: null,
    release_reason: null,
  }
}

/** Says which terminal stands in the way and what to do; 409. A link that was used meanwhile is told first: the binding is its own. */
async function refuseBound(deps: Deps, row: TerminalRow, tag: string): Promise<void> {
  const [other] = await deps.db.all(terminalInTheWay(row.staff_id, row.thumbprint, row.segment))
  if (other === undefined) return
  await placeOf(deps, tag)
  if (other.staff_id === row.staff_id) {
    const since = shortTime(instant(other.bound_at))
    const zh = `该查验员已绑定终端「${other.device}」（${other.checkpoint_name}${other.lane}道，${since} 起），请点长先解绑再试`
    const en = `This inspector is bound to "${other.device}" since ${since}. The head releases it first`
    throw new Fault('conflict', 'TE-09', `${zh} / ${en}`)
  }
  const segment = other.thumbprint !== row.thumbprint
  throw segment
    ? new Fault('conflict', 'TE-12', 'another phone is bound with this number', { path: 'segment' })
    : new Fault('conflict', 'TE-10', 'this phone is bound to another inspector', { path: 'key' })
}
