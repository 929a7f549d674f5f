import { useCallback } from 'react'
import type * as z from 'zod/mini'
import { listRiskAreas, riskAreaStandings, type riskAreaView } from '../../../schema/api/risk-areas.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { parseInstant, type Instant } from '../../../shared/instant.ts'
import type { Address } from '../address.ts'
import { useSession } from '../session.tsx'
import { usePages } from '../use-pages.ts'

export type Area = z.infer<typeof riskAreaView>
export type Shown = (typeof riskAreaStandings)[number] | 'all'
export type Filters = { readonly shown: Shown; readonly search?: string }

export function filtersOf({ show, search }: Address['query']): Filters {
  const shown = show === 'all' ? 'all' : (riskAreaStandings.find((one) => one === show) ?? 'in-force')
  return search === undefined || search === '' ? { shown } : { shown, search }
}

export function standingOf(area: Pick<Area, 'from' | 'to'>, now: Instant): Exclude<Shown, 'all'> {
  const [from, to] = [parseInstant(area.from), area.to === null ? undefined : parseInstant(area.to)]
  if (to !== undefined && to <= now) return 'ended'
  return from !== undefined && from > now ? 'coming' : 'in-force'
}

export function useAreas({ shown, search }: Filters) {
  const { ask } = useSession()
  const fetch = useCallback(
    (before?: string) =>
      ask(listRiskAreas, {
        query: {
          ...(shown === 'all' ? {} : { standing: shown }),
          ...(search === undefined ? {} : { search }),
          ...(before === undefined ? {} : { before }),
        },
      }),
    [ask, shown, search],
  )
  return usePages<Area, AnswerOf<typeof listRiskAreas>>(fetch)
}
