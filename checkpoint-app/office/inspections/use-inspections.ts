import { useCallback, useRef, useState } from 'react'
import { listInspections } from '../../../schema/api/inspections.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { useSession, type Ask } from '../session.tsx'
import { useLoad } from '../use-load.ts'
import { append, collect, renew, type Collected, type Filters, type ListQuery } from './filters.ts'

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

const how = { wanted: 1, mostPages: 1, pageSize: 50 }

/** The rows under these filters: the newest page, renewable, and what was read further back. `filters` keeps its identity. */
export function useInspections(filters: Filters) {
  const { ask } = useSession()
  const seen = useRef<{ filters: Filters; list: Collected }>(undefined)
  const load = useCallback(async () => {
    const answer = await collectFrom(ask, filters, how)
    if (!answer.ok) return answer
    const list = renew(seen.current?.filters === filters ? seen.current.list : undefined, answer.value)
    seen.current = { filters, list }
    return { ok: true as const, value: list }
  }, [ask, filters])
  const { value: list, problem, at, busy, reload, put } = useLoad(load)
  const [more, setMore] = useState<{ busy: boolean; problem?: ApiProblem }>({ busy: false })
  const loadMore = async () => {
    if (!list?.next) return
    setMore({ busy: true })
    const answer = await collectFrom(ask, filters, { ...how, from: list.next })
    setMore(answer.ok ? { busy: false } : { busy: false, problem: answer.problem })
    if (!answer.ok || seen.current?.filters !== filters) return
    seen.current = { filters, list: append(seen.current.list, answer.value) }
    put(seen.current.list)
  }
  return { list, problem, at, busy, reload, more, loadMore }
}
