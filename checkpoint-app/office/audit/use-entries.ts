import { useCallback, useState } from 'react'
import { searchAudit } from '../../../schema/api/audit.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { useSession } from '../session.tsx'
import { useLoad } from '../use-load.ts'
import type { Entry } from './entry-words.ts'
import { askedFor, type Filters } from './filters.ts'

const pageSize = 50
type Further = { of: unknown; items: readonly Entry[]; next: string | null; busy: boolean; problem?: ApiProblem }

/** The entries under these filters: the newest page, renewable, and what was read further back. `filters` keeps its identity. */
export function useEntries(filters: Filters) {
  const { ask } = useSession()
  const load = useCallback(() => ask(searchAudit, { query: { ...askedFor(filters), limit: pageSize } }), [ask, filters])
  const first = useLoad(load)
  const [kept, setFurther] = useState<Further>()
  const further = kept?.of === first.value ? kept : undefined
  const next = further?.next ?? (further === undefined ? (first.value?.next ?? null) : null)
  const loadMore = async () => {
    if (next === null) return
    const before: Further = further ?? { of: first.value, items: [], next, busy: true }
    setFurther({ of: first.value, items: before.items, next, busy: true })
    const answer = await ask(searchAudit, { query: { ...askedFor(filters), limit: pageSize, before: next } })
    setFurther((now) => {
      if (now?.of !== before.of) return now
      if (!answer.ok) return { ...before, busy: false, problem: answer.problem }
      return { of: before.of, items: [...before.items, ...answer.value.items], next: answer.value.next, busy: false }
    })
  }
  const items = [...(first.value?.items ?? []), ...(further?.items ?? [])]
  return { ...first, items, next, more: { busy: further?.busy ?? false, problem: further?.problem }, loadMore }
}
