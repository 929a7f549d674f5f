import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { boardHub } from './board-hub.ts'
import type { BoardHub, Client } from './board-hub.ts'
import { permit } from './may.ts'

/** A wall and two tabs. A browser opens six connections to one server at most, and the pages need some of them. */
const mostOfASession = 3

const hubs = new WeakMap<Deps, BoardHub>()
function hubOf(deps: Deps): BoardHub {
  const hub = hubs.get(deps) ?? boardHub(deps)
  hubs.set(deps, hub)
  return hub
}

export type Watching = {
  /** Called once, when the connection is there. */
  begin: (write: Client['write'], end: () => void) => Promise<void>
  /** The asker went away. */
  stop: () => void
}

/** @throws Fault unavailable CG-40 where nothing can be kept open; too-many CG-41 */
export function watchBoard(deps: Deps, asker: Asker, lastId: string | undefined): Watching {
  const { only } = permit(asker, 'see the board')
  if (asker.kind !== 'staff' || deps.keepsConnections === undefined)
    throw new Fault('unavailable', 'CG-40', 'this server keeps no connection open')
  const hub = hubOf(deps)
  const { session, role, checkpoint, area = null } = asker
  if (hub.count(session) >= mostOfASession)
    throw new Fault('too-many', 'CG-41', 'too many boards are open for this session', { retryAfterSeconds: 30 })
  let client: Client | undefined
  return {
    begin(write, end) {
      client = { session, who: `${role}/${checkpoint}/${area}`, reach: { only, area }, write, end }
      return hub.join(client, lastId)
    },
    stop() {
      if (client !== undefined) hub.leave(client)
    },
  }
}

/** Whoever signed out sees nothing more. */
export const endStreamsOf = (deps: Deps, session: string): void => hubs.get(deps)?.endSession(session)
/** The server stops. */
export const endStreams = (deps: Deps): void => hubs.get(deps)?.endAll()
