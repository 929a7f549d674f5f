import type { Instant } from '../../shared/instant.ts'
import type { NoticeChannel, NoticeStep } from '../../shared/notices/kinds.ts'

/** Whom a notice is for. */
export type NoticeTo =
  /** `duty`: id of the person in the roster. The name is kept with the roster, not here. */
  | { kind: 'person'; duty: string; name: string; phone: string }
  /** `staff`: staff.id, for app push. */
  | { kind: 'staff'; staff: string }
  /** `county`: GB/T 2260, or the city's code 410800, or 410000 for the province. */
  | { kind: 'group'; county: string }

/** One thing to be said to one ear over one channel. */
export type NewNotice = {
  /** The same news to the same ear over the same channel is one row, whoever queues it and how often. */
  dedupe: string
  /** The incident of congestion, or the 12328 case, whose page shows it. */
  incident: string | null
  checkpoint: string | null
  county: string
  to: NoticeTo
  /** `robot`: the county's DingTalk and WeCom robots, as many as are configured. */
  channel: NoticeChannel
  step: NoticeStep
  /** Never held back by a limit of our own: L3, LM, green. */
  urgent: boolean
  /** Chinese, from shared/wording. */
  title: string
  text: string
  article: string | null
  /** With it goes a link at which the receiver answers 收到 or 已到场 without an account. */
  ackKey: string | null
  /** After this it is moot, and dropped with a note. */
  notAfter: Instant | null
}
