import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type ProposalRow = Tables['number_proposal']
export type DecisionRow = Tables['number_decision']

export const addProposal = (row: ProposalRow): Write => sql.insertInto('number_proposal').values(row).compile()

/** The second to decide fails with Taken('number_decision.proposal_id'). */
export const addDecision = (row: DecisionRow): Write => sql.insertInto('number_decision').values(row).compile()

export type PublishedRow = Pick<ProposalRow, 'id' | 'kind' | 'number'>
/** The newest approved of each kind. */
export const publishedNow = (): CompiledQuery<PublishedRow> =>
  raw<PublishedRow>`
    select id, kind, number from (
      select p.id, p.kind, p.number,
        row_number() over (partition by p.kind order by d.decided_at desc, p.proposed_at desc, p.id desc) as place
        from number_proposal p join number_decision d on d.proposal_id = p.id where d.approved = 1) approved
    where place = 1 order by kind`.compile(sql)

export type ListedProposal = ProposalRow & {
  proposer: string
  approved: 0 | 1 | null
  decided_by: string | null
  decider: string | null
  decided_at: number | null
  declined: string | null
}
const listed = () =>
  sql
    .selectFrom('number_proposal as p')
    .innerJoin('staff as proposer', 'proposer.id', 'p.proposed_by')
    .leftJoin('number_decision as d', 'd.proposal_id', 'p.id')
    .leftJoin('staff as decider', 'decider.id', 'd.decided_by')
    .selectAll('p')
    .select([
      'proposer.name as proposer',
      'd.approved as approved',
      'd.decided_by as decided_by',
      'decider.name as decider',
      'd.decided_at as decided_at',
      'd.reason as declined',
    ])

/** Newest first. */
export const newestProposals = (limit: number): CompiledQuery<ListedProposal> =>
  listed().orderBy('p.proposed_at', 'desc').orderBy('p.id', 'desc').limit(limit).compile()

export const proposalById = (id: string): CompiledQuery<ListedProposal> => listed().where('p.id', '=', id).compile()
