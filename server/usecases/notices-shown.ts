import type * as z from 'zod/mini'
import type { sentNotice } from '../../schema/api/notices.ts'
import { readLane } from '../../shared/notices/kinds.ts'
import type { SentState } from '../../shared/notices/kinds.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { NoticeState } from './notices-states.ts'

export type SentNotice = z.infer<typeof sentNotice>

/** What a page says of a notice: what became of it, and since when. */
export const shownOf = (notice: NoticeState): SentNotice => ({
  line: readLane(notice.lane).kind,
  state: stateOf(notice),
  at: beijingIso(instant(notice.sentAt ?? notice.at)),
  code: notice.code,
})

function stateOf({ state, reached }: NoticeState): SentState {
  if (state === 'delivered' || state === 'dropped') return state
  if (reached === 'reached') return 'sent'
  return reached === 'waiting' ? 'waiting' : 'failed'
}
