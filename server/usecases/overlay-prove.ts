import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant, type Instant } from '../../shared/instant.ts'
import type { Edition } from '../../shared/policy/edition.ts'
import type { Checked } from '../../shared/policy/overlay-check.ts'
import { overlayEdition } from '../../shared/policy/overlay-edition.ts'
import { provingNoStricter } from '../../shared/policy/overlay-proof.ts'
import { parseOverlay, type Overlay } from '../../shared/policy/overlay.ts'
import { begins } from '../../shared/policy/spans.ts'
import type { Deps } from '../deps.ts'
import { checkpointById, everyCheckpoint } from '../store/checkpoints.ts'
import { inSlices } from './in-slices.ts'

export type Placed = { readonly overlay: Overlay; readonly place: string }
export type ProvedHere = Checked & { readonly from: Instant; readonly milliseconds: number }

const noPlace = () => new Fault('bad-input', 'OB-02', 'no such county or checkpoint for this level', { path: 'place' })

/** What stands above it at that place: the city's law; for a checkpoint, with the settings of its county. @throws Fault OB-02 */
export async function superiorHere(deps: Deps, { overlay, place }: Placed, now: Instant): Promise<Edition> {
  if (overlay.level === 'checkpoint') {
    const [checkpoint] = await deps.db.all(checkpointById(place))
    if (checkpoint === undefined) throw noPlace()
    // No checkpoint has this name: the county's own law.
    return deps.law.overTime().editionAt(now, { checkpoint: '', county: checkpoint.county })
  }
  const all = await deps.db.all(everyCheckpoint())
  if (!all.some(({ county }) => county === place)) throw noPlace()
  return deps.law.editionAt(now)
}

/** From its own day on, if that is still to come. */
export const bindsFrom = ({ from }: Overlay, now: Instant): Instant =>
  instant(Math.ceil(Math.max(now, from === undefined ? now : begins(from)) / 1000) * 1000)

/** Proved by this server, against what is in force here; others are answered meanwhile. */
export async function proveHere(deps: Deps, placed: Placed, from: Instant): Promise<ProvedHere> {
  const started = deps.now()
  const above = await superiorHere(deps, placed, from)
  const overlay = { ...placed.overlay, from: beijingIso(from) }
  const below = overlayEdition(overlay, above)
  const proof = await inSlices(provingNoStricter(above, below))
  return { overlay, above, below, proof, from, milliseconds: deps.now() - started }
}

/** @throws Fault bad-input OV-01 … OV-06; OB-03 when it was written for another law than the one it would lie under */
export async function readAndProve(deps: Deps, given: { file: unknown; place: string }): Promise<ProvedHere> {
  const overlay = parseOverlay(given.file)
  const from = bindsFrom(overlay, deps.now())
  const placed = { overlay, place: given.place }
  const above = await superiorHere(deps, placed, from)
  const city = deps.law.editionAt(from)
  if (![above, city].some(({ id, name }) => overlay.superior === id || overlay.superior === name))
    throw new Fault('conflict', 'OB-03', `written for ${overlay.superior}, in force is ${above.id}`, {
      path: 'file.superior',
    })
  return proveHere(deps, placed, from)
}
