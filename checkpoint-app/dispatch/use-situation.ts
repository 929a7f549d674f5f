import { useCallback } from 'react'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import { situation } from '../../schema/api/situation.ts'
import { useSession } from '../office/session.tsx'
import { useLoad } from '../office/use-load.ts'
import { useReload } from './use-reload.ts'

export type Situation = AnswerOf<typeof situation>
export type Region = Situation['regions'][number]
export type RoadBlock = Situation['roads'][number]

/** What concerns more than one checkpoint; asked for anew when incidents change, and each half minute. */
export function useSituation(of: string) {
  const { ask } = useSession()
  const { value, reload } = useLoad(useCallback(() => ask(situation, {}), [ask]))
  useReload(of, reload)
  return { situation: value, reload }
}
