import type * as z from 'zod/mini'
import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { blockView, putBlock as putContract, resolveBlock as resolveContract } from '../../schema/api/situation.ts'
import { Fault } from '../../shared/fault.ts'
import { normalisePhone } from '../../shared/identity/phone.ts'
import { regionName, regionOf } from '../../shared/identity/region.ts'
import { beijingIso, hour, instant, minute, parseInstant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { risesAt, type Block } from '../../shared/network/block.ts'
import { blockOver, blockTold, type AboutBlock } from '../../shared/wording/network.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import { addBlock, blockById, changeBlock, clearedBlocks, openBlocks, resolveBlockRow } from '../store/roads.ts'
import type { BlockRow } from '../store/roads.ts'
import { byStaff } from './actor.ts'
import { liesIn, permit } from './may.ts'
import type { Permitted } from './may.ts'
import { roadNews } from './roads-tell.ts'
import type { RoadNews } from './roads-tell.ts'

type View = z.infer<typeof blockView>

export const risesAfter = (deps: Pick<Deps, 'law'>, now: Instant): number => deps.law.numbersAt(now).roadBlockRisesAfter

export const blockOf = (row: BlockRow): Block => ({
  kind: row.kind,
  startedAt: instant(row.started_at),
  resolvedAt: row.resolved_at === null ? null : instant(row.resolved_at),
  level: row.level,
  levelSince: row.level_since === null ? null : instant(row.level_since),
})
export const aboutBlock = (row: BlockRow): AboutBlock => ({ ...row, startedAt: instant(row.started_at) })

type Contact = { name: string; phone: string }
const isoOrNull = (at: number | null): string | null => (at === null ? null : beijingIso(instant(at)))

async function viewOf(deps: Deps, row: BlockRow): Promise<View> {
  const contact: Contact | null = JSON.parse(await deps.vault.open('road-contact', row.contact_sealed))
  return {
    id: row.id,
    kind: row.kind,
    road: row.road,
    place: row.place,
    county: row.county,
    countyName: regionName(row.county) ?? row.county,
    source: row.source,
    startedAt: beijingIso(instant(row.started_at)),
    owner: row.owner,
    contact,
    detour: row.detour,
    level: row.level,
    risesAt: isoOrNull(risesAt(blockOf(row), risesAfter(deps, deps.now()))),
    resolvedAt: isoOrNull(row.resolved_at),
    resolution: row.resolution,
  }
}

const shownFor = 2 * hour

/** What goes on in an area, and what was cleared within two hours. */
export async function roadsIn(deps: Deps, area: string | undefined): Promise<View[]> {
  const [open, cleared] = await Promise.all([
    deps.db.all(openBlocks()),
    deps.db.all(clearedBlocks(plus(deps.now(), -shownFor))),
  ])
  const rows = [...open, ...cleared].filter(({ county }) => liesIn(county, area))
  return Promise.all(rows.map((row) => viewOf(deps, row)))
}

type Form = BodyOf<typeof putContract> & { id: string }
const wrong = (code: string, message: string, path: string) => new Fault('bad-input', code, message, { path })
/** Two clocks never agree to the second. */
const clocksDiffer = 2 * minute

function permitRoads(asker: Asker, county: string): Permitted {
  const permitted = permit(asker, 'change the network')
  if (asker.kind === 'staff' && !liesIn(county, asker.area))
    throw new Fault('not-allowed', 'MA-01', 'another area is not yours')
  return permitted
}

/** @throws Fault bad-input RN-02, RN-03, RN-05, conflict RN-04 */
export async function putBlock(deps: Deps, asker: Asker, form: Form): Promise<AnswerOf<typeof putContract>> {
  const permitted = permitRoads(asker, form.county)
  const [before] = await deps.db.all(blockById(form.id))
  if (before !== undefined) permitRoads(asker, before.county)
  if (before !== undefined && before.resolved_at !== null)
    throw new Fault('conflict', 'RN-04', 'it is clear again', { path: 'path.id' })
  const row = await rowOf(deps, form, { before, staff: permitted.staff })
  const { contact_sealed: _, resolution: _resolution, ...detail } = row
  const news =
    before === undefined
      ? await roadNews(deps, row, { kind: 'road-told', words: blockTold(aboutBlock(row)), levels: ['county'] })
      : []
  const entry = { by: byStaff(permitted), action: 'road-put', subject: row.id, detail } as const
  try {
    await deps.audit.commit([before === undefined ? addBlock(row) : changeBlock(row.id, row), ...news], [entry])
  } catch (cause) {
    // The same press sent twice at once.
    if (!(cause instanceof Taken && cause.on.startsWith('road_block'))) throw cause
  }
  const [after = row] = await deps.db.all(blockById(row.id))
  return viewOf(deps, after)
}

type Given = { before: BlockRow | undefined; staff: string }

async function rowOf(deps: Deps, form: Form, { before, staff }: Given): Promise<BlockRow> {
  const startedAt = parseInstant(form.startedAt) ?? deps.now()
  if (startedAt > plus(deps.now(), clocksDiffer))
    throw wrong('RN-02', 'it cannot have begun later than now', 'startedAt')
  if (regionOf(form.county) === undefined) throw wrong('RN-03', 'there is no such region', 'county')
  const phone = form.contactPhone === undefined ? null : normalisePhone(form.contactPhone)
  if (phone !== null && !/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{3,8})$/.test(phone))
    throw wrong('RN-05', 'not a telephone number', 'contactPhone')
  const contact: Contact | null = phone === null ? null : { name: form.contactName ?? '', phone }
  return {
    id: form.id,
    kind: form.kind,
    road: form.road,
    place: form.place,
    county: form.county,
    source: form.source,
    started_at: Math.min(startedAt, deps.now()),
    owner: form.owner,
    contact_sealed: await deps.vault.seal('road-contact', JSON.stringify(contact)),
    detour: form.detour ?? null,
    level: before?.level ?? 'county',
    level_since: before?.level_since ?? null,
    made_at: before?.made_at ?? deps.now(),
    made_by: before?.made_by ?? staff,
    resolved_at: null,
    resolution: null,
  }
}

/** @throws Fault not-found RN-01 */
export async function resolveBlock(
  deps: Deps,
  asker: Asker,
  { id, resolution }: BodyOf<typeof resolveContract> & { id: string },
): Promise<AnswerOf<typeof resolveContract>> {
  permit(asker, 'change the network')
  const [row] = await deps.db.all(blockById(id))
  if (row === undefined) throw new Fault('not-found', 'RN-01', 'there is no such road event', { path: 'path.id' })
  const permitted = permitRoads(asker, row.county)
  if (row.resolved_at === null) {
    const news: RoadNews = { kind: 'road-clear', words: blockOver(aboutBlock(row), deps.now()), levels: [row.level] }
    await deps.audit.commit(
      [resolveBlockRow(id, deps.now(), resolution), ...(await roadNews(deps, row, news))],
      [{ by: byStaff(permitted), action: 'road-resolved', subject: id, detail: { level: row.level } }],
    )
  }
  const [after = row] = await deps.db.all(blockById(id))
  return viewOf(deps, after)
}
