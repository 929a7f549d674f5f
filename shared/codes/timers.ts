/** The timers of decision table §3: what each is called, and the article it serves. */
import type { Bilingual, ClauseRef } from '../policy/documents.ts'
import type { Instant } from '../instant.ts'
import type { LedgerEvent } from './events.ts'

type Timer = { readonly name: Bilingual; readonly article: ClauseRef }
const timer = (zh: string, en: string, article: ClauseRef): Timer => ({ name: { zh, en }, article })

// prettier-ignore
export const timers = {
  T1:  timer('核酸有效', 'test validity', 'jiaozuo-20#3'),
  T2:  timer('停留', 'overstay', 'jiaozuo-20#7'),
  T3:  timer('三天两检', 'two tests in three days', 'jiaozuo-20#7'),
  T4:  timer('离焦解码', 'cleared on leaving', 'jiaozuo-20#7'),
  T5:  timer('动态追踪', 'tracking', 'jiaozuo-20#7'),
  T6:  timer('到企', 'arrival at the company', 'jiaozuo-20#9'),
  T8:  timer('货车司机白名单期限', 'term of the driver white list', 'henan-notice-13#6'),
  T10: timer('重复查验免检', 'no second inspection', 'jiaozuo-20#6'),
  T13: timer('中转站点核酸', 'test at a transfer point', 'jiaozuo-20#11'),
  T14: timer('申诉', 'appeal', 'jiaozuo-20#15'),
  T15: timer('12328', 'hotline 12328', 'jiaozuo-20#12'),
  T16: timer('报备提醒', 'reminder to register', 'jiaozuo-20#5'),
} as const satisfies Record<string, Timer>
export type TimerId = keyof typeof timers

/** What is to be done; whom it concerns is the subject's record. */
export type DueAction =
  | 'remind-test'
  | 'test-lapsed'
  | 'open-overstay'
  | 'tell-cleared'
  | 'close-tracking'
  | 'alert-ahead'
  | 'alert-test-point'
  | 'remind-company'
  | 'alert-command'
  | 'remind-whitelist'
  | 'end-whitelist'
  | 'end-prior-release'
  | 'test-before-entry'
  | 'remind-appeal'
  | 'alert-appeal'
  | 'escalate-dispatch'
  | 'escalate-reply'
  | 'remind-registration'

export type Due = {
  /** The same for the same thing whenever it is computed: done once means done. */
  readonly id: string
  readonly timer: TimerId
  readonly name: Bilingual
  readonly subject: string
  readonly dueAt: Instant
  readonly action: DueAction
  readonly article: ClauseRef
  /** Found later than the law's patience (timerDelayMax). */
  readonly late: boolean
  /** From here on telling it makes no sense any more; it is recorded and not sent. null = always. */
  readonly until: Instant | null
  /** What goes into the subject's ledger together with it. */
  readonly event: LedgerEvent | null
}

/** One thing that comes due, before anybody asks whether it has. `mark` sets it apart from others of the same subject. */
export type Coming = {
  readonly timer: TimerId
  readonly subject: string
  readonly mark: string
  readonly at: Instant
  readonly action: DueAction
  readonly until?: Instant
  readonly event?: LedgerEvent
}
