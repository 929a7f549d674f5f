import type { Context } from 'hono'
import { staffRoles } from '../../schema/api/endpoint.ts'
import type { Caller, StaffRole } from '../../schema/api/endpoint.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import { sameText } from '../same-text.ts'
import { findSession } from '../store/staff-sessions.ts'
import { tripKeyOf } from '../trip-key.ts'
import { presentedSession, sessionTag } from './session.ts'
import { provedTerminal } from './terminal-proof.ts'
import type { ProvedTerminal } from './terminal-proof.ts'

/** Who is asking, proved. Use cases take this and decide what he may do. */
export type Asker =
  | { kind: 'anyone' }
  | { kind: 'driver'; trip: string }
  | ({ kind: 'terminal' } & ProvedTerminal)
  | {
      kind: 'staff'
      staff: string
      role: StaffRole
      checkpoint: string | null
      /** County, city or province that is his; none = all of it. */
      area?: string
      session: string
    }

/**
 * The asker, or a fault when none of `callers` fits what the request proves. A proof that is offered and does not hold is
 * refused even where anyone may call: a phone must learn that it is no longer bound.
 */
export async function whoIsAsking(deps: Deps, context: Context, callers: readonly Caller[]): Promise<Asker> {
  const [typed = '', proof = ''] = (context.req.header('authorization') ?? '').split(' ', 2)
  const scheme = typed.toLowerCase()
  if (scheme === 'terminal' && callers.includes('terminal')) {
    return { kind: 'terminal', ...(await provedTerminal(deps, context, proof)) }
  }
  if (scheme === 'bearer' && callers.includes('driver')) return driver(deps, context, proof)
  if (callers.some(isRole)) {
    const asker = await staff(deps, context, callers)
    if (asker !== undefined) return asker
  }
  if (callers.includes('anyone')) return { kind: 'anyone' }
  throw new Fault('not-signed-in', 'AU-01', 'sign in first')
}

async function driver(deps: Deps, context: Context, key: string): Promise<Asker> {
  const trip = context.req.param('id') ?? ''
  if (trip !== '' && sameText(key, await tripKeyOf(deps, trip))) return { kind: 'driver', trip }
  throw new Fault('not-signed-in', 'AU-02', 'this key does not open this trip')
}

const isRole = (caller: Caller): caller is StaffRole => (staffRoles as readonly string[]).includes(caller)
const reading = ['GET', 'HEAD']

async function staff(deps: Deps, context: Context, callers: readonly Caller[]): Promise<Asker | undefined> {
  const token = presentedSession(deps, context)
  if (token === undefined) return undefined
  const tag = await sessionTag(deps, token)
  const session = await findSession(deps.db, tag, deps.now())
  if (session === undefined) return undefined
  // A form on a foreign page cannot set a header, so it cannot act in the name of the one signed in.
  if (!reading.includes(context.req.method) && context.req.header('x-changxing') !== '1') {
    throw new Fault('not-allowed', 'AU-05', 'the header X-Changxing: 1 is missing')
  }
  if (!callers.includes(session.role)) throw new Fault('not-allowed', 'AU-04', 'your role may not do this')
  const { role, checkpoint, area } = session
  return { kind: 'staff', staff: session.staff, role, checkpoint, ...(area === null ? {} : { area }), session: tag }
}
