/** The words of a 12328 case 工单: what it is about, where it stands, on which level (R103–R107, jiaozuo-20#12). */

/** In the order of wording §4. The first is a complaint about a checkpoint, never a verdict. */
export const caseCategories = [
  'extra-demands',
  'repeat-test',
  'pass-refused',
  'code-wrong',
  'congestion',
  'service-area',
  'stranded',
  'fees',
  'test-fees',
  'other',
] as const
export type CaseCategory = (typeof caseCategories)[number]

/** 待受理 → 已受理 → 已派单 → 处置中 → 已反馈 → 待回访 → 已归档. Escalated, supervised and overdue are marks, not states. */
export const caseStates = ['new', 'accepted', 'dispatched', 'handling', 'replied', 'call-back', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/** 县 → 市 → 省; a case only rises. */
export const caseLevels = ['county', 'city', 'province'] as const
export type CaseLevel = (typeof caseLevels)[number]
export const levelAbove = {
  county: 'city',
  city: 'province',
  province: null,
} as const satisfies Record<CaseLevel, CaseLevel | null>

/** How it came in: a call taken down, the driver's own page, a booth. */
export const caseWays = ['phone', 'driver', 'terminal'] as const
export type CaseWay = (typeof caseWays)[number]

/** What the reporter says of the reply 满意度; `unreached` = nobody answered the call. */
export const opinions = ['satisfied', 'mostly', 'dissatisfied'] as const
export type Opinion = (typeof opinions)[number]
export const callResults = [...opinions, 'unreached'] as const
export type CallResult = (typeof callResults)[number]

/** Why a case rose. */
export const escalations = ['by-hand', 'unanswered', 'dissatisfied'] as const
export type Escalation = (typeof escalations)[number]

/** Whoever may do something to a case. */
export const caseRoles = ['dispatcher', 'command', 'supervisor', 'head', 'driver', 'terminal', 'system'] as const
export type CaseRole = (typeof caseRoles)[number]
