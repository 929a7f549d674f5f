import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { dryRun as contract } from '../../schema/api/editions.ts'
import { Fault } from '../../shared/fault.ts'
import { maskPlate } from '../../shared/identity/plate.ts'
import { beijing, beijingIso, day, hour, instant, parseInstant, plus, type Instant } from '../../shared/instant.ts'
import type { Amendment } from '../../shared/policy/amendment.ts'
import { endDryRun, startDryRun, take, type DryRun } from '../../shared/policy/dry-run.ts'
import { settled } from '../../shared/policy/edition.ts'
import { rejudge } from '../../shared/policy/edition-replay.ts'
import type { LawOverTime, Where } from '../../shared/policy/published-law.ts'
import { lawOf } from '../../shared/policy/published-law.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { setAmendment } from '../store/amendments.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import { staffById } from '../store/staff.ts'
import { inspectionsToTry, type ToTry } from '../store/stored-verdicts.ts'
import { byStaff } from './actor.ts'
import { amendmentNamed, refuseUnless, takeStep } from './amendments.ts'
import { amendmentOf, viewOfAmendment, type AmendmentView } from './amendment-view.ts'
import { pause } from './in-slices.ts'
import { permit } from './may.ts'
import { dryRunRows, dryRunSpan, dryRunTakes } from './parameters.ts'

type Asked = BodyOf<typeof contract> & { id: string }
type Span = { from: Instant; until: Instant }
const page = 500

/** The Beijing day before today. */
function yesterday(now: Instant): Span {
  const b = beijing(now)
  const today = plus(now, -(now % 1000) - ((b.hour * 60 + b.minute) * 60 + b.second) * 1000)
  return { from: plus(today, -day), until: today }
}

/** An emergency is tried on the hours until now: it answers to something that is happening. */
function usualSpan({ class: kind }: Amendment, now: Instant): Span {
  return kind === 'regular' ? yesterday(now) : { from: plus(now, -24 * hour), until: now }
}

function spanOf(asked: Asked, amendment: Amendment, now: Instant): Span {
  const usual = usualSpan(amendment, now)
  const read = (iso: string | undefined) => (iso === undefined ? undefined : parseInstant(iso))
  const span = { from: read(asked.from) ?? usual.from, until: read(asked.until) ?? usual.until }
  const length = span.until - span.from
  if (length > 0 && length <= dryRunSpan && span.until <= now) return span
  throw new Fault('bad-input', 'AM-24', 'from one minute to 31 days, none of them to come', { path: 'from' })
}

/** As if it had been published when the span began. */
function lawWithDraft(deps: Deps, amendment: Amendment, from: Instant): LawOverTime {
  const { amendments, overlays } = deps.law.published()
  const draft = { id: 'draft', amendment: { ...amendment, from: beijingIso(from) }, publishedAt: from, endedAt: null }
  return lawOf({ amendments: [...amendments, draft], overlays })
}

type Run = { law: LawOverTime; places: ReadonlyMap<string, Where>; report: DryRun }

function tryOne({ law, places, report }: Run, row: ToTry): void {
  const madeAt = instant(row.made_at)
  const edition = settled(law.editionAt(madeAt, places.get(row.checkpoint_id)))
  const rejudged = rejudge({ id: row.id, madeAt, facts: row.facts, verdict: row.verdict }, edition)
  take(report, { id: row.id, madeAt, checkpoint: row.checkpoint_id, plate: maskPlate(row.plate), rejudged })
}

/** Page by page, until the span, the rows or the time are used up. Returns up to where it came. */
async function run(deps: Deps, { from, until }: Span, now: Run): Promise<{ until: Instant; complete: boolean }> {
  const started = deps.now()
  let after: ToTry | undefined
  for (let taken = 0; taken < dryRunRows; taken += page) {
    const rows = await deps.db.all(inspectionsToTry({ from, until, after, limit: page }))
    for (const row of rows) tryOne(now, row)
    after = rows.at(-1) ?? after
    if (rows.length < page) return { until, complete: true }
    if (deps.now() - started > dryRunTakes) break
    await pause()
  }
  return { until: instant(after?.made_at ?? until), complete: false }
}

async function tryOut(deps: Deps, amendment: Amendment, span: Span) {
  const checkpoints = await deps.db.all(everyCheckpoint())
  const report = startDryRun((id) => checkpoints.find((one) => one.id === id)?.lanes ?? 1)
  const places = new Map(checkpoints.map(({ id, county }) => [id, { checkpoint: id, county }]))
  const reached = await run(deps, span, { law: lawWithDraft(deps, amendment, span.from), places, report })
  return { ...reached, report: endDryRun(report) }
}

async function nameOf(deps: Deps, staff: string): Promise<string> {
  const [row] = await deps.db.all(staffById(staff))
  return row?.name ?? ''
}

/** Judges the inspections of a span again as if the draft had been in force, and keeps what came out with this very version. */
export async function dryRun(deps: Deps, asker: Asker, asked: Asked): Promise<AmendmentView> {
  const permitted = permit(asker, 'draft or sign an amendment')
  const row = await amendmentNamed(deps, asked.id)
  refuseUnless(row, asked.version)
  const now = deps.now()
  const amendment = amendmentOf(row)
  const span = spanOf(asked, amendment, now)
  const base = deps.law.editionAt(now).id
  const { report, complete, until } = await tryOut(deps, amendment, span)
  const by = { id: permitted.staff, name: await nameOf(deps, permitted.staff) }
  const times = { at: beijingIso(now), from: beijingIso(span.from), until: beijingIso(until) }
  const tried = { version: row.version, base, by, ...times, complete, milliseconds: deps.now() - now, report }
  const { inspections, moved, stricter } = report
  const detail = { version: row.version, from: times.from, until: times.until, inspections, moved, stricter }
  const entry = { by: byStaff(permitted), action: 'amendment-tried', subject: row.id, detail } as const
  const writes = [setAmendment(row.id, { dry_run: JSON.stringify(tried) })]
  await takeStep(deps, row, { step: 'try', by: permitted.staff }, { writes, entries: [entry] })
  return viewOfAmendment(deps, await amendmentNamed(deps, row.id))
}
