import type { FaultWords } from './faults.ts'

/** Paper as PDF: what is refused, and what to do then. */
export const paperFaultWords: Readonly<Record<string, FaultWords>> = {
  'PP-01': {
    zh: '本系统不生成PDF文件，请在本页点“打印”，效力相同。',
    en: 'This server makes no PDF. Print the page instead; it is just as valid.',
  },
  'PP-02': { zh: '行程已结束，没有可打印的码。', en: 'The trip has ended: there is no code to print.' },
}
