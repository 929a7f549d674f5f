import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { handleLead as handleContract } from '../../schema/api/leads.ts'
import { Fault } from '../../shared/fault.ts'
import { isComparison, mayBecome, nextStates } from '../../shared/leads/kinds.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import { closeComparison, handleLeadRow } from '../store/leads.ts'
import { happenOnce } from '../store/once.ts'
import { byStaff } from './actor.ts'
import { leadFor, viewOfLead } from './leads.ts'

type Form = BodyOf<typeof handleContract> & { id: string }

/**
 * Passes a lead on, or closes it with what came out. Each state is left once, so of two supervisors at once one is refused.
 * @throws Fault conflict LE-02 (its state has changed), bad-input LE-04 (passed on to nobody)
 */
export async function handleLead(deps: Deps, asker: Asker, form: Form): Promise<AnswerOf<typeof handleContract>> {
  const { row, permitted } = await leadFor(deps, asker, form.id, 'handle leads')
  if ((form.state === 'passed-on') !== (form.passedTo !== undefined))
    throw new Fault('bad-input', 'LE-04', 'whom it is passed on to is said then, and only then', { path: 'passedTo' })
  if (!mayBecome(row.state, form.state)) throw changed()
  const passedTo = form.passedTo ?? null
  const to = { state: form.state, passedTo, note: form.note, at: deps.now(), staff: permitted.staff }
  const { kind, plate, state: before } = row
  const detail = { kind, plate, before, state: form.state, passedTo }
  try {
    await deps.audit.commit(
      [
        happenOnce(`lead-handled/${row.id}/${before}`, deps.now()),
        handleLeadRow(row, to),
        ...(isComparison(kind) && nextStates[form.state].length === 0 ? closeComparison(row, deps.now()) : []),
      ],
      [{ by: byStaff(permitted), action: 'lead-handled', subject: row.id, reason: form.note, detail }],
    )
  } catch (cause) {
    if (cause instanceof Taken && cause.on === 'once.what') throw changed()
    throw cause
  }
  return viewOfLead((await leadFor(deps, asker, form.id, 'handle leads')).row)
}

const changed = () => new Fault('conflict', 'LE-02', 'the state of this lead has changed')
