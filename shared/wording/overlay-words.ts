import type { Task } from '../policy/verdict.ts'
import type { Language } from './language.ts'

/** What a truck in words and a proof need beside the words of the verdict card. */
export type OverlayWords = {
  readonly comma: string
  /** Between the readings of one thing. */
  readonly and: string
  /** A word of the verdict card within a sentence. */
  readonly inline: (word: string) => string
  readonly stop: string
  readonly bracket: (parts: readonly string[]) => string
  readonly nothingAsked: string
  readonly registered: string
  readonly notRegistered: string
  readonly freightCode: string
  readonly validPass: string
  readonly noPass: string
  readonly span: (hours: number, minutes: number) => string
  readonly inspected: (ago: string) => string
  readonly sampled: (ago: string) => string
  readonly reported: (ago: string) => string
  readonly temperature: string
  readonly nucleicAcid: string
  readonly antigen: string
  readonly healthCode: string
  readonly travelCard: string
  readonly riskStay: string
  readonly noRiskStay: string
  readonly whitelist: (days: number, minutes: number) => string
  readonly refuses: string
  readonly verdicts: (above: string, below: string) => string
  /** The same truck, before another number made other facts of it. */
  readonly asAbove: (truck: string) => string
  readonly graver: string
  readonly asksMore: (facts: string) => string
  readonly doesMore: (tasks: string) => string
  readonly because: (settings: string) => string
  readonly setting: (caption: string, value: string, above: string) => string
  readonly task: { readonly [T in Task]: string }
}

const zh: OverlayWords = {
  comma: '，',
  and: '、',
  inline: (word) => word,
  stop: '。',
  bracket: (parts) => (parts.length === 0 ? '' : `（${parts.join('，')}）`),
  nothingAsked: '尚未询问任何情况',
  registered: '已报备',
  notRegistered: '未报备',
  freightCode: '货畅码',
  validPass: '通行证有效',
  noPass: '无有效通行证',
  span: (hours, minutes) => `${hours === 0 ? '' : `${hours}小时`}${minutes}分钟`,
  inspected: (ago) => `${ago}前同车同人在本市已查验放行`,
  sampled: (ago) => `采样于${ago}前`,
  reported: (ago) => `报告于${ago}前`,
  temperature: '体温 ',
  nucleicAcid: '核酸',
  antigen: '抗原',
  healthCode: '健康码',
  travelCard: '行程卡',
  riskStay: '到过中高风险区',
  noRiskStay: '未到过中高风险区',
  whitelist: (days, minutes) => `货车司机白名单（期限${days}天${minutes === 0 ? '' : `${minutes}分钟`}）`,
  refuses: '本人不配合',
  verdicts: (above, below) => `上级：${above}；本级：${below}`,
  asAbove: (truck) => `（按上级标准为：${truck}）`,
  graver: '结论更严',
  asksMore: (facts) => `多问：${facts}`,
  doesMore: (tasks) => `多做：${tasks}`,
  because: (settings) => `起因：${settings}`,
  setting: (caption, value, above) => `${caption} ${value}（上级 ${above}）`,
  task: {
    register: '登记',
    sample: '核酸采样',
    antigen: '抗原检测',
    tracking: '动态追踪',
    escort: '专人引导',
    contactless: '非接触装卸',
    medical: '交医务人员',
    'green-lane': '绿色通道',
    'suspected-fraud': '留存线索',
    head: '点长处置',
  },
}

const en: OverlayWords = {
  comma: ', ',
  and: ' and ',
  inline: (word) => word.toLowerCase(),
  stop: '. ',
  bracket: (parts) => (parts.length === 0 ? '' : ` (${parts.join(', ')})`),
  nothingAsked: 'nothing asked yet',
  registered: 'registered',
  notRegistered: 'not registered',
  freightCode: 'freight code ',
  validPass: 'pass valid',
  noPass: 'no valid pass',
  span: (hours, minutes) => `${hours === 0 ? '' : `${hours} h `}${minutes} min`,
  inspected: (ago) => `same truck and crew released in the city ${ago} ago`,
  sampled: (ago) => `sampled ${ago} ago`,
  reported: (ago) => `reported ${ago} ago`,
  temperature: 'temperature ',
  nucleicAcid: 'nucleic test ',
  antigen: 'antigen ',
  healthCode: 'health code ',
  travelCard: 'trip card ',
  riskStay: 'stayed in a medium or high risk area',
  noRiskStay: 'no stay in a medium or high risk area',
  whitelist: (days, minutes) => `on the driver white list (${days} days${minutes === 0 ? '' : ` ${minutes} min`})`,
  refuses: 'refuses',
  verdicts: (above, below) => `Superior: ${above}; here: ${below}`,
  asAbove: (truck) => ` (by the superior's number: ${truck})`,
  graver: 'A stricter row',
  asksMore: (facts) => `Asks for more: ${facts}`,
  doesMore: (tasks) => `Does more: ${tasks}`,
  because: (settings) => `Because of: ${settings}`,
  setting: (caption, value, above) => `${caption} ${value} (superior ${above})`,
  task: {
    register: 'registration',
    sample: 'nucleic sample',
    antigen: 'antigen test',
    tracking: 'tracking',
    escort: 'escort',
    contactless: 'contactless unloading',
    medical: 'medical staff',
    'green-lane': 'green lane',
    'suspected-fraud': 'a lead is kept',
    head: 'head of the checkpoint',
  },
}

export const overlayWords: { readonly [L in Language]: OverlayWords } = { zh, en }
