import type { CaseFile } from '../../shared/cases/case-file.ts'
import { showCaseNumber } from '../../shared/cases/number.ts'
import type { CaseAndPlace } from '../store/cases.ts'

/** A case, how it stands after the event that is told of, and the number of that event. */
export type Told = { readonly row: CaseAndPlace; readonly file: CaseFile; readonly event: number }

export const numberOf = ({ day, day_no: no }: Pick<CaseAndPlace, 'day' | 'day_no'>): string =>
  showCaseNumber({ day, no })
