import type { Instant } from '../../shared/instant.ts'
import { instant } from '../../shared/instant.ts'
import type { ListKind } from '../../shared/lists/kinds.ts'
import { isInForce, stageOf } from '../../shared/lists/stage.ts'
import type { Stage } from '../../shared/lists/stage.ts'
import type { Deps } from '../deps.ts'
import { entriesById, entriesOfPersons, stepsOfEntries } from '../store/lists.ts'
import type { EntryRow } from '../store/lists.ts'
import { momentNow, standingAt } from './lists-view.ts'

export type InForce = {
  readonly id: string
  readonly list: 'W1' | 'W3'
  readonly from: Instant
  readonly to: Instant
  readonly closedLoop: boolean
  /** Counts for this plate only; null = for any. */
  readonly plate: string | null
  readonly company: string | null
}

/** How far each entry is by its steps, whatever its row says of itself. */
export async function stagesOf(deps: Deps, rows: readonly EntryRow[]): Promise<ReadonlyMap<string, Stage>> {
  if (rows.length === 0) return new Map()
  const steps = await deps.db.all(stepsOfEntries(rows.map(({ id }) => id)))
  const taken = gathered(steps.map(({ entry_id, step }) => [entry_id, step]))
  return new Map(
    rows.flatMap(({ id, list }) => {
      const stage = stageOf(list, taken.get(id) ?? [])
      return stage === undefined ? [] : [[id, stage]]
    }),
  )
}

function gathered<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const map = new Map<string, Value[]>()
  for (const [key, value] of pairs) {
    const before = map.get(key)
    if (before === undefined) map.set(key, [value])
    else before.push(value)
  }
  return map
}

/** Those of these entries that hold at `now`. */
export async function holding(deps: Deps, rows: readonly EntryRow[], now: Instant): Promise<readonly EntryRow[]> {
  const stages = await stagesOf(deps, rows)
  const at = { ...momentNow(deps), now }
  return rows.filter((row) => {
    const stage = stages.get(row.id)
    return stage !== undefined && isInForce(standingAt(row, stage, at))
  })
}

/** A crew of a transfer point only counts while its enterprise does. */
async function withEnterprise(deps: Deps, rows: readonly EntryRow[], now: Instant): Promise<readonly EntryRow[]> {
  const named = rows.flatMap(({ for_entry }) => for_entry ?? [])
  if (named.length === 0) return rows.filter(({ list }) => list !== 'W3')
  const enterprises = await holding(deps, await deps.db.all(entriesById(named)), now)
  const ids = new Set(enterprises.map(({ id }) => id))
  return rows.filter(({ list, for_entry }) => list !== 'W3' || (for_entry !== null && ids.has(for_entry)))
}

/** Entries of these persons (tags) that have an effect at `now`, derived from steps and dates. Who has none is not in the map. */
export async function entriesInForce(
  deps: Deps,
  persons: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly InForce[]>> {
  if (persons.length === 0) return new Map()
  const lists: readonly ListKind[] = ['W1', 'W3']
  const rows = await deps.db.all(entriesOfPersons(persons, lists))
  const held = await withEnterprise(deps, await holding(deps, rows, now), now)
  return gathered(held.map((row) => [row.person_tag ?? '', inForceOf(row)]))
}

const inForceOf = (row: EntryRow): InForce => ({
  id: row.id,
  list: row.list === 'W3' ? 'W3' : 'W1',
  from: instant(row.from_at ?? 0),
  to: instant(row.to_at ?? 0),
  closedLoop: row.closed_loop === 1,
  plate: row.plate,
  company: row.company,
})
