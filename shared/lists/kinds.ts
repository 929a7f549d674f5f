import type { Bilingual, ClauseRef } from '../policy/documents.ts'

export const listKinds = ['W1', 'W2', 'W3', 'W4'] as const
export type ListKind = (typeof listKinds)[number]

type Kind = {
  readonly name: Bilingual
  readonly about: 'person' | 'company'
  /** Has a first and a last moment; a list of companies holds until an entry is removed. */
  readonly term: boolean
  /** What an inspector may do differently; null = service only. */
  readonly effect: Bilingual | null
  readonly article: ClauseRef
}

export const kinds = {
  W1: {
    name: { zh: '货车司机白名单', en: 'Truck drivers' },
    about: 'person',
    term: true,
    effect: { zh: '行程类黄码、带*不作限制', en: 'A yellow of the itinerary and the asterisk do not hold' },
    article: 'henan-notice-13#6',
  },
  W2: {
    name: { zh: '重点企业白名单', en: 'Key enterprises' },
    about: 'company',
    term: false,
    effect: null,
    article: 'jiaozuo-20#11',
  },
  W3: {
    name: { zh: '中转站点司乘', en: 'Crews of transfer points' },
    about: 'person',
    term: true,
    effect: {
      zh: '闭环管理且核酸在中转站点时限内，可进中转站点；卡口照常查验',
      en: 'May enter transfer points in a closed loop with a test that is recent enough there; at the checkpoint as ever',
    },
    article: 'jiaozuo-20#11',
  },
  W4: {
    name: { zh: '本地重点产业链企业', en: 'Local enterprises (service)' },
    about: 'company',
    term: false,
    effect: null,
    article: 'henan-notice-13#7',
  },
} as const satisfies Record<ListKind, Kind>

/** Why a company is put forward (R71); a hint to whoever decides, never a condition. */
export const eligibilities = {
  'output-3bn': { zh: '2021年总产值30亿元以上', en: 'Output of 3 billion yuan or more in 2021' },
  'key-node': { zh: '30条重点产业链关键节点', en: 'Key node of the 30 industrial chains' },
  specialised: { zh: '专精特新', en: 'Specialised and innovative' },
  'urgent-goods': { zh: '重点区域急需物资生产', en: 'Produces what key regions need urgently' },
  'local-chain': { zh: '本地主导产业', en: 'Leading local industry' },
} as const satisfies Record<string, Bilingual>
export type Eligibility = keyof typeof eligibilities

export const eligibilityIds = [
  'output-3bn',
  'key-node',
  'specialised',
  'urgent-goods',
  'local-chain',
] as const satisfies readonly Eligibility[]
