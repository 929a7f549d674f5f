import { useWords } from '../../ui/language.tsx'
import type { Wording } from '../../ui/wording.ts'

const zh = {
  one: '单条录入',
  oneLead: '电话或纸质报来的一条结果。阳性保存后立即通知指挥部、收货企业和前方检查点，请核对无误再保存。',
  document: '证件类型',
  number: '证件号',
  result: '结果',
  resultNeeded: '请选择结果',
  sampledAt: '采样时间',
  reportedAt: '报告时间',
  timeHint: '如 2022-05-16 06:00；两个时间至少填一个',
  source: '结果来源',
  sourceHint: '检测机构，记入台账',
  sourceNeeded: '请填写结果来源',
  save: '保存结果',
  savePositive: '保存并立即告警',
  saved: '已保存，追踪和货畅码已更新',
  already: '这条结果已有，未重复记录',
  documents: {
    'id-card': '居民身份证',
    'hk-macau-permit': '港澳居民来往内地通行证',
    'taiwan-permit': '台湾居民来往大陆通行证',
    passport: '护照',
    'foreigner-permit': '外国人永久居留身份证',
    other: '其他证件',
  },
}
type OneWords = Wording<typeof zh>
const en: OneWords = {
  one: 'One result',
  oneLead:
    'One result told by telephone or on paper. A positive one alerts command, company and the checkpoints ahead as soon as it is saved: check it first.',
  document: 'Document',
  number: 'Number',
  result: 'Result',
  resultNeeded: 'Choose a result',
  sampledAt: 'Sampled at',
  reportedAt: 'Reported at',
  timeHint: 'e.g. 2022-05-16 06:00; at least one of the two',
  source: 'Source',
  sourceHint: 'The laboratory; it is kept with the result',
  sourceNeeded: 'Name the source',
  save: 'Save the result',
  savePositive: 'Save and alert at once',
  saved: 'Saved; tracking and freight code are up to date',
  already: 'This result was here already',
  documents: {
    'id-card': 'Resident ID card',
    'hk-macau-permit': 'Hong Kong and Macau permit',
    'taiwan-permit': 'Taiwan permit',
    passport: 'Passport',
    'foreigner-permit': 'Foreigner’s permanent residence card',
    other: 'Other document',
  },
}

export const useOneWords = (): OneWords => useWords<OneWords>({ zh, en })
