import type { CalledRole } from '../congestion/roster.ts'

/** Whom an incident of congestion calls, by office. */
export const rolesZh: Readonly<Record<CalledRole, string>> = {
  leader: '分包县级领导',
  cadre: '后备干部',
  head: '点长',
  'on-shift': '当班查验员',
  'party-principal': '县委主要领导',
  'government-principal': '县政府主要领导',
  'county-desk': '县指挥部',
  'city-desk': '市指挥部',
  'province-desk': '省指挥部',
  'logistics-office': '物流保障办',
  liaison: '联络员',
  dispatcher: '调度员',
}
export const rolesEn: Readonly<Record<CalledRole, string>> = {
  leader: 'County leader',
  cadre: 'Cadre',
  head: 'Head',
  'on-shift': 'Inspector on shift',
  'party-principal': 'Party principal',
  'government-principal': 'Government principal',
  'county-desk': 'County command',
  'city-desk': 'City command',
  'province-desk': 'Province command',
  'logistics-office': 'Logistics office',
  liaison: 'Liaison',
  dispatcher: 'Dispatcher',
}
