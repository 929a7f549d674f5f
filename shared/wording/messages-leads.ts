import type { Bilingual } from '../policy/documents.ts'

/** No plate and no place: what it is about is read by whoever may read it. */
export const newLeads: Bilingual = {
  zh: '【线索】有新的疑似弄虚作假线索，请到「线索」核实。车辆已按实际情况查验放行',
  en: '[Leads] New leads of suspected fraud: look at them under Leads. The trucks were checked on their facts and let go',
}
