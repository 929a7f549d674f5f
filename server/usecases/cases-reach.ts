import type { CaseRow } from '../store/cases.ts'
import type { CaseReach } from '../store/cases.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { liesIn, permit } from './may.ts'
import type { Deed, Permitted } from './may.ts'

export type CasePermit = Permitted & { readonly within: CaseReach }

/**
 * Which cases somebody of the staff sees: a county its own, a city and the province all below (R105), a head those of his checkpoint.
 * Whoever has no area of his own serves the whole. The one place where it is decided; `within` goes into the questions to the store.
 * @throws Fault not-allowed MA-01
 */
export function permitCases(
  asker: Asker,
  deed: Extract<Deed, 'see cases' | 'take down cases' | 'move cases' | 'export cases'>,
): CasePermit {
  const permitted = permit(asker, deed)
  const area = asker.kind === 'staff' ? asker.area : undefined
  return {
    ...permitted,
    within: { ...(area !== undefined && { area }), ...(permitted.only !== null && { checkpoint: permitted.only }) },
  }
}

export const reaches = (
  { within: { area, checkpoint } }: CasePermit,
  placed: Pick<CaseRow, 'area' | 'checkpoint_id'>,
): boolean => liesIn(placed.area, area) && (checkpoint === undefined || placed.checkpoint_id === checkpoint)
