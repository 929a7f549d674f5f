import { day, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { forgetChanges } from '../store/status-lists.ts'
import { forgetWithdrawals } from '../store/withdrawn-codes.ts'
import type { Timer } from './index.ts'

/** A phone that was away longer than this fetches the whole. */
const kept = 10 * day

/** Drops what nobody asks for any more: old steps between versions, and voided codes that have run out by themselves. */
export const statusChanges: Timer = {
  name: 'status-changes',
  everySeconds: 3600,
  run: ({ db, now }: Deps) => db.commit([forgetChanges(plus(now(), -kept)), forgetWithdrawals(now())]),
}
