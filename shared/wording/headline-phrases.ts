import type { Row } from '../policy/verdict.ts'
import { headlines } from './headlines.ts'

/** Where a Chinese headline may break: between words, never within one. Only those that have more than one phrase. */
const broken: Partial<Record<Row, readonly string[]>> = {
  V0: ['不属', '货运查验'],
  V1: ['暂缓放行·', '闭环转运'],
  V2: ['体温异常·', '留观复核'],
  V3: ['点对点', '闭环放行'],
  V4: ['已查验，', '直接放行'],
  V6: ['登记后', '快速放行'],
  V7: ['请先', '现场报备'],
  V9: ['核验', '一证两码'],
  V10: ['核验通过，', '放行'],
  V11: ['核酸＋', '抗原'],
  V12: ['抗原阴性，', '立即放行'],
  V13: ['赋黄码·', '管控放行'],
  V14: ['管控放行·', '动态追踪'],
  V15: ['点长', '现场处置'],
}

/** The headline in pieces that stay whole; joined they are the headline. */
export const headlinePhrases = (row: Row): readonly string[] => broken[row] ?? [headlines[row].zh]
