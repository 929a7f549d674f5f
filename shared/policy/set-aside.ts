/**
 * Articles that no rule and no parameter of the checkpoint's law executes, each with the reason. An article is cited or set
 * aside, never both, and never forgotten; where a timer (shared/codes/timers.ts) keeps it, the reason names the timer (a test
 * holds both).
 */
import type { Bilingual, ClauseRef } from './documents.ts'

const service: Bilingual = { zh: '服务事项，不改变查验结论', en: 'A service; it changes no verdict' }
const company: Bilingual = { zh: '放行之后由收发货企业落实', en: 'Done by the consignee after release' }
const hotline: Bilingual = {
  zh: '热线和调度，不是查验条件；派单和首次答复的时限由计时器 T15 执行',
  en: 'Hotline and dispatch, no condition of inspection; timer T15 keeps the time for dispatch and first reply',
}
const appeal: Bilingual = {
  zh: '申诉在查验之后解除赋码或更正结论，时限由计时器 T14 执行；外部健康码只能转办',
  en: 'An appeal comes after the inspection: it clears a code or corrects a verdict, timer T14 keeps the time; outside codes are referred',
}
const relief: Bilingual = { zh: '纾困政策，与查验无关', en: 'Relief for companies; nothing to inspect' }
const stations: Bilingual = { zh: '场所规划，与查验结论无关', en: 'Planning of sites; changes no verdict' }
const road: Bilingual = {
  zh: '道路和服务区管理，不针对某一辆车',
  en: 'Management of roads and service areas, not of one truck',
}
const supervision: Bilingual = {
  zh: '对机关的督查，不是对车辆的查验',
  en: 'Supervision of offices, not inspection of trucks',
}

export const setAside: { readonly [Ref in ClauseRef]?: Bilingual } = {
  'henan-16#1': road,
  'henan-16#4': service,
  'henan-16#9': company,
  'henan-16#10': service,
  'henan-16#12': hotline,
  'henan-16#13': relief,
  'henan-16#14': stations,
  'henan-16#15': appeal,
  'henan-16#16': supervision,
  'jiaozuo-20#4': service,
  'jiaozuo-20#10': service,
  'jiaozuo-20#12': hotline,
  'jiaozuo-20#13': relief,
  'jiaozuo-20#14': stations,
  'jiaozuo-20#15': appeal,
  'jiaozuo-20#18': {
    zh: '检查点内部组织，不影响查验结论',
    en: 'How a checkpoint organises itself; changes no verdict',
  },
  'jiaozuo-20#20': supervision,
  'jiaozuo-25#6': {
    zh: '总的要求，具体由二十条第二条、第六条落实',
    en: 'A general demand, carried out by articles 2 and 6 of the Twenty Measures',
  },
  'national-services-43#43': {
    zh: '由整套规则的样子保证：没有一条规则读取来源地，没有一种结论让人折返',
    en: 'Kept by the shape of the whole: no rule reads where somebody comes from, no outcome sends anybody back',
  },
}
