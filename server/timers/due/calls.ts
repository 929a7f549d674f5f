import { callIsDue, callsToLookAt, lookedAt } from '../../usecases/cases-due.ts'
import type { DueSource } from '../due-source.ts'

/** T15: a case that nobody dispatched is called out, one that a level did not answer goes up: 县 → 市 → 省. */
export const calls: DueSource = {
  name: 'calls',
  actions: ['escalate-dispatch', 'escalate-reply'],
  load: async (deps, until) => ({ calls: await callsToLookAt(deps, until) }),
  act: (deps, due, told) => (told ? callIsDue(deps, due) : Promise.resolve([])),
  logs: true,
  settle: (deps, { calls: loaded = [] }, run) => lookedAt(deps, loaded, run),
}
