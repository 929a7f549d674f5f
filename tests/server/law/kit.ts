import { addAmendment } from '../../../server/store/amendments.ts'
import type { Db } from '../../../server/store/db.ts'
import { addOverlay } from '../../../server/store/overlays.ts'
import { addStaffRow } from '../../../server/store/staff.ts'
import type { Instant } from '../../../shared/instant.ts'
import { effectiveFrom } from '../../../shared/policy/amendment-edition.ts'
import type { Amendment } from '../../../shared/policy/amendment.ts'
import type { Edition } from '../../../shared/policy/edition.ts'
import { overlayEdition } from '../../../shared/policy/overlay-edition.ts'
import { provedUnder } from '../../../shared/policy/overlay-weighed.ts'
import type { Overlay } from '../../../shared/policy/overlay.ts'

async function somebody(db: Db): Promise<string> {
  const id = crypto.randomUUID()
  const row = { id, login: id, name: '指挥示例', role: 'command', checkpoint_id: null, password_hash: 'none' } as const
  await db.commit([addStaffRow({ ...row, created_at: 1, disabled_at: null })])
  return id
}

/** As it stands in the database after two have signed; `ended` = and it was taken back. */
export async function publish(db: Db, amendment: Amendment, { at, ended }: { at: Instant; ended?: Instant }) {
  const [id, by] = [crypto.randomUUID(), await somebody(db)]
  const drafted = { id, version: 1, draft: JSON.stringify(amendment), class: amendment.class }
  const signed = { drafted_by: by, drafted_at: at, dry_run: null, first_by: by, first_at: at, second_by: by }
  const state = ended === undefined ? ('published' as const) : ('rolled-back' as const)
  const published = { state, published_at: at, from_at: effectiveFrom(amendment, at), edition: null }
  const end = { ended_at: ended ?? null, ended_by: ended === undefined ? null : by, end_reason: null }
  await db.commit([addAmendment({ ...drafted, ...signed, ...published, ...end })])
  return id
}

export async function bind(
  db: Db,
  overlay: Overlay,
  { at, place, above }: { at: Instant; place: string; above: Edition },
) {
  const [id, by] = [crypto.randomUUID(), await somebody(db)]
  const file = { id, level: overlay.level, place, file: JSON.stringify(overlay), proof: '{}' }
  const law = { superior: above.id, under: provedUnder(above), edition: overlayEdition(overlay, above).id }
  const accepted = { state: 'in-force' as const, accepted_by: by, accepted_at: at, from_at: at }
  await db.commit([addOverlay({ ...file, ...law, ...accepted, ended_at: null, ended_by: null, end_reason: null })])
}
