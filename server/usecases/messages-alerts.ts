import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { listAlerts as listContract, markAlertSeen as markContract } from '../../schema/api/messages.ts'
import { beijingIso, day, instant, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { acknowledge, alertsAt, messageById } from '../store/messages.ts'
import { needTerminal } from './may.ts'
import { seenOf, unknown } from './messages.ts'

/** What a booth must not overlook. */
export async function listAlerts(deps: Deps, asker: Asker): Promise<AnswerOf<typeof listContract>> {
  const { checkpoint } = needTerminal(asker)
  const rows = await deps.db.all(alertsAt(checkpoint, plus(deps.now(), -day)))
  return {
    items: rows.map(({ id, at, kind, zh, en, article }) => ({
      id,
      at: beijingIso(instant(at)),
      kind,
      zh,
      en,
      article,
    })),
  }
}

/** One answer speaks for the checkpoint; whose phone it was stands in it. */
export async function markAlertSeen(deps: Deps, asker: Asker, id: string): Promise<AnswerOf<typeof markContract>> {
  const { staff, terminal, checkpoint } = needTerminal(asker)
  const [row] = await deps.db.all(messageById(id))
  if (row === undefined || row.audience !== 'checkpoint' || row.ref !== checkpoint) throw unknown()
  if (row.seen_at === null)
    await deps.audit.commit(
      [acknowledge(id, { staff, at: deps.now() })],
      [
        {
          by: { id: staff, role: 'inspector', device: terminal },
          action: 'message-seen',
          subject: id,
          detail: { kind: row.kind, about: row.subject },
        },
      ],
    )
  const [after] = await deps.db.all(messageById(id))
  return { id, seen: after === undefined ? null : seenOf(after) }
}
