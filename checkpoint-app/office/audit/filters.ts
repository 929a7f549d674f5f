import type { BodyOf } from '../../../schema/api/endpoint.ts'
import type { exportAudit } from '../../../schema/api/audit.ts'
import { isAction } from '../../../shared/audit/actions.ts'
import { beijingIso, day, parseInstant, plus, type Instant } from '../../../shared/instant.ts'

const dayForm = /^\d{4}-\d{2}-\d{2}$/
const shapes = {
  from: dayForm,
  to: dayForm,
  actor: /^.{1,64}$/u,
  role: /^[a-z-]{2,32}$/,
  action: /^[a-z-]{2,40}$/,
  subject: /^.{1,64}$/u,
  words: /^.{1,60}$/u,
}
export type FilterName = keyof typeof shapes
export const filterNames: readonly FilterName[] = ['from', 'to', 'actor', 'role', 'action', 'subject', 'words']
/** As they stand in the address; both days are included. */
export type Filters = Readonly<Partial<Record<FilterName, string>>>

export const midnight = (text: string): Instant | undefined =>
  dayForm.test(text) ? parseInstant(`${text}T00:00:00+08:00`) : undefined

const isGood = (name: FilterName, value: string): boolean => {
  if (name === 'from' || name === 'to') return midnight(value) !== undefined
  return name === 'action' ? isAction(value) : shapes[name].test(value)
}

/** Filters of an address; what the server would refuse is left out. */
export function filtersIn(query: Readonly<Record<string, string>>): Filters {
  const filters: Partial<Record<FilterName, string>> = {}
  for (const name of filterNames) {
    const value = query[name]
    if (value !== undefined && isGood(name, value)) filters[name] = value
  }
  return filters
}

export function without(filters: Filters, name: FilterName): Filters {
  const rest = { ...filters }
  delete rest[name]
  return rest
}

type Asked = Omit<BodyOf<typeof exportAudit>, 'reason'>

export function askedFor({ from, to, actor, role, action, subject, words }: Filters): Asked {
  const [start, end] = [from && midnight(from), to && midnight(to)]
  return {
    ...(start ? { from: beijingIso(start) } : {}),
    ...(end ? { until: beijingIso(plus(end, day)) } : {}),
    ...(actor ? { actor } : {}),
    ...(role ? { role } : {}),
    ...(action && isAction(action) ? { action } : {}),
    ...(subject ? { subject } : {}),
    ...(words ? { words } : {}),
  }
}

export const dayText = (at: Instant): string => beijingIso(at).slice(0, 10)
