import { useCallback, useState } from 'react'
import type { ApiProblem, Called } from '../ui/api.ts'
import { useLoad } from './use-load.ts'

type Page<Item> = { items: readonly Item[]; next: string | null }
type Fetch<Item, Answer extends Page<Item>> = (before?: string) => Promise<Called<Answer>>
type More<Item> = { of: unknown; items: readonly Item[]; next: string | null; busy: boolean; problem?: ApiProblem }

/**
 * A list page by page: the first page is renewed, what was read further back stays under it, each item once. Starts anew when
 * `fetch` changes (wrap it in useCallback).
 */
export function usePages<Item extends { id: string }, Answer extends Page<Item>>(fetch: Fetch<Item, Answer>) {
  const loaded = useLoad(useCallback(() => fetch(), [fetch]))
  const [kept, setKept] = useState<More<Item>>()
  const more = kept?.of === fetch ? kept : undefined
  const first = loaded.value
  const next = more ? more.next : (first?.next ?? null)
  const onFirst = new Set(first?.items.map(({ id }) => id))
  const items = first && [...first.items, ...(more?.items ?? []).filter(({ id }) => !onFirst.has(id))]
  const loadMore = async () => {
    if (next === null) return
    const before = { of: fetch, items: more?.items ?? [], next }
    setKept({ ...before, busy: true })
    const answer = await fetch(next)
    setKept(
      answer.ok
        ? { of: fetch, items: [...before.items, ...answer.value.items], next: answer.value.next, busy: false }
        : { ...before, busy: false, problem: answer.problem },
    )
  }
  return { ...loaded, items, next, loadMore, moreBusy: more?.busy ?? false, moreProblem: more?.problem }
}
