import { parseAmendment, type Amendment } from '../../shared/policy/amendment.ts'
import { lawOf, type PublishedLaw } from '../../shared/policy/published-law.ts'
import type { Instant } from '../../shared/instant.ts'

/** A draft as an office writes it. */
export const draft = (values: object, more: object = {}) => ({
  name: { zh: '示例修订', en: 'Example amendment' },
  class: 'emergency',
  from: '2022-05-16T12:00:00+08:00',
  basis: { clauses: ['henan-16#6'] },
  values,
  ...more,
})

export const newDocument = {
  title: '示例通知',
  number: '示例办〔2022〕1号',
  issuer: '示例省指挥部',
  level: 'provincial',
  issuedOn: '2022-05-15',
  article: '第二条',
  words: { zh: '核酸有效期延长。', en: 'Tests hold longer.' },
} as const

export const amendment = (values: object, more: object = {}): Amendment => parseAmendment(draft(values, more))

type Publication = { readonly amendment: Amendment; readonly at: Instant; readonly ended?: Instant }

/** What was published, each with an id of its place in the list. */
export const publishing = (...given: Publication[]): PublishedLaw => ({
  amendments: given.map(({ amendment: one, at, ended }, index) => ({
    id: `a${index}`,
    amendment: one,
    publishedAt: at,
    endedAt: ended ?? null,
  })),
  overlays: [],
})

export const lawWith = (...given: Publication[]) => lawOf(publishing(...given))
