/**
 * The law's data in Chinese, where `shared/policy` keeps it in English for those who maintain it: names and units of the
 * numbers, and why a number or a reading is proposed. A number without its words does not compile.
 */
import type { Bilingual } from '../policy/documents.ts'
import type { ParameterName } from '../policy/parameters.ts'
import { codeNumberWords } from './codes-numbers.ts'
import { congestionNumberWords, networkNumberWords } from './congestion-numbers.ts'

export type NumberWords = {
  readonly name: Bilingual
  /** What stands in `unit` of the parameter. */
  readonly unit: string
  /** What stands in `proposal` of the parameter. */
  readonly proposal?: string
}

export const numberWords: { readonly [P in ParameterName]: NumberWords } = {
  testValidity: {
    name: { zh: '核酸阴性有效期', en: 'Validity of a negative nucleic test' },
    unit: '小时，按整分钟计；正好满时仍有效',
  },
  testClockBasis: {
    name: { zh: '核酸有效期起算点', en: 'Where the validity of a test begins' },
    unit: '“报告时间”指从报告起算，没有报告时间才从采样起算；“采样时间”反之',
    proposal: '证明出具后才成为证明；条文从检测结果起算',
  },
  normalTemperatureMax: {
    name: { zh: '正常体温上限', en: 'Highest normal temperature' },
    unit: '℃',
    proposal: '条文只写体温正常；本市2022年3月30日的通告写明不超过37.2 ℃',
  },
  abnormalTemperatureMin: {
    name: { zh: '异常体温下限', en: 'Lowest abnormal temperature' },
    unit: '℃',
    proposal: '体温计显示一位小数，取正常上限的下一格',
  },
  temperatureRecheckAfter: {
    name: { zh: '体温复测间隔', en: 'Wait before the second reading' },
    unit: '分钟',
    proposal: '让司机在阴凉处缓一缓',
  },
  temperatureMin: {
    name: { zh: '体温读数下限', en: 'Lowest plausible reading' },
    unit: '℃，更低视为误读',
    proposal: '体温计的量程',
  },
  temperatureMax: {
    name: { zh: '体温读数上限', en: 'Highest plausible reading' },
    unit: '℃，更高视为误读',
    proposal: '体温计的量程',
  },
  priorReleaseWindow: {
    name: { zh: '已查验免重复检查的时限', en: 'How long an inspection counts in the whole city' },
    unit: '小时，按整分钟计',
    proposal: '条文要求不重复检查而没有写时限；24小时取自本市2022年3月30日的查验单',
  },
  pendingSampleWindow: {
    name: { zh: '在检样本视同已采样的时限', en: 'How long a sample on its way counts as taken' },
    unit: '小时，从采样起算',
    proposal: '样本在检即为核酸检测的一半，同一天不必采两次',
  },
  driverWhitelistMin: {
    name: { zh: '货车司机白名单最短期限', en: 'Shortest term of the driver white list' },
    unit: '小时',
  },
  transferPointTestValidity: {
    name: { zh: '中转站点核酸阴性有效期', en: 'Validity of a test at a transfer point' },
    unit: '小时，在封闭城市中转站点入口',
  },
  futureTolerance: {
    name: { zh: '时钟误差', en: 'Clocks may differ by' },
    unit: '分钟，所记时间可晚于现在的限度',
    proposal: '两个时钟不会走得一秒不差',
  },
  freightCodeLife: {
    name: { zh: '货畅码有效期', en: 'Life of a freight code' },
    unit: '小时',
    proposal: '按一次行程计；司机可随时刷新',
  },
  passLife: {
    name: { zh: '通行证有效期', en: 'Life of a pass' },
    unit: '天',
    proposal: '期限由省里规定；十天参照邻省做法',
  },
  registrationLead: {
    name: { zh: '建议提前报备', en: 'Advised lead of a registration' },
    unit: '小时，到达之前；只是建议，从来不是条件',
  },
  riskLookBack: {
    name: { zh: '风险地区行程询问范围', en: 'How far back stays are asked for' },
    unit: '天，查验之前',
    proposal: '2022年春季通信行程卡的查询范围',
  },
  riskStayMin: {
    name: { zh: '在风险地区停留的最短时间', en: 'Shortest stay in a listed area' },
    unit: '小时；更短的停车或驶过不算停留',
    proposal: '交通运输部2022年4月18日的口径',
  },
  amendmentNotice: {
    name: { zh: '常规修订的提前公布时间', en: 'Notice of a regular amendment' },
    unit: '小时，从公布到施行至少这样长',
    proposal: '一天，让每个检查点在施行之前看到；应急修订不受此限',
  },
  ...codeNumberWords,
  ...congestionNumberWords,
  ...networkNumberWords,
}

/** A value that is a word and no number. */
export const valueWords: Readonly<Record<string, Bilingual>> = {
  report: { zh: '报告时间', en: 'the report' },
  sample: { zh: '采样时间', en: 'the sample' },
  wait: { zh: '等候', en: 'the wait' },
  incident: { zh: '历时', en: 'how long it lasts' },
  either: { zh: '取长', en: 'the longer of both' },
}

/** Why a reading is proposed, by the rule's id; what stands in `proposal` of the rule. */
export const proposalWords: Readonly<Record<string, string>> = {
  'fever-observed': '条文要求体温正常；体温异常之后怎么办，是我们的建议',
  'head-decides-on-refusal': '由点长在现场处置',
  'inspected-once': '放行后多长时间内不再检查',
  'offline-check': '条文要求用专用终端快速查验，没有写断网怎么办',
  'positive-held-for-care': '抗原阳性之后的做法，依照国家抗原检测方案',
  'test-late-arrivals': '一天之内采的样本，算作核酸检测的一半',
}
