import type { BodyOf } from '../../../schema/api/endpoint.ts'
import type { searchCases } from '../../../schema/api/cases.ts'
import { caseCategories, caseLevels } from '../../../shared/cases/kinds.ts'
import type { Address } from '../address.ts'

export const shows = ['open', 'overdue', 'new', 'call-back', 'closed', 'all'] as const
export type Show = (typeof shows)[number]
export type Filters = {
  readonly show: Show
  readonly category: (typeof caseCategories)[number] | ''
  readonly level: (typeof caseLevels)[number] | ''
  readonly checkpoint: string
  /** GB/T 2260. */
  readonly county: string
  readonly since: string
  readonly until: string
  /** Never in the address, which histories keep: it may be a phone number. */
  readonly text: string
}

const dayIn = (text: string | undefined): string => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? (text ?? '') : '')

export const filtersIn = (
  { show, category, level, checkpoint, county, since, until }: Address['query'],
  text: string,
): Filters => ({
  show: shows.find((one) => one === show) ?? 'open',
  category: caseCategories.find((one) => one === category) ?? '',
  level: caseLevels.find((one) => one === level) ?? '',
  checkpoint: /^[A-Z0-9][A-Z0-9-]{1,15}$/.test(checkpoint ?? '') ? (checkpoint ?? '') : '',
  county: /^\d{6}$/.test(county ?? '') ? (county ?? '') : '',
  since: dayIn(since),
  until: dayIn(until),
  text,
})

type Asked = Omit<BodyOf<typeof searchCases>, 'after' | 'limit'>

/** Days are Beijing days; `until` belongs to it. */
export const askedBy = ({ show, category, level, checkpoint, county, since, until, text }: Filters): Asked => ({
  show: text === '' ? show : show === 'open' ? 'all' : show,
  ...(category === '' ? {} : { category }),
  ...(level === '' ? {} : { level }),
  ...(checkpoint === '' ? {} : { checkpoint }),
  ...(county === '' ? {} : { county }),
  ...(since === '' ? {} : { since: `${since}T00:00:00+08:00` }),
  ...(until === '' ? {} : { until: nextDay(until) }),
  ...(text === '' ? {} : { text }),
})

const nextDay = (day: string): string =>
  `${new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)}T00:00:00+08:00`

export const isUsual = (filters: Filters): boolean =>
  filters.show === 'open' &&
  [
    filters.category,
    filters.level,
    filters.checkpoint,
    filters.county,
    filters.since,
    filters.until,
    filters.text,
  ].every((one) => one === '')
