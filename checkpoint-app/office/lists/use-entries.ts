import { useCallback, useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { listEntries } from '../../../schema/api/lists.ts'
import type { ListKind } from '../../../shared/lists/kinds.ts'
import { standings, type Standing } from '../../../shared/lists/stage.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { useSession } from '../session.tsx'
import { useLoad } from '../use-load.ts'

export type EntriesPage = AnswerOf<typeof listEntries>
export type Entry = EntriesPage['items'][number]
export type Filters = { readonly standing?: Standing; readonly search?: string; readonly batch?: string }

const isStanding = (text: string | undefined): text is Standing => standings.some((one) => one === text)

export const filtersIn = ({ standing, search, batch }: Readonly<Record<string, string>>): Filters => ({
  ...(isStanding(standing) && { standing }),
  ...(search && search.length >= 2 && { search }),
  ...(batch && { batch }),
})

/** One list under these filters, and what was read further back. `filters` keeps its identity. */
export function useEntries(list: ListKind, filters: Filters) {
  const { ask } = useSession()
  const load = useCallback(() => ask(listEntries, { params: { list }, query: filters }), [ask, list, filters])
  const loaded = useLoad(load)
  const [more, setMore] = useState<{ busy: boolean; problem?: ApiProblem }>({ busy: false })
  const loadMore = async () => {
    const { value, put } = loaded
    if (!value?.next) return
    setMore({ busy: true })
    const answer = await ask(listEntries, { params: { list }, query: { ...filters, before: value.next } })
    setMore(answer.ok ? { busy: false } : { busy: false, problem: answer.problem })
    if (answer.ok) put({ ...value, items: [...value.items, ...answer.value.items], next: answer.value.next })
  }
  return { loaded, more, loadMore }
}
