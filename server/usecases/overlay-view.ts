import type * as z from 'zod/mini'
import type { overlayView } from '../../schema/api/editions.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { parseOverlay } from '../../shared/policy/overlay.ts'
import type { ListedOverlay } from '../store/overlays.ts'

export type OverlayView = z.infer<typeof overlayView>
/** What was found, as it is kept beside the file. */
export type KeptProof = { points: number; standsFor: number; milliseconds: number }

const iso = (at: number) => beijingIso(instant(at))

export function viewOfOverlay(row: ListedOverlay): OverlayView {
  const { name, parameters } = parseOverlay(JSON.parse(row.file))
  const proof: KeptProof = JSON.parse(row.proof)
  const { id, level, place, superior, edition, state } = row
  return {
    id,
    level,
    place,
    superior,
    edition,
    state,
    name: { ...name },
    settings: Object.fromEntries(Object.entries(parameters)),
    points: proof.points,
    acceptedBy: { id: row.accepted_by, name: row.accepter },
    acceptedAt: iso(row.accepted_at),
    from: iso(row.from_at),
    endedAt: row.ended_at === null ? null : iso(row.ended_at),
    endedBy: row.ended_by === null || row.ender === null ? null : { id: row.ended_by, name: row.ender },
    endReason: row.end_reason,
  }
}
