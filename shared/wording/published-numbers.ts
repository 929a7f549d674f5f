import type { Bilingual } from '../policy/documents.ts'
import type { Language } from './language.ts'

/** Numbers that the city publishes to everybody (第十六条); null = none is published, which is said and never made up. */
export const numberKinds = ['emergency', 'complaints'] as const
export type NumberKind = (typeof numberKinds)[number]
export type PublishedNumbers = { readonly [K in NumberKind]: string | null }
export const nonePublished: PublishedNumbers = { emergency: null, complaints: null }

/** The same everywhere in the country. */
export const hotline = '12328'

export const numberNames: Readonly<Record<NumberKind | 'hotline', Bilingual>> = {
  emergency: { zh: '应急运输保障电话', en: 'Emergency freight line' },
  complaints: { zh: '举报电话', en: 'Line for complaints' },
  hotline: { zh: '交通运输服务热线', en: 'Transport hotline' },
}
export const notPublished: Bilingual = { zh: '尚未公布', en: 'not published yet' }
/** The page cannot ask the server just now, and has no number kept. */
export const notKnown: Bilingual = { zh: '暂时查不到', en: 'cannot be looked up just now' }

export type NumberLine = {
  readonly name: string
  /** To be dialled; null: `said` says why there is none. */
  readonly number: string | null
  readonly said: string
}

/** The city's own, in this order; `undefined` = nothing is known of them here. Beside the hotline, which each page has anyway. */
export function numberLines(numbers: PublishedNumbers | undefined, language: Language): readonly NumberLine[] {
  const none = (numbers === undefined ? notKnown : notPublished)[language]
  return numberKinds.map((kind) => {
    const number = numbers?.[kind] ?? null
    return { name: numberNames[kind][language], number, said: number ?? none }
  })
}

/** The same with the hotline, for pages and papers that name all three in one place. */
export const allNumberLines = (numbers: PublishedNumbers | undefined, language: Language): readonly NumberLine[] => [
  ...numberLines(numbers, language),
  { name: numberNames.hotline[language], number: hotline, said: hotline },
]

/** On paper: 应急运输保障电话 0391-… · 举报电话 尚未公布 · 交通运输服务热线 12328 */
export const numbersOnPaper = (numbers: PublishedNumbers | undefined, language: Language): string =>
  allNumberLines(numbers, language)
    .map(({ name, said }) => `${name} ${said}`)
    .join(' · ')
