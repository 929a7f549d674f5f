import { beijingIso, hour, minute, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Envelope } from '../../shared/sync/envelope.ts'
import type { Deps } from '../deps.ts'
import { keepEvidence } from '../usecases/evidence.ts'
import { newId } from '../usecases/new-id.ts'
import { demoTerminal } from './booth.ts'
import { passPicture } from './pass-picture.ts'

type Credential = Envelope['credentials'][number]

const copied: Credential = { kind: 'freight', jti: 'demoCopied01', number: '482000000071', refused: null }
const borrowed: Credential = { kind: 'pass', jti: 'demoBorrowed1', number: '410800999901', refused: 'mismatch' }
const forged: Credential = { kind: 'unknown', jti: null, refused: 'bad-signature' }

const facts = (plate: string) => ({
  trip: { scope: 'in-province' },
  vehicle: { plate, freight: true },
  freightCode: null,
  crew: [{ role: 'driver' }],
})

/** A paper code on two trucks at once, a borrowed pass with its photograph, a forged code. Nobody drives these trucks. */
export async function addDemoLeads(deps: Deps): Promise<void> {
  const [west, east] = [await demoTerminal(deps, 'JZ-G04'), await demoTerminal(deps, 'JZ-G08')]
  const seen = (at: Instant, plate: string, credential: Credential) => {
    const id = newId(deps)
    return { id, at, facts: facts(plate), crew: [{ surname: '', idTail: '' }], trip: null, credentials: [credential] }
  }
  const now = deps.now()
  await west.record(seen(plus(now, -3 * hour), '豫HX0071', copied))
  await east.record(seen(plus(now, -3 * hour + 14 * minute), '豫HX0071', copied))
  const other = seen(plus(now, -2 * hour), '豫HX0072', borrowed)
  await west.record(other)
  await west.record(seen(plus(now, -hour), '豫HX0073', forged))
  const takenAt = beijingIso(plus(other.at, minute))
  await keepEvidence(deps, west.asker, { id: newId(deps), inspection: other.id, takenAt, jpeg: passPicture })
}
