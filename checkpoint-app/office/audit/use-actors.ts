import { useCallback } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { listAuditActors } from '../../../schema/api/audit.ts'
import { useSession } from '../session.tsx'
import { useLoad } from '../use-load.ts'

export type KnownActor = AnswerOf<typeof listAuditActors>['items'][number]

/** Everybody who stands in the log. */
export function useActors(): readonly KnownActor[] {
  const { ask } = useSession()
  const actors = useLoad(useCallback(() => ask(listAuditActors, {}), [ask]))
  return actors.value?.items ?? []
}
