import type { Bilingual } from '../policy/documents.ts'

/** What may be done to a pass that was issued. `revoke` is for good; whoever needs one again applies again. */
export const standingDeeds = ['revoke', 'suspend', 'restore'] as const
export type StandingDeed = (typeof standingDeeds)[number]

type Reason = Bilingual & { readonly for: readonly StandingDeed[] }
const reason = (zh: string, en: string, ...deeds: readonly StandingDeed[]): Reason => ({ zh, en, for: deeds })

/** Why a pass is revoked, suspended or restored: a closed list (R59, R63). The last three are given by the system itself. */
export const standingReasons = {
  'false-commitment': reason('承诺不实', 'The commitment was false', 'revoke', 'suspend'),
  'false-data': reason('申请信息与实际不符', 'What was applied for is not so', 'revoke', 'suspend'),
  'being-checked': reason('正在核查', 'Being looked into', 'suspend'),
  'vehicle-changed': reason('车辆或司乘人员变更', 'Another vehicle or crew', 'revoke'),
  lost: reason('证件遗失', 'The paper was lost', 'revoke', 'suspend'),
  'applicant-asked': reason('申请人提出', 'Asked for by the applicant', 'revoke', 'suspend', 'restore'),
  'court-or-police': reason('司法或公安机关要求', 'Asked for by a court or the police', 'revoke', 'suspend'),
  checked: reason('核查无误', 'Looked into, all in order', 'restore'),
  'entered-in-error': reason('操作有误', 'Done by mistake', 'revoke', 'restore'),
  'trip-changed': reason('行程已变更，可重新申办', 'The trip was changed; apply again'),
  replaced: reason('已换发新证', 'A new pass took its place'),
  other: reason('其他原因', 'Another reason'),
} as const satisfies Record<string, Reason>
export type StandingReason = keyof typeof standingReasons

export const standingReasonIds = [
  'false-commitment',
  'false-data',
  'being-checked',
  'vehicle-changed',
  'lost',
  'applicant-asked',
  'court-or-police',
  'checked',
  'entered-in-error',
] as const satisfies readonly StandingReason[]

/** What a person may give as the reason. */
export const reasonsFor = (deed: StandingDeed): readonly (typeof standingReasonIds)[number][] =>
  standingReasonIds.filter((id) => standingReasons[id].for.some((one) => one === deed))

/** What is kept of earlier issues, or by hand, in words; a code that is not known any more is an other reason. */
export const standingReasonWords = (code: string): Bilingual =>
  isStandingReason(code) ? standingReasons[code] : standingReasons.other

const isStandingReason = (code: string): code is StandingReason => Object.hasOwn(standingReasons, code)

type Decline = Bilingual & { readonly next: Bilingual }

/** Why an application is declined, and what its applicant can do now. Without a pass nobody is held (R5). The last is the system's own. */
export const declineReasons = {
  'company-unknown': {
    zh: '单位信息未能核实',
    en: 'The company could not be verified',
    next: {
      zh: '请核对单位名称、统一社会信用代码和联系电话后重新申请',
      en: 'Check the company, its code and telephone number, then apply again',
    },
  },
  'route-wrong': {
    zh: '起讫地与运输任务不符',
    en: 'Origin or destination does not fit the transport',
    next: {
      zh: '请按实际装货地、卸货地（县区）重新申请',
      en: 'Apply again with the counties of loading and unloading',
    },
  },
  'vehicle-wrong': {
    zh: '车辆信息有误',
    en: 'The vehicle is not right',
    next: { zh: '请填写牵引车车牌号后重新申请', en: 'Apply again with the plate of the tractor' },
  },
  'another-pass': {
    zh: '该车已有另一线路的有效通行证（一车一证一线路）',
    en: 'This truck holds a pass for another route (one truck, one pass, one route)',
    next: {
      zh: '请由原申请单位变更线路，或待原证到期',
      en: 'Ask its applicant to change the route, or wait until it ends',
    },
  },
  'commitment-broken': {
    zh: '180 天内曾因承诺不实被撤销',
    en: 'A pass was revoked for a false commitment within 180 days',
    next: { zh: '请携单位说明到核发部门当面办理', en: 'See the department in person with a statement of the company' },
  },
  'not-key-goods': {
    zh: '不属于重点物资',
    en: 'These are not key goods',
    next: { zh: '无需通行证，按货畅码正常通行', en: 'No pass is needed; travel on the freight code' },
  },
  'trip-changed': {
    zh: '行程已变更',
    en: 'The trip was changed',
    next: { zh: '请按变更后的行程重新申办', en: 'Apply again for the trip as it is now' },
  },
} as const satisfies Record<string, Decline>
export type DeclineReason = keyof typeof declineReasons
export const declineReasonIds = [
  'company-unknown',
  'route-wrong',
  'vehicle-wrong',
  'another-pass',
  'commitment-broken',
  'not-key-goods',
] as const satisfies readonly DeclineReason[]

/** Why the freight codes of a trip so far are void 作废; the driver's phone fetches a new one by itself. */
export const voidReasons = {
  'phone-lost': { zh: '手机遗失', en: 'Phone lost' },
  'shown-by-others': { zh: '被他人冒用', en: 'Shown by somebody else' },
  'false-data': { zh: '报备信息与实际不符', en: 'What was registered is not so' },
  'driver-asked': { zh: '司机提出', en: 'Asked for by the driver' },
} as const satisfies Record<string, Bilingual>
export type VoidReason = keyof typeof voidReasons
export const voidReasonIds = [
  'phone-lost',
  'shown-by-others',
  'false-data',
  'driver-asked',
] as const satisfies readonly VoidReason[]

/** For what an officer reads who applied; it stands in the log. */
export const readPurposes = {
  review: { zh: '审核申请', en: 'Reviewing the application' },
  'after-check': { zh: '事后抽查', en: 'Check after issue' },
  contact: { zh: '联系申请人', en: 'Contacting the applicant' },
} as const satisfies Record<string, Bilingual>
export type ReadPurpose = keyof typeof readPurposes
export const readPurposeIds = ['review', 'after-check', 'contact'] as const satisfies readonly ReadPurpose[]
