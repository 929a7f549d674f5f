import type { Row } from '../../shared/policy/verdict.ts'
import { headlines } from '../../shared/wording/headlines.ts'

/** Whether a row kept on the disk, maybe by another edition of this app, is one that has words here. */
export const isRow = (row: string): row is Row => Object.hasOwn(headlines, row)
