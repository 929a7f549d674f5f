import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { checkOverlayFile as checkContract } from '../../schema/api/editions.ts'
import { Fault } from '../../shared/fault.ts'
import type { Counterexample } from '../../shared/policy/overlay-proof.ts'
import { provedUnder } from '../../shared/policy/overlay-weighed.ts'
import { explanationOf } from '../../shared/wording/overlay.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import { addOverlay, endOverlayOnce, overlayById, type ListedOverlay, type OverlayRow } from '../store/overlays.ts'
import { byStaff } from './actor.ts'
import { permit } from './may.ts'
import { newId } from './new-id.ts'
import { readAndProve, type ProvedHere } from './overlay-prove.ts'
import { viewOfOverlay, type KeptProof, type OverlayView } from './overlay-view.ts'

type Given = BodyOf<typeof checkContract>
const shownAtMost = 10

const against = ({ proof }: ProvedHere): readonly Counterexample[] => (proof.ok ? [] : proof.counterexamples)

const shown = (found: Counterexample, checked: ProvedHere) => ({
  ...explanationOf(found, checked),
  above: found.above.row,
  below: found.below.row,
})

export async function checkOverlayFile(
  deps: Deps,
  asker: Asker,
  given: Given,
): Promise<AnswerOf<typeof checkContract>> {
  permit(asker, 'see editions')
  const checked = await readAndProve(deps, given)
  const { overlay, above, below, proof, milliseconds } = checked
  return {
    ok: proof.ok,
    name: { ...overlay.name },
    level: overlay.level,
    superior: above.id,
    edition: below.id,
    points: proof.points,
    standsFor: proof.standsFor.toExponential(1),
    milliseconds,
    counterexamples: against(checked)
      .slice(0, shownAtMost)
      .map((found) => shown(found, checked)),
  }
}

/** @throws Fault conflict OB-01 with the shortest truck that would be treated more strictly, in both languages */
function refuseStricter(checked: ProvedHere): void {
  const [first] = against(checked)
  if (first === undefined) return
  const { zh, en } = explanationOf(first, checked)
  throw new Fault('conflict', 'OB-01', `属于层层加码，不能生效：${zh} / Stricter than its superior, refused: ${en}`, {
    path: 'file.parameters',
  })
}

export function overlayRow(deps: Deps, checked: ProvedHere, place: string, by: string): OverlayRow {
  const { overlay, above, below, proof, from, milliseconds } = checked
  const kept: KeptProof = { points: proof.points, standsFor: proof.standsFor, milliseconds }
  return {
    id: newId(deps),
    level: overlay.level,
    place,
    file: JSON.stringify(overlay),
    proof: JSON.stringify(kept),
    superior: above.id,
    under: provedUnder(above),
    edition: below.id,
    state: 'in-force',
    accepted_by: by,
    accepted_at: deps.now(),
    from_at: from,
    ended_at: null,
    ended_by: null,
    end_reason: null,
  }
}

/** The server believes no proof but its own. */
export async function acceptOverlay(deps: Deps, asker: Asker, given: Given): Promise<OverlayView> {
  const permitted = permit(asker, 'accept an overlay')
  const checked = await readAndProve(deps, given)
  refuseStricter(checked)
  const row = overlayRow(deps, checked, given.place, permitted.staff)
  const detail = { level: row.level, place: row.place, superior: row.superior, points: checked.proof.points }
  const entry = { by: byStaff(permitted), action: 'overlay-accepted', subject: row.id, detail } as const
  try {
    await deps.audit.commit([addOverlay(row)], [entry])
  } catch (cause) {
    if (cause instanceof Taken) throw new Fault('conflict', 'OB-04', 'one is in force there', { path: 'place' })
    throw cause
  }
  await deps.law.refresh()
  return viewOfOverlay(await overlayNamed(deps, row.id))
}

async function overlayNamed(deps: Deps, id: string): Promise<ListedOverlay> {
  const [row] = await deps.db.all(overlayById(id))
  if (row === undefined) throw new Fault('not-found', 'OB-05', 'there is no such overlay', { path: 'path.id' })
  return row
}

const alreadyEnded = (cause?: unknown) => new Fault('conflict', 'OB-06', 'it has ended already', { cause })

export async function endOverlay(
  deps: Deps,
  asker: Asker,
  { id, reason }: { id: string; reason: string },
): Promise<OverlayView> {
  const permitted = permit(asker, 'accept an overlay')
  const row = await overlayNamed(deps, id)
  if (row.state === 'ended') throw alreadyEnded()
  const ending = { ended_at: deps.now(), ended_by: permitted.staff, end_reason: reason }
  const detail = { level: row.level, place: row.place }
  const entry = { by: byStaff(permitted), action: 'overlay-ended', subject: id, reason, detail } as const
  try {
    await deps.audit.commit(endOverlayOnce(id, ending), [entry])
  } catch (cause) {
    throw cause instanceof Taken ? alreadyEnded(cause) : cause
  }
  await deps.law.refresh()
  return viewOfOverlay(await overlayNamed(deps, id))
}
