import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Outcome, Webhook } from '../ports/channels/channel.ts'
import type { NoticeRow } from '../store/notices.ts'
import { forGroup } from './notices-send-group.ts'

/** Whom it is for goes by id: no number and no name of a person leaves here. */
export async function sendWebhook(deps: Deps, webhook: Webhook, row: NoticeRow): Promise<Outcome> {
  return webhook.send({
    id: row.id,
    at: beijingIso(instant(row.at)),
    incident: row.incident,
    checkpoint: row.checkpoint_id,
    county: row.county,
    step: row.step,
    urgent: row.urgent === 1,
    to: { kind: row.to_kind, id: row.to_ref },
    ...(await forGroup(deps, row)),
  })
}
