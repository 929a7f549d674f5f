/** What is told of a 12328 case. A plate is as far as it goes; an SMS has 70 characters at most (wording §3, §4). */
import type { CaseCategory, CaseLevel, CaseState } from '../cases/kinds.ts'
import { showPlate } from '../identity/plate.ts'
import type { Bilingual } from '../policy/documents.ts'

export const categoryWords = {
  'extra-demands': { zh: '层层加码·劝返', en: 'Demands beyond the rules, turned back' },
  'repeat-test': { zh: '要求重复检测', en: 'Tested twice' },
  'pass-refused': { zh: '不认通行证', en: 'Pass not recognised' },
  'code-wrong': { zh: '码色异常', en: 'Code shows a wrong colour' },
  congestion: { zh: '卡口拥堵', en: 'Queue at a checkpoint' },
  'service-area': { zh: '服务区关停', en: 'Service area closed' },
  stranded: { zh: '滞留求助', en: 'Stranded, needs help' },
  fees: { zh: '乱收费·乱罚款·不合理限高', en: 'Unlawful fees, fines or height limits' },
  'test-fees': { zh: '检测点收费', en: 'Test point charges money' },
  other: { zh: '其他', en: 'Something else' },
} as const satisfies Record<CaseCategory, Bilingual>

export const caseStateWords = {
  new: { zh: '待受理', en: 'New' },
  accepted: { zh: '已受理', en: 'Accepted' },
  dispatched: { zh: '已派单', en: 'Dispatched' },
  handling: { zh: '处置中', en: 'In progress' },
  replied: { zh: '已反馈', en: 'Replied' },
  'call-back': { zh: '待回访', en: 'Call-back' },
  closed: { zh: '已归档', en: 'Closed' },
} as const satisfies Record<CaseState, Bilingual>

export const caseLevelWords = {
  county: { zh: '县级', en: 'County' },
  city: { zh: '市级', en: 'City' },
  province: { zh: '省级', en: 'Province' },
} as const satisfies Record<CaseLevel, Bilingual>

const sign = '【焦作12328】'
const smsLength = 70

export type AboutCase = {
  readonly number: string
  readonly category: CaseCategory
  readonly plate: string | null
  /** Name of the checkpoint. */
  readonly place: string | null
  /** Outside the pages: nothing that leads to a person, not even a plate. */
  readonly plain?: boolean
}

/** What is too long for one SMS ends in …; the whole stands on the reporter's page. */
function fitted(before: string, text: string, after: string): string {
  const room = smsLength - before.length - after.length
  return `${before}${text.length > room ? `${text.slice(0, Math.max(0, room - 1))}…` : text}${after}`
}

export const toldReceived = ({ number, category }: AboutCase, minutes: number): Bilingual => ({
  zh: `${sign}已收到您反映的${categoryWords[category].zh}，编号${number}，受理后${minutes}分钟内答复。`,
  en: `12328 has your report, case ${number}. You get an answer within ${minutes} min of its acceptance.`,
})
export const toldAccepted = ({ number }: AboutCase, minutes: number): Bilingual => ({
  zh: `${sign}${number}已受理，${minutes}分钟内答复。`,
  en: `Case ${number} is accepted. You get an answer within ${minutes} min.`,
})
export const toldDispatched = ({ number }: AboutCase, unit: string): Bilingual => ({
  zh: fitted(`${sign}${number}已派`, unit, '处置。'),
  en: `Case ${number} has gone to ${unit}.`,
})
export const toldHandled = ({ number }: AboutCase): Bilingual => ({
  zh: `${sign}${number}正在处置。`,
  en: `Case ${number} is being dealt with.`,
})
/** wording §3 工单反馈. */
export const toldReply = ({ number, category }: AboutCase, reply: string): Bilingual => ({
  zh: fitted(`${sign}您反映的${categoryWords[category].zh}已处理：`, reply, '。满意请回1，不满意请回2。'),
  en: `Case ${number} has an answer: ${reply}. Tell us on your page whether you are satisfied.`,
})
export const toldRisen = ({ number }: AboutCase, level: CaseLevel): Bilingual => ({
  zh: `${sign}${number}已升级至${caseLevelWords[level].zh}处置。`,
  en: `Case ${number} has gone up to the ${caseLevelWords[level].en.toLowerCase()}.`,
})
export const toldReopened = ({ number }: AboutCase, minutes: number): Bilingual => ({
  zh: `${sign}${number}已重新处置，${minutes}分钟内再次答复。`,
  en: `Case ${number} is open again. You get another answer within ${minutes} min.`,
})
export const toldClosed = ({ number }: AboutCase): Bilingual => ({
  zh: `${sign}${number}已办结归档。如仍有问题，请再拨12328。`,
  en: `Case ${number} is closed. Call 12328 again if something is left.`,
})

