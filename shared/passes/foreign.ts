import type { Pass } from '../facts.ts'
import { parseInstant } from '../instant.ts'
import type { Instant } from '../instant.ts'
import type { Bilingual } from '../policy/documents.ts'
import { oldStyleCounts } from './old-style.ts'

/** Provinces whose passes count here 全国互认 (henan-16#8, R60), neighbours first; two digits of GB/T 2260. */
export const otherProvinces = [
  { code: '14', zh: '山西', en: 'Shanxi' },
  { code: '13', zh: '河北', en: 'Hebei' },
  { code: '37', zh: '山东', en: 'Shandong' },
  { code: '61', zh: '陕西', en: 'Shaanxi' },
  { code: '34', zh: '安徽', en: 'Anhui' },
  { code: '42', zh: '湖北', en: 'Hubei' },
  { code: '32', zh: '江苏', en: 'Jiangsu' },
  { code: '31', zh: '上海', en: 'Shanghai' },
  { code: '33', zh: '浙江', en: 'Zhejiang' },
  { code: '11', zh: '北京', en: 'Beijing' },
  { code: '12', zh: '天津', en: 'Tianjin' },
  { code: '15', zh: '内蒙古', en: 'Inner Mongolia' },
  { code: '21', zh: '辽宁', en: 'Liaoning' },
  { code: '22', zh: '吉林', en: 'Jilin' },
  { code: '23', zh: '黑龙江', en: 'Heilongjiang' },
  { code: '35', zh: '福建', en: 'Fujian' },
  { code: '36', zh: '江西', en: 'Jiangxi' },
  { code: '43', zh: '湖南', en: 'Hunan' },
  { code: '44', zh: '广东', en: 'Guangdong' },
  { code: '45', zh: '广西', en: 'Guangxi' },
  { code: '46', zh: '海南', en: 'Hainan' },
  { code: '50', zh: '重庆', en: 'Chongqing' },
  { code: '51', zh: '四川', en: 'Sichuan' },
  { code: '52', zh: '贵州', en: 'Guizhou' },
  { code: '53', zh: '云南', en: 'Yunnan' },
  { code: '54', zh: '西藏', en: 'Tibet' },
  { code: '62', zh: '甘肃', en: 'Gansu' },
  { code: '63', zh: '青海', en: 'Qinghai' },
  { code: '64', zh: '宁夏', en: 'Ningxia' },
  { code: '65', zh: '新疆', en: 'Xinjiang' },
] as const satisfies readonly (Bilingual & { readonly code: string })[]

/** A pass of another province or of the old style, as it was shown to the inspector. */
export type ForeignPass = {
  /** Two digits of the province; Henan's own only in the old style. */
  readonly issuer: string
  readonly oldStyle?: true
  readonly number?: string
  /** To the end of this day, where the pass says so. */
  readonly validTo?: Instant
  readonly shown: 'number' | 'qr' | 'photo'
}

/** What it counts for: the same lane as one of ours. One that counts for nothing is no ground for anything. */
export function foreignPassFact({ oldStyle, validTo }: ForeignPass, now: Instant): Pass | null {
  if (oldStyle === true && !oldStyleCounts(now)) return null
  return { state: validTo !== undefined && validTo < now ? 'expired' : 'valid' }
}

/** `2022-05-26` as printed on a pass → the last second of that day in Beijing. */
export const endOfDay = (text: string): Instant | undefined => parseInstant(`${text}T23:59:59+08:00`)

const oldStyleWords: Bilingual = { zh: '省内旧式证', en: 'Old-style (Henan)' }

export const issuerWords = ({ issuer, oldStyle }: Pick<ForeignPass, 'issuer' | 'oldStyle'>): Bilingual =>
  oldStyle === true ? oldStyleWords : (otherProvinces.find(({ code }) => code === issuer) ?? { zh: issuer, en: issuer })
