import type { Withdrawn } from '../../shared/codes/events.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import { addEventAbout } from './code-ledger.ts'
import { correctedRecord } from './correct-verdict-ledger.ts'

/**
 * An undo made within its two minutes, that comes in after the head has put the record right: the head wrote again what stood, at
 * a moment after the undo. That goes, too, and from now on, as it did stand until the undo was known.
 */
export function undoOfCorrected(deps: Deps, undo: { id: string; corrects: string; staff: string }): readonly Write[] {
  const { id, corrects, staff } = undo
  const withdrawn = (which: string, inspection: string): Withdrawn => ({
    kind: 'withdrawn',
    id: `withdrawn@${id}/${which}`,
    at: deps.now(),
    source: 'checkpoint',
    actor: { role: 'inspector', id: staff },
    inspection,
  })
  return [withdrawn('late', corrects), withdrawn('of-correction', correctedRecord(corrects))].flatMap((event) =>
    addEventAbout(corrects, event, deps.now()),
  )
}