const what = ({ plate, place, category, plain = false }: AboutCase): Bilingual => {
  const who = plain
    ? { zh: '', en: '' }
    : plate === null
      ? { zh: '来电人反映', en: 'A caller: ' }
      : { zh: `${showPlate(plate)}反映`, en: `${showPlate(plate)}: ` }
  return {
    zh: `${who.zh}${categoryWords[category].zh}${place === null ? '' : `（${place}）`}`,
    en: `${who.en}${categoryWords[category].en}${place === null ? '' : ` (${place})`}`,
  }
}

export const newCase = (about: AboutCase, minutes: number): Bilingual => ({
  zh: `【工单 ${about.number}】${what(about).zh}，请在${minutes}分钟内受理`,
  en: `[Case ${about.number}] ${what(about).en}. Accept it within ${minutes} min`,
})
/** To the county, of a call that 12328 has answered. */
export const caseTaken = (about: AboutCase): Bilingual => ({
  zh: `【工单 ${about.number}】${what(about).zh}，12328已受理，请派员处置`,
  en: `[Case ${about.number}] ${what(about).en}. 12328 has accepted it. Send somebody`,
})
/** To the head of the checkpoint that it is about. */
export const caseAtCheckpoint = (about: AboutCase): Bilingual => ({
  zh: `【工单 ${about.number}】${what(about).zh}，请核实并说明现场情况`,
  en: `[Case ${about.number}] ${what(about).en}. Look into it and say how it is on the spot`,
})
/** To the desk, from that head. */
export const caseFacts = (about: AboutCase): Bilingual => ({
  zh: `【工单 ${about.number}】${what(about).zh}，检查点已说明现场情况`,
  en: `[Case ${about.number}] ${what(about).en}: the checkpoint has said how it is on the spot`,
})
export const caseCopied = (about: AboutCase): Bilingual => ({
  zh: `【工单抄送 ${about.number}】${what(about).zh}，请督查关注办理`,
  en: `[Case ${about.number}, copy] ${what(about).en}. Watch how it is dealt with`,
})
export const caseNotDispatched = (about: AboutCase, minutes: number): Bilingual => ({
  zh: `【工单超时 ${about.number}】${what(about).zh}，已满${minutes}分钟未派单，请立即派单`,
  en: `[Case ${about.number} overdue] ${what(about).en}: not dispatched after ${minutes} min. Dispatch it now`,
})
export const caseRisen = (
  about: AboutCase,
  level: CaseLevel,
  why: 'unanswered' | 'by-hand' | 'dissatisfied',
): Bilingual => {
  const to = caseLevelWords[level]
  const reasons = {
    unanswered: { zh: '超时未答复', en: 'not answered in time' },
    'by-hand': { zh: '人工升级', en: 'by hand' },
    dissatisfied: { zh: '反映人不满意', en: 'the reporter is not satisfied' },
  } as const
  return {
    zh: `【工单升级 ${about.number}】${what(about).zh}，${reasons[why].zh}，已升级至${to.zh}，请调度处置`,
    en: `[Case ${about.number} up] ${what(about).en}: ${reasons[why].en}, now with the ${to.en.toLowerCase()}`,
  }
}
export const caseUnanswered = (about: AboutCase, minutes: number): Bilingual => ({
  zh: `【工单超时 ${about.number}】${what(about).zh}，省级满${minutes}分钟仍未答复，请督办`,
  en: `[Case ${about.number} overdue] ${what(about).en}: no answer from the province after ${minutes} min. Follow it up`,
})
export const caseSupervised = (about: AboutCase): Bilingual => ({
  zh: `【工单督办 ${about.number}】${what(about).zh}，已列入督办，请优先处置`,
  en: `[Case ${about.number}, supervised] ${what(about).en}. Deal with it first`,
})
export const caseAgain = (about: AboutCase): Bilingual => ({
  zh: `【工单重办 ${about.number}】${what(about).zh}，反映人不满意或要求重办，请再次处置并答复`,
  en: `[Case ${about.number}, again] ${what(about).en}: open again. Deal with it and reply`,
})
export const caseMore = (about: AboutCase): Bilingual => ({
  zh: `【工单补充 ${about.number}】${what(about).zh}，反映人补充了情况`,
  en: `[Case ${about.number}] ${what(about).en}: the reporter added something`,
})
