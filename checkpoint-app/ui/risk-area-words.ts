import { useWords } from './language.tsx'
import type { Wording } from './wording.ts'

const zh = {
  title: '中高风险地区名单',
  open: (count: number) => `查看名单（${count}）`,
  search: '查找地区或小区',
  none: '名单里没有查到',
  empty: '目前没有列入的中高风险地区',
  asOf: (time: string) => `名单截至 ${time}`,
  level: { high: '高风险', medium: '中风险' },
  from: (time: string) => `${time} 起`,
  count: (n: number) => `${n} 处`,
  about: '名单只供对照，以本人回答为准。',
  missing: '名单还没有取到，联网后会自动补上。',
}
export type RiskAreaWords = Wording<typeof zh>

const en: RiskAreaWords = {
  title: 'Medium and high risk areas',
  open: (count) => `See the list (${count})`,
  search: 'Find a region or an estate',
  none: 'Not on the list',
  empty: 'No medium or high risk area is listed now',
  asOf: (time) => `As of ${time}`,
  level: { high: 'high risk', medium: 'medium risk' },
  from: (time) => `since ${time}`,
  count: (n) => `${n}`,
  about: 'The list is for comparison; what the person answers counts.',
  missing: 'The list has not come yet. It comes with the network.',
}

export const useRiskAreaWords = (): RiskAreaWords => useWords<RiskAreaWords>({ zh, en })
