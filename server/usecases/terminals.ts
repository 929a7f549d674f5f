import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { listTerminals as listContract, releaseTerminal as releaseContract } from '../../schema/api/terminals.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { releaseTerminalRow, terminalById, terminalsOf } from '../store/terminals.ts'
import { byStaff } from './actor.ts'
import { permit, permitAt } from './may.ts'
import { boundTo } from './terminal-view.ts'

const moment = (at: number | null) => (at === null ? null : beijingIso(instant(at)))

/** Phones bound now and before. */
export async function listTerminals(deps: Deps, asker: Asker): Promise<AnswerOf<typeof listContract>> {
  const { only } = permit(asker, 'see terminals')
  const rows = await deps.db.all(terminalsOf(only))
  return {
    items: rows.map((row) => ({
      id: row.id,
      ...boundTo(row),
      device: row.device,
      boundAt: beijingIso(instant(row.bound_at)),
      releasedAt: moment(row.released_at),
      lastSeenAt: moment(row.last_seen_at),
      segment: row.segment,
      releaseReason: row.release_reason,
    })),
  }
}

/** Lets an inspector change phones. The phone learns of it at its next call and keeps what it has not sent. */
export async function releaseTerminal(
  deps: Deps,
  asker: Asker,
  { id, reason }: BodyOf<typeof releaseContract> & { id: string },
): Promise<AnswerOf<typeof releaseContract>> {
  const [terminal] = await deps.db.all(terminalById(id))
  const permitted = permitAt(asker, 'release a terminal', terminal?.checkpoint_id ?? null)
  if (terminal === undefined) throw new Fault('not-found', 'TE-11', 'there is no such terminal', { path: 'path.id' })
  if (terminal.released_at !== null) throw new Fault('conflict', 'TE-14', 'this terminal is released already')
  const at = deps.now()
  const { staff_id: staff, checkpoint_id: checkpoint, lane } = terminal
  await deps.audit.commit(
    [releaseTerminalRow(id, { at, by: permitted.staff, reason })],
    [{ by: byStaff(permitted), action: 'terminal-released', subject: id, reason, detail: { staff, checkpoint, lane } }],
  )
  return { id, releasedAt: beijingIso(at) }
}
