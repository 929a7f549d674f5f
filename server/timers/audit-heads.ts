import type { Timer } from './index.ts'

/** Signs the end of the log, so that nobody can cut off more than the last minutes of it. */
export const auditHeads: Timer = {
  name: 'audit-heads',
  everySeconds: 300,
  run: (deps) => deps.audit.signHead(),
}
