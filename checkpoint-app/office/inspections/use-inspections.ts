import { useCallback, useEffect, useState } from 'react'
import { listInspections } from '../../../schema/api/inspections.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { useSession, type Ask } from '../session.tsx'
import { useLoad } from '../use-load.ts'
import { append, collect, renew, type Collected, type Filters, type ListQuery } from './filters.ts'

const reach = { wanted: 50, mostPages: 6, pageSize: 100 }

/** Carries a problem out of a series of calls. */
class Interrupted extends Error {
  readonly problem: ApiProblem
  constructor(problem: ApiProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

const pageFetcher = (ask: Ask) => async (query: ListQuery) => {
  const answer = await ask(listInspections, { query })
  if (!answer.ok) throw new Interrupted(answer.problem)
  return answer.value
}

/** `collect` with the problem as a value, like any other call. */
export async function collectFrom(ask: Ask, filters: Filters, how: Parameters<typeof collect>[2]) {
  try {
    return { ok: true as const, value: await collect(filters, pageFetcher(ask), how) }
  } catch (error) {
    if (error instanceof Interrupted) return { ok: false as const, problem: error.problem }
    throw error
  }
}

const plainReach = { wanted: 1, mostPages: 1, pageSize: 50 }

/** The rows under these filters: the newest page, renewable, and what was read further back. `filters` keeps its identity. */
export function useInspections(filters: Filters) {
  const { ask } = useSession()
  const how = filters.offline || filters.disagreement ? reach : plainReach
  const newest = useLoad(useCallback(() => collectFrom(ask, filters, how), [ask, filters, how]))
  const [list, setList] = useState<Collected>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  useEffect(() => setList(undefined), [filters])
  useEffect(() => {
    const { value } = newest
    if (value) setList((before) => renew(before, value))
  }, [newest.value])
  const loadMore = async () => {
    if (!list?.next) return
    setBusy(true)
    const answer = await collectFrom(ask, filters, { ...how, from: list.next })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) setList((before) => append(before ?? { items: [], next: null }, answer.value))
  }
  return { newest, list, loadMore, busy, problem }
}
