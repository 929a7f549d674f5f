import { parseInspection } from '../../shared/facts-json.ts'
import { es256Signer } from '../../shared/credential/seal.ts'
import { beijingIso, day, instant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'
import type { Envelope } from '../../shared/sync/envelope.ts'
import { sealEnvelope } from '../../shared/sync/sealed-envelope.ts'
import type { Deps } from '../deps.ts'
import { addSecret } from '../store/once.ts'
import { addStaffRow } from '../store/staff.ts'
import { bindTerminal } from '../usecases/bind-terminal.ts'
import { secretTag } from '../usecases/enrol.ts'
import { newId, newSecret } from '../usecases/new-id.ts'
import { uploadInspections } from '../usecases/upload-inspections.ts'

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** An inspector of the demonstration whom nobody plays: his phone is bound and his records come in as any other's. */
export const demoBooth = async (deps: Deps, checkpoint: string) => (await demoTerminal(deps, checkpoint)).record

/** The same with his phone in hand, for what it sends besides records. */
export async function demoTerminal(deps: Deps, checkpoint: string, person: Someone = usual(checkpoint)) {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, true, ['sign', 'verify'])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  const secret = newSecret(deps)
  const staff = await addInspector(deps, checkpoint, { secret, ...person })
  const key = { kty: 'EC', crv: 'P-256', x, y } as const
  const { terminal } = await bindTerminal(
    { ...deps, now: () => plus(deps.now(), -(person.boundAgo ?? 0)) },
    { secret, key, device: '演示终端' },
  )
  const at = { terminal, staff, checkpoint, lane: 1 }
  const asker = { kind: 'terminal', ...at, key: publicKey } as const
  const record = async (seen: Seen): Promise<void> => {
    const token = await sealEnvelope(envelopeOf(at, seen), es256Signer(terminal, privateKey))
    // It came in when it was made: what comes in late is what a phone kept back.
    const then = { ...deps, now: () => instant(Math.min(deps.now(), seen.at + 2000)) }
    await uploadInspections(then, asker, [token])
  }
  return { asker, record, privateKey }
}

/** What was seen at the booth, and when. */
export type Seen = Pick<Envelope, 'id' | 'facts' | 'crew' | 'trip'> &
  Partial<Pick<Envelope, 'begunAt' | 'credentials' | 'lane' | 'offline' | 'verdict'>> & { at: Instant }

/** `boundAgo`: milliseconds before now. */
type Someone = { name: string; login: string; boundAgo?: number }
const usual = (checkpoint: string): Someone => ({ name: '查验示例丁', login: `booth-${checkpoint.toLowerCase()}` })

function envelopeOf(place: { terminal: string; checkpoint: string; lane: number }, { at, ...seen }: Seen): Envelope {
  const { terminal, checkpoint, lane } = place
  const madeAt = beijingIso(at)
  const { facts, now } = parseInspection({ ...seen.facts, id: seen.id, now: madeAt })
  const { row, outcome, edition } = decide(facts, instant(now))
  const known = { clockOffsetMs: 0, offline: false, plateBy: 'typed', app: 'demo' } as const
  return { credentials: [], terminal, checkpoint, lane, madeAt, verdict: { row, outcome, edition }, ...known, ...seen }
}

/** Without a password: nobody signs in as him. */
async function addInspector(
  deps: Deps,
  checkpoint: string,
  { secret, name, login }: Someone & { secret: string },
): Promise<string> {
  const id = newId(deps)
  const person = { id, login, name, role: 'inspector' } as const
  await deps.db.commit([
    addStaffRow({
      ...person,
      checkpoint_id: checkpoint,
      password_hash: 'none',
      created_at: deps.now(),
      disabled_at: null,
    }),
    addSecret({
      secret_tag: await secretTag(deps, secret),
      purpose: 'enrolment',
      staff_id: id,
      checkpoint_id: checkpoint,
      lane: 1,
      expires_at: plus(deps.now(), day),
    }),
  ])
  return id
}
