import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type {
  listForeignPasses as foreignContract,
  listPassApplications as applicationsContract,
  listPasses as passesContract,
  samplePasses as sampleContract,
} from '../../schema/api/passes.ts'
import { normalisePlate, parsePlate } from '../../shared/identity/plate.ts'
import { beijingIso, day, instant, minute, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { answerWithinMinutes } from '../../shared/passes/checks.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { foreignPassPage } from '../store/foreign-passes.ts'
import {
  declinedApplications,
  lateApplications,
  waitingApplications,
  waitingSince,
} from '../store/pass-applications.ts'
import type { ApplicationRow } from '../store/pass-applications.ts'
import { listedPass, listedPasses, numbersIssuedSince, passesOfCompany, passPage } from '../store/pass-lists.ts'
import type { ListedPass, PassPage } from '../store/pass-lists.ts'
import { permit } from './may.ts'
import { applicationLine, notAPlace, paged, passLine } from './passes-rows.ts'

const usualPage = 50
/** The counts on top stop here: more than that is told by the queue itself. */
const counted = 500

type PassQuery = QueryOf<typeof passesContract>

/** Passes that were issued, those that run longest first. */
export async function listPasses(deps: Deps, asker: Asker, query: PassQuery): Promise<AnswerOf<typeof passesContract>> {
  permit(asker, 'see passes')
  const limit = query.limit ?? usualPage
  const { items, next } = paged(await passRows(deps, query, limit), limit, (row) => `${row.valid_to}_${row.number}`)
  return { items: items.map((row) => passLine(deps, row)), next }
}

async function passRows(deps: Deps, query: PassQuery, limit: number): Promise<readonly ListedPass[]> {
  const { find } = query
  const before = query.before === undefined ? undefined : readPlace(query.before)
  if (find === undefined) return deps.db.all(passPage({ ...shown(query.show ?? 'valid', deps.now()), before, limit }))
  if (/^\d{12}$/.test(find)) return deps.db.all(listedPass(find))
  const plate = parsePlate(find)
  if (plate.ok && plate.kind !== 'other') return deps.db.all(passPage({ plate: plate.value, before, limit }))
  return (await deps.db.all(passesOfCompany(find, limit))).slice(0, limit)
}

function shown(show: NonNullable<PassQuery['show']>, now: Instant): Pick<PassPage, 'status' | 'runs'> {
  const filters: Readonly<Record<typeof show, Pick<PassPage, 'status' | 'runs'>>> = {
    valid: { status: 'valid', runs: { beyond: now, yes: true } },
    suspended: { status: 'suspended', runs: { beyond: now, yes: true } },
    revoked: { status: 'revoked' },
    expired: { status: 'valid', runs: { beyond: now, yes: false } },
    all: {},
  }
  return filters[show]
}

function readPlace(text: string): { validTo: number; number: string } {
  const [, validTo, number] = /^(\d{1,15})_(\d{12})$/.exec(text) ?? []
  if (validTo === undefined || number === undefined) throw notAPlace()
  return { validTo: Number(validTo), number }
}

type ApplicationQuery = QueryOf<typeof applicationsContract>

/** Those that wait, goods people live on first; those that wait too long; or those that were declined. */
export async function listPassApplications(
  deps: Deps,
  asker: Asker,
  query: ApplicationQuery,
): Promise<AnswerOf<typeof applicationsContract>> {
  permit(asker, 'see passes')
  const limit = query.limit ?? usualPage
  const [rows, since] = await Promise.all([applicationRows(deps, query, limit), deps.db.all(waitingSince(counted))])
  const { items, next } = paged(rows, limit, cursorOf)
  const late = since.filter(({ applied_at: at }) => at <= lateBy(deps)).length
  return { items: items.map(applicationLine), next, counts: { waiting: since.length, late } }
}

const lateBy = (deps: Deps): Instant => plus(deps.now(), -answerWithinMinutes * minute)
const cursorOf = (row: ApplicationRow): string => `${row.first}_${row.applied_at}_${row.id}`

function applicationRows(deps: Deps, { show = 'waiting', before }: ApplicationQuery, limit: number) {
  const place = before === undefined ? undefined : readWaiting(before)
  if (show === 'late') return deps.db.all(lateApplications(lateBy(deps), place, limit))
  if (show === 'declined') return deps.db.all(declinedApplications(place, limit))
  return deps.db.all(waitingApplications(place, limit))
}

function readWaiting(text: string): { first: number; at: number; id: string } {
  const [, first, at, id] = /^([01])_(\d{1,15})_([0-9a-fA-F-]{36})$/.exec(text) ?? []
  if (first === undefined || at === undefined || id === undefined) throw notAPlace()
  return { first: Number(first), at: Number(at), id }
}

/** Passes of so many days take part in the lot, and so many of them at most. */
const sampledDays = 7
const sampledOf = 2000

/** Drawn by lot 事后抽查 (R59): every pass of the last days is as likely as another. */
export async function samplePasses(
  deps: Deps,
  asker: Asker,
  { count = 10 }: QueryOf<typeof sampleContract>,
): Promise<AnswerOf<typeof sampleContract>> {
  permit(asker, 'see passes')
  const since = plus(deps.now(), -sampledDays * day)
  const issued = await deps.db.all(numbersIssuedSince(since, sampledOf))
  const drawn = issued
    .map(({ number }) => ({ number, lot: lotOf(deps) }))
    .toSorted((a, b) => a.lot - b.lot)
    .slice(0, count)
  const rows = await deps.db.all(listedPasses(drawn.map(({ number }) => number)))
  return { since: beijingIso(since), issued: issued.length, items: rows.map((row) => passLine(deps, row)) }
}

function lotOf(deps: Deps): number {
  const bytes = deps.random(4)
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
}

/** Passes of other provinces as inspectors recorded them. */
export async function listForeignPasses(
  deps: Deps,
  asker: Asker,
  query: QueryOf<typeof foreignContract>,
): Promise<AnswerOf<typeof foreignContract>> {
  permit(asker, 'see passes')
  const limit = query.limit ?? usualPage
  const plate = query.plate === undefined ? undefined : normalisePlate(query.plate)
  const before = query.before === undefined ? undefined : readWaiting(`0_${query.before}`)
  const rows = await deps.db.all(foreignPassPage({ plate, before, limit }))
  const { items, next } = paged(rows, limit, (row) => `${row.recorded_at}_${row.id}`)
  return {
    items: items.map((row) => ({
      id: row.id,
      inspection: row.inspection_id,
      plate: row.plate,
      issuer: row.issuer,
      number: row.number,
      validTo: row.valid_to === null ? null : beijingIso(instant(row.valid_to)),
      shown: row.shown,
      oldStyle: row.old_style === 1,
      recordedAt: beijingIso(instant(row.recorded_at)),
    })),
    next,
  }
}
