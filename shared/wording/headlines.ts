import type { Bilingual } from '../policy/documents.ts'
import type { Row } from '../policy/verdict.ts'

/** The first line on the card, at most ten characters in Chinese. */
export const headlines = {
  V0: { zh: '不属货运查验', en: 'Not a freight inspection' },
  V1: { zh: '暂缓放行·闭环转运', en: 'Hold; closed-loop medical transfer' },
  V2: { zh: '体温异常·留观复核', en: 'Abnormal temperature; observation' },
  V3: { zh: '点对点闭环放行', en: 'Point-to-point closed loop' },
  V4: { zh: '已查验，直接放行', en: 'Already inspected; pass' },
  V5: { zh: '快速放行', en: 'Fast release (in-province)' },
  V6: { zh: '登记后快速放行', en: 'Register, then release' },
  V7: { zh: '请先现场报备', en: 'Register on the spot' },
  V8: { zh: '快速放行', en: 'Fast release' },
  V9: { zh: '核验一证两码', en: 'Check one proof, two codes' },
  V10: { zh: '核验通过，放行', en: 'Verified; release' },
  V11: { zh: '核酸＋抗原', en: 'Nucleic + antigen test' },
  V12: { zh: '抗原阴性，立即放行', en: 'Antigen negative; release, tracked' },
  V13: { zh: '赋黄码·管控放行', en: 'Yellow code; managed release' },
  V14: { zh: '管控放行·动态追踪', en: 'Managed release, tracked' },
  V15: { zh: '点长现场处置', en: 'Checkpoint head decides' },
  ASK: { zh: '请补充信息', en: 'More facts needed' },
} as const satisfies Record<Row, Bilingual>
