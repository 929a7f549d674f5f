import { plus } from '../../shared/instant.ts'
import { phoneKept } from '../../shared/notices/numbers.ts'
import { forgetPhones } from '../store/notices.ts'
import { deliverNotices } from '../usecases/notices-deliver.ts'
import { queueSmsMessages } from '../usecases/notices-messages.ts'
import { askReceipts } from '../usecases/notices-receipts.ts'
import type { Timer } from './index.ts'

/** What people are told over channels leaves here; written down it was with the deed. */
export const notices: Timer = {
  name: 'notices',
  everySeconds: 3,
  run: async (deps) => {
    await queueSmsMessages(deps)
    await deliverNotices(deps)
    await askReceipts(deps)
  },
}

/** A number that was called is not kept longer than it is needed. */
export const noticePhones: Timer = {
  name: 'notice-phones',
  everySeconds: 600,
  run: (deps) => deps.db.commit([forgetPhones(plus(deps.now(), -phoneKept))]),
}
