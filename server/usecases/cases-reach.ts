import type { CaseRow } from '../store/cases.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { permit } from './may.ts'
import type { Deed, Permitted } from './may.ts'

type Placed = Pick<CaseRow, 'level' | 'area' | 'checkpoint_id'>

/**
 * Whether somebody of the staff sees this case. The one place where it is decided: each level is to see its own and those below
 * (R105), by an area of its staff that does not exist yet; until then whoever may see cases sees all of them.
 */
export const reaches = (_permitted: Permitted, _placed: Placed): boolean => true

/** @throws Fault not-allowed MA-01 */
export const permitCases = (
  asker: Asker,
  deed: Extract<Deed, 'see cases' | 'take down cases' | 'move cases'>,
): Permitted => permit(asker, deed)
