import { setStatus } from '../../../server/store/passes.ts'
import { importKeys } from '../../../shared/credential/keys.ts'
import { openCredential } from '../../../shared/credential/open.ts'
import type { PassClaims } from '../../../shared/credential/claims.ts'
import type { Standing } from '../../../shared/credential/status-list.ts'
import { applyForPass } from '../../../schema/api/trips.ts'
import { world } from '../../kit/world.ts'

export type Issued = { token: string; claims: PassClaims }
type Road = Pick<Awaited<ReturnType<typeof world>>, 'deps' | 'clock' | 'db' | 'driver'>

export const statusWorld = world

/** A pass issued in the real way, and what stands in it. */
export async function issuedPass(road: Road, plate: string): Promise<Issued> {
  const trip = await road.driver(plate).registers()
  const pass = (await trip.own('/pass', 'POST', { commitment: true })).as(applyForPass.answer)
  if (!('token' in pass)) throw new Error('somebody has to look at the application first')
  const { token } = pass
  const keys = await importKeys(await road.deps.keyring.publicKeys())
  const opened = await openCredential(token, { keys, now: road.clock.now() })
  if (!opened.ok || opened.kind !== 'pass') throw new Error('no pass')
  return { token, claims: opened.claims }
}

/** As the office does it, without its page. */
export const setStanding = (road: Road, { claims: { number } }: Issued, status: Standing): Promise<void> =>
  road.db.commit(setStatus({ number, status, reason: null, note: null, by: null, at: road.clock.now() }))
