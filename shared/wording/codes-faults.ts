import type { FaultWords } from './faults.ts'

/** What the ledger of codes refuses; the finer reason stands in `codeWordings[language].refusal`. */
export const codeFaultWords: Readonly<Record<string, FaultWords>> = {
  'CO-01': {
    zh: '与已有记录冲突：须由另一人复核，或记录已变。请刷新后再办。',
    en: 'This clashes with the record: another person must sign, or it has changed. Load again.',
  },
  'CO-02': {
    zh: '您的岗位不能这样赋码或解码，请转有权限的岗位。',
    en: 'Your role may not give or clear a code in this way. Hand it to one that may.',
  },
  'CO-03': {
    zh: '赋码事由或依据不在规定范围内，请从列表中选择并附记录编号。',
    en: 'The ground or the evidence is not on the list. Choose one and name its record.',
  },
}
