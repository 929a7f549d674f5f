import type { CargoCode } from '../facts.ts'
import type { Bilingual } from '../policy/documents.ts'

/** Departments that look at an application, by what is carried (R65, R66). */
export const departmentIds = ['planning', 'industry', 'commerce', 'agriculture', 'post'] as const
export type Department = (typeof departmentIds)[number]

export const departments = {
  planning: { zh: '发展改革部门', en: 'Development and reform' },
  industry: { zh: '工业和信息化部门', en: 'Industry and information technology' },
  commerce: { zh: '商务部门', en: 'Commerce' },
  agriculture: { zh: '农业农村部门', en: 'Agriculture and rural affairs' },
  post: { zh: '邮政管理部门', en: 'Postal administration' },
} as const satisfies Record<Department, Bilingual>

/** Key goods 重点物资 are 01–09; everything else travels without a pass, and nothing is held for lack of one (R5). */
export const keyGoods = ['01', '02', '03', '04', '05', '06', '07', '08', '09'] as const satisfies readonly CargoCode[]
export type KeyGoods = (typeof keyGoods)[number]

const byCargo = {
  '01': 'industry',
  '02': 'commerce',
  '03': 'planning',
  '04': 'post',
  '05': 'agriculture',
  '06': 'planning',
  '07': 'industry',
  '08': 'industry',
  '09': 'agriculture',
} as const satisfies Record<KeyGoods, Department>

export const departmentFor = (cargo: KeyGoods): Department => byCargo[cargo]

/**
 * Goods people live on 民生物资 are looked at first (C30.18a). No article here lists them; these four are what the national
 * notice of 2022-04 counts among them: medical, daily necessities, government reserves, post.
 */
export const comesFirst = (cargo: string): boolean => ['01', '02', '03', '04'].includes(cargo)

export const isKeyGoods = (cargo: string): cargo is KeyGoods => keyGoods.some((one) => one === cargo)
