import { useCallback } from 'react'
import type * as z from 'zod/mini'
import { listCheckpoints, type checkpointView } from '../../schema/api/office.ts'
import { useSession } from './session.tsx'
import { useLoad, type Loaded } from './use-load.ts'

export type Checkpoint = z.infer<typeof checkpointView>

export function useCheckpoints(): Loaded<{ items: Checkpoint[] }> {
  const { ask } = useSession()
  return useLoad(useCallback(() => ask(listCheckpoints, {}), [ask]))
}
