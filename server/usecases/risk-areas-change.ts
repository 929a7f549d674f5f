import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { addRiskAreas as addContract, endRiskArea as endContract } from '../../schema/api/risk-areas.ts'
import { Fault } from '../../shared/fault.ts'
import { regionOf } from '../../shared/identity/region.ts'
import { day, instant, parseInstant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { faultWords } from '../../shared/wording/faults.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import { addRiskArea, endRiskAreaRow, openRiskAreasIn, riskAreaById } from '../store/risk-areas.ts'
import type { RiskAreaRow } from '../store/risk-areas.ts'
import { byStaff } from './actor.ts'
import { permit } from './may.ts'
import type { Permitted } from './may.ts'
import { newId } from './new-id.ts'
import { viewOfRiskArea } from './risk-areas.ts'

type Form = BodyOf<typeof addContract>
type Item = Form['items'][number]
type Result = AnswerOf<typeof addContract>['results'][number]

/** Announced ahead of its day, or found out late; anything else is a slip of the pen. */
const aheadAtMost = 7 * day
const backAtMost = 365 * day

/** Lists areas as published. When somebody else lists the same at that moment, all is read again. */
export async function addRiskAreas(deps: Deps, asker: Asker, form: Form): Promise<AnswerOf<typeof addContract>> {
  const by = permit(asker, 'change risk areas')
  try {
    return { results: await add(deps, by, form) }
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
    return { results: await add(deps, by, form) }
  }
}

async function add(deps: Deps, by: Permitted, { source, items }: Form): Promise<Result[]> {
  const open: RiskAreaRow[] = await deps.db.all(openRiskAreasIn(items.map(({ region }) => region)))
  const added: RiskAreaRow[] = []
  const results = items.map((item, index) => {
    const outcome = oneOf(deps, by, { item, source, path: `items.${index}` }, [...open, ...added])
    if ('status' in outcome) return outcome
    added.push(outcome)
    return { status: 'recorded' as const, id: outcome.id, error: null }
  })
  const [first] = added
  if (first !== undefined)
    await deps.audit.commit(added.map(addRiskArea), [
      { by: byStaff(by), action: 'risk-area-added', subject: first.id, detail: { source, lines: added.length } },
    ])
  return results
}

type Line = { item: Item; source: string; path: string }

function oneOf(
  deps: Deps,
  by: Permitted,
  { item, source, path }: Line,
  open: readonly RiskAreaRow[],
): Result | RiskAreaRow {
  const now = deps.now()
  if (regionOf(item.region) === undefined) return refused('RA-01', 'no such region', `${path}.region`)
  const from = item.from === undefined ? now : (parseInstant(item.from) ?? now)
  if (!near(from, now)) return refused('RA-02', 'the day is too far off', `${path}.from`)
  const there = open.find((row) => row.region === item.region && row.name === item.name)
  if (there?.level === item.level) return { status: 'already', id: there.id, error: null }
  if (there !== undefined) return refused('RA-03', 'it stands there with another level', `${path}.level`)
  return {
    id: newId(deps),
    region: item.region,
    name: item.name,
    level: item.level,
    from_at: from,
    to_at: null,
    source,
    added_by: by.staff,
    added_at: now,
    ended_by: null,
    ended_at: null,
    end_reason: null,
  }
}

const near = (at: Instant, now: Instant): boolean => at <= now + aheadAtMost && at >= now - backAtMost

const refused = (code: string, message: string, path: string): Result => ({
  status: 'refused',
  id: null,
  error: { code, message: faultWords[code]?.zh ?? message, path },
})

type End = BodyOf<typeof endContract> & { id: string }

/** @throws Fault not-found RA-04, conflict RA-05, bad-input RA-06 */
export async function endRiskArea(deps: Deps, asker: Asker, form: End): Promise<AnswerOf<typeof endContract>> {
  const by = permit(asker, 'change risk areas')
  const [row] = await deps.db.all(riskAreaById(form.id))
  if (row === undefined) throw new Fault('not-found', 'RA-04', 'there is no such risk area')
  if (row.ended_at !== null) throw new Fault('conflict', 'RA-05', 'it was taken off the list already')
  const now = deps.now()
  const to = form.to === undefined ? instant(Math.max(now, row.from_at)) : (parseInstant(form.to) ?? now)
  if (to < row.from_at || to > plus(now, aheadAtMost))
    throw new Fault('bad-input', 'RA-06', 'it cannot end then', { path: 'body.to' })
  const ended = { to_at: to, ended_at: now, ended_by: by.staff, end_reason: form.reason }
  await deps.audit.commit(
    [endRiskAreaRow(form.id, ended)],
    [{ by: byStaff(by), action: 'risk-area-ended', subject: form.id, detail: { reason: form.reason } }],
  )
  const [after] = await deps.db.all(riskAreaById(form.id))
  return viewOfRiskArea(after ?? row)
}
