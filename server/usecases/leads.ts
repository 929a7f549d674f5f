import type * as z from 'zod/mini'
import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type { getLead as getContract, leadView, listLeads as listContract } from '../../schema/api/leads.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { photosOfLead } from '../store/evidence.ts'
import { leadById, leadCounts, leadPage, witnessesOf } from '../store/leads.ts'
import type { LeadAndNames, LeadPage, Witness } from '../store/leads.ts'
import { passByNumber } from '../store/passes.ts'
import { mayThey, permit } from './may.ts'
import type { Deed, Permitted } from './may.ts'

type Query = QueryOf<typeof listContract>
type View = z.infer<typeof leadView>
const usualPage = 50
const countedAtMost = 1000

/** Leads by when they came in; a head sees those of his checkpoint, of two places either. */
export async function listLeads(deps: Deps, asker: Asker, query: Query): Promise<AnswerOf<typeof listContract>> {
  const { only } = permit(asker, 'see leads')
  const limit = query.limit ?? usualPage
  const checkpoint = only ?? undefined
  const before = query.before === undefined ? undefined : readCursor(query.before)
  const [rows, counts] = await Promise.all([
    deps.db.all(leadPage({ state: query.state, kind: query.kind, checkpoint, before, limit })),
    deps.db.all(leadCounts(checkpoint, countedAtMost)),
  ])
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const of = (state: string) => counts.find((count) => count.state === state)?.n ?? 0
  return {
    items: items.map(viewOfLead),
    next: rows.length > limit && last !== undefined ? `${last.found_at}_${last.id}` : null,
    counts: { open: of('open'), passedOn: of('passed-on') },
  }
}

function readCursor(text: string): NonNullable<LeadPage['before']> {
  const [, foundAt, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text) ?? []
  if (foundAt === undefined || id === undefined)
    throw new Fault('bad-input', 'LE-03', 'not the `next` of a page', { path: 'query.before' })
  return { foundAt: Number(foundAt), id }
}

/** One lead, and the inspections that saw it. */
export async function getLead(deps: Deps, asker: Asker, id: string): Promise<AnswerOf<typeof getContract>> {
  const { row } = await leadFor(deps, asker, id, 'see leads')
  const [witnesses, photos] = await Promise.all([
    deps.db.all(witnessesOf([row.inspection_id, row.other_inspection_id].flatMap((one) => one ?? []))),
    mayThey(asker, 'see evidence') ? deps.db.all(photosOfLead(row)) : [],
  ])
  return {
    lead: viewOfLead(row),
    inspections: witnesses.map(viewOfWitness),
    photos: photos.map((photo) => ({ id: photo.id, takenAt: iso(photo.taken_at), until: iso(photo.until) })),
    passNumber: mayThey(asker, 'see passes') ? await passIn(deps, row) : null,
  }
}

/** Its number, where it is about a pass of ours and no trip. */
async function passIn(deps: Deps, { credential }: LeadAndNames): Promise<string | null> {
  const [pass] = credential === null ? [] : await deps.db.all(passByNumber(credential))
  return pass?.number ?? null
}

/** What is not his own looks like what is not there. @throws Fault not-found LE-01 */
export async function leadFor(
  deps: Deps,
  asker: Asker,
  id: string,
  deed: Deed,
): Promise<{ row: LeadAndNames; permitted: Permitted }> {
  const permitted = permit(asker, deed)
  const [row] = await deps.db.all(leadById(id))
  const { only } = permitted
  const isHis = only === null || row?.checkpoint_id === only || row?.other_checkpoint_id === only
  if (row === undefined || !isHis) throw new Fault('not-found', 'LE-01', 'there is no such lead', { path: 'path.id' })
  return { row, permitted }
}

const iso = (at: number) => beijingIso(instant(at))

export const viewOfLead = (row: LeadAndNames): View => ({
  id: row.id,
  kind: row.kind,
  at: iso(row.at),
  foundAt: iso(row.found_at),
  plate: row.plate,
  credential: row.credential === null ? null : `…${row.credential.slice(-4)}`,
  place: { checkpoint: row.checkpoint_id, name: row.checkpoint_name },
  other:
    row.other_checkpoint_id === null
      ? null
      : { checkpoint: row.other_checkpoint_id, name: row.other_checkpoint_name ?? row.other_checkpoint_id },
  apart: apartIn(row),
  state: row.state,
  passedTo: row.passed_to,
  handledAt: row.handled_at === null ? null : iso(row.handled_at),
  handledBy: row.handled_by_name,
  note: row.note,
  photos: row.photos,
})

function apartIn({ kind, detail }: LeadAndNames): View['apart'] {
  if (kind !== 'two-places') return null
  const { km, minutes }: { km: number; minutes: number } = JSON.parse(detail)
  return { km, minutes }
}

const viewOfWitness = (row: Witness): AnswerOf<typeof getContract>['inspections'][number] => ({
  id: row.id,
  madeAt: iso(row.made_at),
  receivedAt: iso(row.received_at),
  place: { checkpoint: row.checkpoint_id, name: row.checkpoint_name },
  lane: row.lane,
  inspector: row.inspector,
  plate: row.plate,
  row: row.row,
  offline: row.offline === 1,
})
