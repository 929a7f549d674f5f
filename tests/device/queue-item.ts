import type { QueueItem } from '../../checkpoint-app/device/store.ts'
import { instant } from '../../shared/instant.ts'

export const queueItem = (id: string, at = 0, changes: Partial<QueueItem> = {}): QueueItem => ({
  id,
  kind: 'inspection',
  at: instant(at),
  payload: `jws-${id}`,
  state: 'waiting',
  summary: { plate: '豫HX0001', row: 'V8', outcome: 'release', code: 'V8-0000' },
  ...changes,
})
