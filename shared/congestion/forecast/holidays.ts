import type { Bilingual } from '../../policy/documents.ts'

/** Days off in a row, first and last included, and the Saturdays and Sundays that are worked for them 调休上班. */
export type HolidayRun = {
  readonly name: Bilingual
  readonly from: string
  readonly to: string
  readonly worked?: readonly string[]
}
/** What the General Office of the State Council said of one year. */
export type HolidayNotice = { readonly document: string; readonly issued: string; readonly runs: readonly HolidayRun[] }

const newYear: Bilingual = { zh: '元旦', en: 'New Year' }
const spring: Bilingual = { zh: '春节', en: 'Spring Festival' }
const tombs: Bilingual = { zh: '清明节', en: 'Qingming' }
const labour: Bilingual = { zh: '劳动节', en: 'Labour Day' }
const dragon: Bilingual = { zh: '端午节', en: 'Dragon Boat Festival' }
const autumn: Bilingual = { zh: '中秋节', en: 'Mid-Autumn Festival' }
const national: Bilingual = { zh: '国庆节', en: 'National Day' }
const both: Bilingual = { zh: '中秋节、国庆节', en: 'Mid-Autumn Festival and National Day' }

/**
 * By year, each from its notice 国务院办公厅关于……年部分节假日安排的通知; a holiday joined to a weekend (与周末连休) is one run with it.
 * A year that is not here is not known: nothing is guessed for it.
 */
export const holidayNotices: Readonly<Record<number, HolidayNotice>> = {
  2022: {
    document: '国办发明电〔2021〕11号',
    issued: '2021-10-25',
    runs: [
      { name: newYear, from: '2022-01-01', to: '2022-01-03' },
      { name: spring, from: '2022-01-31', to: '2022-02-06', worked: ['2022-01-29', '2022-01-30'] },
      { name: tombs, from: '2022-04-03', to: '2022-04-05', worked: ['2022-04-02'] },
      { name: labour, from: '2022-04-30', to: '2022-05-04', worked: ['2022-04-24', '2022-05-07'] },
      { name: dragon, from: '2022-06-03', to: '2022-06-05' },
      { name: autumn, from: '2022-09-10', to: '2022-09-12' },
      { name: national, from: '2022-10-01', to: '2022-10-07', worked: ['2022-10-08', '2022-10-09'] },
    ],
  },
  2023: {
    document: '国办发明电〔2022〕16号',
    issued: '2022-12-08',
    runs: [
      { name: newYear, from: '2022-12-31', to: '2023-01-02' },
      { name: spring, from: '2023-01-21', to: '2023-01-27', worked: ['2023-01-28', '2023-01-29'] },
      { name: tombs, from: '2023-04-05', to: '2023-04-05' },
      { name: labour, from: '2023-04-29', to: '2023-05-03', worked: ['2023-04-23', '2023-05-06'] },
      { name: dragon, from: '2023-06-22', to: '2023-06-24', worked: ['2023-06-25'] },
      { name: both, from: '2023-09-29', to: '2023-10-06', worked: ['2023-10-07', '2023-10-08'] },
    ],
  },
  2024: {
    document: '国办发明电〔2023〕7号',
    issued: '2023-10-25',
    runs: [
      { name: newYear, from: '2023-12-30', to: '2024-01-01' },
      { name: spring, from: '2024-02-10', to: '2024-02-17', worked: ['2024-02-04', '2024-02-18'] },
      { name: tombs, from: '2024-04-04', to: '2024-04-06', worked: ['2024-04-07'] },
      { name: labour, from: '2024-05-01', to: '2024-05-05', worked: ['2024-04-28', '2024-05-11'] },
      { name: dragon, from: '2024-06-08', to: '2024-06-10' },
      { name: autumn, from: '2024-09-15', to: '2024-09-17', worked: ['2024-09-14'] },
      { name: national, from: '2024-10-01', to: '2024-10-07', worked: ['2024-09-29', '2024-10-12'] },
    ],
  },
  2025: {
    document: '国办发明电〔2024〕12号',
    issued: '2024-11-12',
    runs: [
      { name: newYear, from: '2025-01-01', to: '2025-01-01' },
      { name: spring, from: '2025-01-28', to: '2025-02-04', worked: ['2025-01-26', '2025-02-08'] },
      { name: tombs, from: '2025-04-04', to: '2025-04-06' },
      { name: labour, from: '2025-05-01', to: '2025-05-05', worked: ['2025-04-27'] },
      { name: dragon, from: '2025-05-31', to: '2025-06-02' },
      { name: both, from: '2025-10-01', to: '2025-10-08', worked: ['2025-09-28', '2025-10-11'] },
    ],
  },
  2026: {
    document: '国办发明电〔2025〕7号',
    issued: '2025-11-04',
    runs: [
      { name: newYear, from: '2026-01-01', to: '2026-01-03', worked: ['2026-01-04'] },
      { name: spring, from: '2026-02-15', to: '2026-02-23', worked: ['2026-02-14', '2026-02-28'] },
      { name: tombs, from: '2026-04-04', to: '2026-04-06' },
      { name: labour, from: '2026-05-01', to: '2026-05-05', worked: ['2026-05-09'] },
      { name: dragon, from: '2026-06-19', to: '2026-06-21' },
      { name: autumn, from: '2026-09-25', to: '2026-09-27' },
      { name: national, from: '2026-10-01', to: '2026-10-07', worked: ['2026-09-20', '2026-10-10'] },
    ],
  },
}
