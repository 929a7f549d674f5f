import type { AnswerOf, QueryOf } from '../../../schema/api/endpoint.ts'
import type { listInspections } from '../../../schema/api/inspections.ts'

export type InspectionRow = AnswerOf<typeof listInspections>['items'][number]
type Page = AnswerOf<typeof listInspections>
export type ListQuery = QueryOf<typeof listInspections>

const shapes = {
  checkpoint: /^[A-Z0-9][A-Z0-9-]{1,15}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  plate: /^.{2,16}$/u,
  row: /^(V\d{1,2}|ASK)$/,
  offline: /^1$/,
  disagreement: /^1$/,
}
export const filterNames = ['checkpoint', 'day', 'plate', 'row', 'offline', 'disagreement'] as const
export type FilterName = (typeof filterNames)[number]
/** As they stand in the address; the two marks are '1'. */
export type Filters = Readonly<Partial<Record<FilterName, string>>>

/** Filters of an address; what the server would refuse is left out. */
export function filtersIn(query: Readonly<Record<string, string>>): Filters {
  const filters: Partial<Record<FilterName, string>> = {}
  for (const name of filterNames) {
    const value = query[name]
    if (value !== undefined && shapes[name].test(value)) filters[name] = value
  }
  return filters
}

export function without(filters: Filters, name: FilterName): Filters {
  const rest = { ...filters }
  delete rest[name]
  return rest
}

export function listQuery(filters: Filters, limit: number, before?: string): ListQuery {
  const { checkpoint, day, plate, row, offline, disagreement } = filters
  return {
    limit,
    ...(checkpoint ? { checkpoint } : {}),
    ...(day ? { day } : {}),
    ...(plate ? { plate } : {}),
    ...(row ? { row } : {}),
    ...(offline ? { offline: true } : {}),
    ...(disagreement ? { agrees: false } : {}),
    ...(before ? { before } : {}),
  }
}

export type Collected = { readonly items: readonly InspectionRow[]; readonly next: string | null }

/** Reads pages until `wanted` rows are there, the list ends, or `mostPages` were read (then `next` goes on from there). */
export async function collect(
  filters: Filters,
  fetchPage: (query: ListQuery) => Promise<Page>,
  reach: { from?: string; wanted: number; mostPages: number; pageSize: number },
): Promise<Collected> {
  const items: InspectionRow[] = []
  let next: string | null | undefined = reach.from
  for (let page = 0; page < reach.mostPages && items.length < reach.wanted; page += 1) {
    const answer = await fetchPage(listQuery(filters, reach.pageSize, next))
    items.push(...answer.items)
    next = answer.next
    if (next === null) break
  }
  return { items, next: next ?? null }
}

const newestFirst = (a: InspectionRow, b: InspectionRow) =>
  Date.parse(b.madeAt) - Date.parse(a.madeAt) || (a.id < b.id ? 1 : -1)

/** The end of the list, and where to read on from there, after rows were added at its end. */
export const append = (before: Collected, older: Collected): Collected => {
  const known = new Set(before.items.map(({ id }) => id))
  return { items: [...before.items, ...older.items.filter(({ id }) => !known.has(id))], next: older.next }
}

/**
 * The list after its newest page was read again. Rows of the fresh page win, for a record may have been corrected; if the
 * two do not meet there may be a gap between them, and the list starts anew.
 */
export function renew(before: Collected | undefined, fresh: Collected): Collected {
  const ids = new Set(fresh.items.map(({ id }) => id))
  const meet = before?.items.some(({ id }) => ids.has(id)) === true || fresh.next === null
  if (!before || !meet) return fresh
  const items = [...fresh.items, ...before.items.filter(({ id }) => !ids.has(id))].sort(newestFirst)
  const reachesFurther = items.at(-1)?.id !== fresh.items.at(-1)?.id
  return { items, next: reachesFurther ? before.next : fresh.next }
}
