import * as z from 'zod/mini'
import { lineKinds, sentStates } from '../../shared/notices/kinds.ts'
import { moment } from './common.ts'

/** What became of something that left over a channel. `code`: short, of why it failed. */
export const sentNotice = z.strictObject({
  line: z.enum(lineKinds),
  state: z.enum(sentStates),
  /** When it left; of what has not left, when it was written. */
  at: moment,
  code: z.nullable(z.string()),
})
