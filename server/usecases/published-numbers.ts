import type * as z from 'zod/mini'
import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type {
  decideNumber as decideContract,
  listNumberProposals as listContract,
  numberProposal,
  proposeNumber as proposeContract,
} from '../../schema/api/published-numbers.ts'
import { Fault } from '../../shared/fault.ts'
import { readServiceNumber } from '../../shared/identity/service-number.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { nonePublished, type PublishedNumbers } from '../../shared/wording/published-numbers.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import { addDecision, addProposal, newestProposals, proposalById, publishedNow } from '../store/published-numbers.ts'
import type { ListedProposal } from '../store/published-numbers.ts'
import { byStaff } from './actor.ts'
import { mayThey, permit } from './may.ts'
import { newId } from './new-id.ts'

type View = z.infer<typeof numberProposal>

/** What everybody is told to call; null where nothing was ever approved, or it was taken back. */
export async function publishedNumbersNow(deps: Pick<Deps, 'db'>): Promise<PublishedNumbers> {
  const rows = await deps.db.all(publishedNow())
  return { ...nonePublished, ...Object.fromEntries(rows.map(({ kind, number }) => [kind, number])) }
}

function viewOf(row: ListedProposal, inForce: ReadonlySet<string>, asker: Asker): View {
  const { approved, decided_by: by, decider, decided_at: at } = row
  const state = approved === null ? 'waiting' : approved === 0 ? 'declined' : inForce.has(row.id) ? 'in-force' : 'past'
  const decides = approved === null && mayThey(asker, 'publish a number')
  const own = asker.kind === 'staff' && asker.staff === row.proposed_by
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    reason: row.reason,
    proposedBy: { id: row.proposed_by, name: row.proposer },
    proposedAt: beijingIso(instant(row.proposed_at)),
    state,
    decidedBy: by === null ? null : { id: by, name: decider ?? '' },
    decidedAt: at === null ? null : beijingIso(instant(at)),
    declined: approved === 0 ? (row.declined ?? '') : null,
    may: { approve: decides && !own, decline: decides },
  }
}

const inForceIds = async (deps: Pick<Deps, 'db'>): Promise<ReadonlySet<string>> =>
  new Set((await deps.db.all(publishedNow())).map(({ id }) => id))

export async function listNumberProposals(deps: Deps, asker: Asker): Promise<AnswerOf<typeof listContract>> {
  permit(asker, 'see proposed numbers')
  const [rows, inForce] = await Promise.all([deps.db.all(newestProposals(100)), inForceIds(deps)])
  return {
    items: rows.map((row) => viewOf(row, inForce, asker)),
    may: { propose: mayThey(asker, 'publish a number') },
  }
}

/** @throws Fault not-found TN-04 */
async function proposalNamed(deps: Pick<Deps, 'db'>, id: string): Promise<ListedProposal> {
  const [row] = await deps.db.all(proposalById(id))
  if (row === undefined) throw new Fault('not-found', 'TN-04', 'there is no such proposal', { path: 'path.id' })
  return row
}

const view = async (deps: Deps, asker: Asker, id: string): Promise<View> =>
  viewOf(await proposalNamed(deps, id), await inForceIds(deps), asker)

/** @throws Fault bad-input TN-01 no telephone number, TN-02 as it stands */
export async function proposeNumber(
  deps: Deps,
  asker: Asker,
  { kind, number: typed, reason }: BodyOf<typeof proposeContract>,
): Promise<View> {
  const permitted = permit(asker, 'publish a number')
  const number = typed === null ? null : readServiceNumber(typed)
  if (number === undefined) throw new Fault('bad-input', 'TN-01', 'no telephone number', { path: 'number' })
  const present = await publishedNumbersNow(deps)
  if (present[kind] === number) throw new Fault('bad-input', 'TN-02', 'it is as it stands', { path: 'number' })
  const row = { id: newId(deps), kind, number, reason, proposed_by: permitted.staff, proposed_at: deps.now() }
  const detail = { kind, number: number ?? '' }
  await deps.audit.commit(
    [addProposal(row)],
    [{ by: byStaff(permitted), action: 'number-proposed', subject: row.id, reason, detail }],
  )
  return view(deps, asker, row.id)
}

type Decision = BodyOf<typeof decideContract> & { id: string }
const decided = () => new Fault('conflict', 'TN-05', 'it was decided already; load it again')

/** @throws Fault not-allowed TN-03 (his own), conflict TN-05 (decided), bad-input TN-06 (declined without a reason) */
export async function decideNumber(deps: Deps, asker: Asker, { id, approve, reason }: Decision): Promise<View> {
  const permitted = permit(asker, 'publish a number')
  const row = await proposalNamed(deps, id)
  if (row.approved !== null) throw decided()
  if (approve && row.proposed_by === permitted.staff)
    throw new Fault('not-allowed', 'TN-03', 'another person approves what somebody proposes')
  if (!approve && reason === undefined)
    throw new Fault('bad-input', 'TN-06', 'declined without a reason', { path: 'reason' })
  const decision = {
    proposal_id: id,
    approved: approve ? (1 as const) : (0 as const),
    reason: reason ?? null,
    decided_by: permitted.staff,
    decided_at: deps.now(),
  }
  const detail = { kind: row.kind, number: row.number ?? '' }
  const action = approve ? 'number-published' : 'number-declined'
  const why = reason === undefined ? {} : { reason }
  try {
    await deps.audit.commit([addDecision(decision)], [{ by: byStaff(permitted), action, subject: id, ...why, detail }])
  } catch (cause) {
    if (cause instanceof Taken && cause.on.startsWith('number_decision')) throw decided()
    throw cause
  }
  return view(deps, asker, id)
}
