import type { Bilingual } from '../policy/documents.ts'
import type { EntryDeed } from './stage.ts'

type Reason = Bilingual & { readonly for: readonly EntryDeed[] }
const reason = (zh: string, en: string, ...deeds: readonly EntryDeed[]): Reason => ({ zh, en, for: deeds })

/** Why an entry is suspended, resumed or removed: a closed list. The first is given by the system itself (a red seen at a checkpoint). */
export const listReasons = {
  'red-seen': reason('卡口见红码，待复核', 'Red seen at a checkpoint, to be reviewed', 'suspend'),
  'false-data': reason('名单信息不实', 'False data', 'suspend', 'remove'),
  borrowed: reason('借用他人手机或健康码', 'Phone or code of another person', 'suspend', 'remove'),
  'closed-loop-broken': reason('未落实闭环管理', 'Closed loop not kept', 'suspend', 'remove'),
  'at-request': reason('本人或企业申请', 'At the request of the person or company', 'suspend', 'remove', 'resume'),
  'left-company': reason('不再从事此项运输', 'No longer does this transport', 'remove'),
  withdrawn: reason('上级撤回核准', 'Approval withdrawn above', 'suspend', 'remove'),
  'entered-wrongly': reason('录入有误', 'Entered wrongly', 'remove', 'resume'),
  reviewed: reason('复核无误', 'Reviewed, all in order', 'resume'),
} as const satisfies Record<string, Reason>
export type ListReason = keyof typeof listReasons

export const reasonIds = [
  'red-seen',
  'false-data',
  'borrowed',
  'closed-loop-broken',
  'at-request',
  'left-company',
  'withdrawn',
  'entered-wrongly',
  'reviewed',
] as const satisfies readonly ListReason[]

/** What a person may give as the reason; `red-seen` is nobody's to choose. */
export const reasonsFor = (deed: EntryDeed): readonly ListReason[] =>
  reasonIds.filter((id) => id !== 'red-seen' && listReasons[id].for.includes(deed))
