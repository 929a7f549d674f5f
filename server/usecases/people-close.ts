import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { closeReason as contract } from '../../schema/api/codes.ts'
import type { Closed } from '../../shared/codes/events.ts'
import { ledgerAt } from '../../shared/codes/ledger.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { byStaff } from './actor.ts'
import { decidedMeanwhile, eventsOf, writeChecked } from './code-ledger.ts'
import { permit } from './may.ts'
import { newId } from './new-id.ts'
import { doneWith } from './people-red.ts'
import { endedNews } from './people-tell.ts'

type Form = BodyOf<typeof contract> & { person: string }

/** A decision on the one reason it names, in a way that the rules give this role; the driver is told at once. */
export async function closeReason(deps: Deps, asker: Asker, form: Form): Promise<AnswerOf<typeof contract>> {
  const { staff, role } = permit(asker, 'close a reason of a code')
  const { person, opening, way, document } = form
  const now = deps.now()
  const numbersAt = (at: typeof now) => deps.law.numbersAt(at)
  const given = (await eventsOf(deps, [person])).get(person) ?? []
  const found = ledgerAt(given, now, numbersAt).open.find((one) => one.opening === opening)
  if (found === undefined) throw new Fault('conflict', 'CO-01', 'nothing of this id is open', { path: 'opening' })
  const actor = { role: role === 'epidemic' ? 'epidemic' : 'appeal-officer', id: staff } as const
  const event: Closed = { kind: 'closed', id: newId(deps), at: now, source: 'office', actor, opening, way, document }
  const after = ledgerAt([...given, event], now, numbersAt)
  const closed = after.closed.find((one) => one.opening === opening)
  const detail = { opening, code: found.reason, ground: found.ground, way, document }
  const entry = {
    by: byStaff({ staff, role }),
    action: 'reason-closed',
    subject: person,
    reason: document,
    detail,
  } as const
  const news = closed ? await endedNews(deps, person, closed, after.colour) : []
  await writeChecked(deps, person, event, [entry], news).catch(decidedMeanwhile)
  return doneWith(deps, person)
}
