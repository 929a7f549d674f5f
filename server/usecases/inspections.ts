import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type { getInspection as getContract, listInspections as listContract } from '../../schema/api/inspections.ts'
import { Fault } from '../../shared/fault.ts'
import { normalisePlate } from '../../shared/identity/plate.ts'
import { day, instant, parseInstant, plus } from '../../shared/instant.ts'
import { publishedAt } from '../../shared/policy/published-law.ts'
import { publishedToJson } from '../../shared/policy/published-wire.ts'
import { readSealed } from '../../shared/sync/sealed-envelope.ts'
import { settlementIn } from '../../shared/sync/settlement.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { inspectionById, inspectionPage } from '../store/inspections.ts'
import type { Listed, Page } from '../store/inspections.ts'
import { byStaff } from './actor.ts'
import { viewOfInspection } from './inspection-view.ts'
import { permit, permitAt } from './may.ts'

type Query = QueryOf<typeof listContract>
const usualPage = 50

/** The ledger 台账, newest first; a head sees his own checkpoint. */
export async function listInspections(deps: Deps, asker: Asker, query: Query): Promise<AnswerOf<typeof listContract>> {
  const { only } = permit(asker, 'see inspections')
  if (query.checkpoint !== undefined) permitAt(asker, 'see inspections', query.checkpoint)
  const limit = query.limit ?? usualPage
  const rows = await deps.db.all(
    inspectionPage({
      checkpoint: query.checkpoint ?? only ?? undefined,
      plate: query.plate === undefined ? undefined : normalisePlate(query.plate),
      row: query.row,
      offline: query.offline,
      agrees: query.agrees,
      ...dayOf(query.day),
      before: query.before === undefined ? undefined : readCursor(query.before),
      limit,
    }),
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last !== undefined ? cursorOf(last) : null
  return { items: page.map(viewOfInspection), next }
}

/** A Beijing calendar day, from midnight to midnight. */
function dayOf(date: string | undefined): Pick<Page, 'from' | 'until'> {
  if (date === undefined) return {}
  const from = parseInstant(`${date}T00:00:00+08:00`)
  if (from === undefined) throw new Fault('bad-input', 'RC-13', 'there is no such day', { path: 'query.day' })
  return { from, until: plus(from, day) }
}

const cursorOf = (row: Listed): string => `${row.made_at}_${row.id}`

function readCursor(text: string): NonNullable<Page['before']> {
  const [, madeAt, id] = /^(-?\d{1,15})_([0-9a-fA-F-]{36})$/.exec(text) ?? []
  if (madeAt === undefined || id === undefined)
    throw new Fault('bad-input', 'RC-13', 'not the `next` of a page', { path: 'query.before' })
  return { madeAt: Number(madeAt), id }
}

/** One inspection whole, with both verdicts and the signed envelope. That it was read stands in the log. */
export async function getInspection(deps: Deps, asker: Asker, id: string): Promise<AnswerOf<typeof getContract>> {
  const [row] = await deps.db.all(inspectionById(id))
  permit(asker, 'see one inspection whole')
  if (row === undefined) throw new Fault('not-found', 'RC-12', 'there is no such inspection', { path: 'path.id' })
  const permitted = permitAt(asker, 'see one inspection whole', row.checkpoint_id)
  const detail = { checkpoint: row.checkpoint_id }
  await deps.audit.commit([], [{ by: byStaff(permitted), action: 'inspection-read', subject: id, detail }])
  const where = deps.law.where(row.checkpoint_id)
  const published = publishedAt(deps.law.published(), where, plus(instant(row.made_at), -1))
  return {
    inspection: viewOfInspection(row),
    facts: objectIn(row.facts),
    verdict: objectIn(row.verdict),
    deviceVerdict: objectIn(row.device_verdict),
    envelope: row.envelope,
    settled: settlementIn(readSealed(row.envelope).json),
    county: where.county,
    law: { ...publishedToJson(published) },
  }
}

function objectIn(text: string): Record<string, unknown> {
  const object: Record<string, unknown> = JSON.parse(text)
  return object
}
