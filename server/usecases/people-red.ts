import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { proposeRed as proposeContract, proposeReds as batchContract } from '../../schema/api/codes.ts'
import type { Closed, Proposed, Signed } from '../../shared/codes/events.ts'
import { admit } from '../../shared/codes/refusals.ts'
import { ledgerAt } from '../../shared/codes/ledger.ts'
import type { Proposal } from '../../shared/codes/ledger.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import type { Write } from '../store/db.ts'
import { byStaff } from './actor.ts'
import { addEvents, decidedMeanwhile, eventsOf, firstAfter, ledgersOf, writeChecked } from './code-ledger.ts'
import { permit } from './may.ts'
import type { Permitted } from './may.ts'
import { newId } from './new-id.ts'
import { checkEvidence } from './people-evidence.ts'
import { isAnybody } from './people-list.ts'
import { noSuchPerson, personRowOf } from './people-rows.ts'
import type { PersonView } from './people-rows.ts'
import { confirmedNews } from './people-tell.ts'

type Form = BodyOf<typeof proposeContract>
type Batch = BodyOf<typeof batchContract>
type Done = AnswerOf<typeof proposeContract>
type OnOpening = { person: string; opening: string }

const officer = ({ staff }: Permitted) => ({ role: 'epidemic', id: staff }) as const

export const doneWith = async (deps: Deps, person: string): Promise<Done> => ({
  ok: true,
  row: await personRowOf(deps, person),
})

const proposed = (deps: Deps, by: Permitted, { id, reason, ground, evidence }: Form): Proposed => ({
  kind: 'proposed',
  id,
  at: deps.now(),
  source: 'office',
  actor: officer(by),
  reason,
  ground,
  evidence,
})

/** Whoever proposes has signed; another person must. The same proposal again changes nothing. */
export async function proposeRed(deps: Deps, asker: Asker, form: Form & { person: string }): Promise<Done> {
  const by = permit(asker, 'propose or sign a red code')
  const { person } = form
  const row = await personRowOf(deps, person)
  if (!isAnybody(row)) throw noSuchPerson()
  if (has(row, form.id)) return { ok: true, row }
  refuseSecond(row, form.reason)
  await checkEvidence(deps, person, form.evidence)
  const detail = { opening: form.id, code: form.reason, ground: form.ground, evidence: form.evidence.kind }
  try {
    await writeChecked(deps, person, proposed(deps, by, form), [
      { by: byStaff(by), action: 'red-proposed', subject: person, detail },
    ])
  } catch (cause) {
    // Pressed twice at once: the same proposal.
    const now = await personRowOf(deps, person)
    return has(now, form.id) ? { ok: true, row: now } : decidedMeanwhile(cause)
  }
  return doneWith(deps, person)
}

const has = ({ open, waiting }: PersonView, opening: string) =>
  [...open, ...waiting].some((one) => one.opening === opening)

/** One reason of a person is worked on once. @throws Fault conflict CO-12 */
function refuseSecond({ open, waiting }: PersonView, reason: Form['reason']): void {
  if ([...open, ...waiting].some((one) => one.reason === reason))
    throw new Fault('conflict', 'CO-12', 'the same reason is waiting or open already', { path: 'reason' })
}

/** All or none, under an order of the command. Each is asked of the rules by itself. */
export async function proposeReds(deps: Deps, asker: Asker, form: Batch): Promise<AnswerOf<typeof batchContract>> {
  const by = permit(asker, 'propose or sign a red code')
  const { people, order, id: batch } = form
  const now = deps.now()
  const events = await eventsOf(deps, [...new Set(people)])
  const writes: Write[] = []
  for (const [place, [person, given]] of [...events].entries()) {
    const event = { ...proposed(deps, by, form), id: `${batch}/${place}`, batch, order }
    const row = await personRowOf(deps, person)
    if (!isAnybody(row)) throw noSuchPerson()
    if (has(row, event.id)) continue
    refuseSecond(row, form.reason)
    await checkEvidence(deps, person, form.evidence)
    admit(event, given, now, (at) => deps.law.numbersAt(at))
    writes.push(firstAfter(person, given, now), ...addEvents(person, [event], { now }))
  }
  const detail = { order, code: form.reason, ground: form.ground, people: [...events.keys()] }
  const [first = batch] = events.keys()
  if (writes.length > 0)
    await deps.audit
      .commit(writes, [{ by: byStaff(by), action: 'red-proposed', subject: first, reason: order, detail }])
      .catch(decidedMeanwhile)
  return { proposed: events.size }
}

/** @throws Fault conflict CO-01 when it is not waiting (any more) */
async function waitingReason(deps: Deps, { person, opening }: OnOpening): Promise<Proposal> {
  const found = (await ledgersOf(deps, [person])).get(person)?.proposed.find((one) => one.opening === opening)
  if (found === undefined) throw new Fault('conflict', 'CO-01', 'nothing of this id waits', { path: 'opening' })
  return found
}

/** The second of two persons makes it count, and the driver is told why. */
export async function signRed(deps: Deps, asker: Asker, form: OnOpening): Promise<Done> {
  const by = permit(asker, 'propose or sign a red code')
  const { person, opening } = form
  const waiting = await waitingReason(deps, form)
  refuseOwn(waiting, by)
  const now = deps.now()
  const event: Signed = {
    kind: 'signed',
    // The same for the same hand: pressed twice at once it is one signature.
    id: `signed/${opening}/${by.staff}`,
    at: now,
    source: 'office',
    actor: officer(by),
    proposal: opening,
  }
  const given = (await eventsOf(deps, [person])).get(person) ?? []
  const after = ledgerAt([...given, event], now, (at) => deps.law.numbersAt(at))
  const confirmed = after.open.find((one) => one.opening === opening)
  const news = confirmed ? await confirmedNews(deps, person, confirmed) : []
  const detail = { opening, code: waiting.reason, ground: waiting.ground, counts: confirmed !== undefined }
  const entry = { by: byStaff(by), action: 'red-signed', subject: person, detail } as const
  await writeChecked(deps, person, event, [entry], news).catch(decidedMeanwhile)
  return doneWith(deps, person)
}

/** Two persons, in whatever role the first one acted. @throws Fault conflict CO-01 */
function refuseOwn({ by, signatures }: Proposal, { staff }: Permitted): void {
  if ([by, ...signatures.map((one) => one.by)].some(({ id }) => id === staff))
    throw new Fault('conflict', 'CO-01', 'the second signature must be another person’s', { path: 'opening' })
}

/** Not confirmed: it never coloured anything, and its story stays. */
export async function declineRed(deps: Deps, asker: Asker, form: OnOpening): Promise<Done> {
  const by = permit(asker, 'propose or sign a red code')
  const { person, opening } = form
  const { reason, ground } = await waitingReason(deps, form)
  const event: Closed = {
    kind: 'closed',
    id: newId(deps),
    at: deps.now(),
    source: 'office',
    actor: officer(by),
    opening,
    way: 'declined',
  }
  const detail = { opening, code: reason, ground }
  const entry = { by: byStaff(by), action: 'red-declined', subject: person, detail } as const
  await writeChecked(deps, person, event, [entry]).catch(decidedMeanwhile)
  return doneWith(deps, person)
}
