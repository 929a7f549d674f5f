import type { CargoCode } from '../facts.ts'
import type { Bilingual } from '../policy/documents.ts'

/** Categories of goods as a pass names them; 01–09 are key goods 重点物资 (R66). */
export const cargoNames = {
  '01': { zh: '医疗与防控物资', en: 'Medical and epidemic goods' },
  '02': { zh: '生活必需品', en: 'Daily necessities' },
  '03': { zh: '政府储备物资', en: 'Government reserves' },
  '04': { zh: '邮政快递', en: 'Mail and parcels' },
  '05': { zh: '农业生产资料', en: 'Farm supplies' },
  '06': { zh: '能源', en: 'Energy' },
  '07': { zh: '原材料', en: 'Raw materials' },
  '08': { zh: '重点工业品及零部件', en: 'Key industrial goods, parts' },
  '09': { zh: '鲜活农产品、冷链', en: 'Fresh and chilled food' },
  '99': { zh: '其他', en: 'Other goods' },
} as const satisfies Record<CargoCode, Bilingual>

export const isCargo = (code: string): code is CargoCode => Object.hasOwn(cargoNames, code)
