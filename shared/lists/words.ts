import type { Bilingual } from '../policy/documents.ts'
import type { Standing } from './stage.ts'

/** As an official screen says it (wording §6). */
export const standingWords = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已上报', en: 'Submitted' },
  approved: { zh: '省指挥部已核准', en: 'Approved, begins later' },
  'in-force': { zh: '已生效', en: 'In force' },
  'ending-soon': { zh: '即将到期', en: 'Ends soon' },
  ended: { zh: '已到期', en: 'Ended' },
  suspended: { zh: '暂停', en: 'Suspended' },
  removed: { zh: '移出', en: 'Removed' },
} as const satisfies Record<Standing, Bilingual>
