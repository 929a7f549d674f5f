import { Fault } from '../../shared/fault.ts'
import { beijingIso, documentTime, hour, minute, parseInstant, shortTime, type Instant } from '../../shared/instant.ts'
import { effectiveFrom } from '../../shared/policy/amendment-edition.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import type { Amendment } from '../../shared/policy/amendment.ts'
import { lawOf } from '../../shared/policy/published-law.ts'
import { begins } from '../../shared/policy/spans.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { setAmendment, type ListedAmendment } from '../store/amendments.ts'
import type { Write } from '../store/db.ts'
import { byStaff } from './actor.ts'
import { amendmentNamed, refuseUnless, takeStep } from './amendments.ts'
import {
  amendmentOf,
  basisClause,
  dryRunOf,
  earliestFrom,
  viewOfAmendment,
  type AmendmentView,
} from './amendment-view.ts'
import { permit, type Permitted } from './may.ts'
import { dryRunLasts, dryRunRecent } from './parameters.ts'
import { everyBooth, tell, type Ear } from './tell.ts'

type Asked = { id: string; version: number }

/** @throws Fault conflict AM-25 without a dry run of this very text, under the law as it stands, over enough and recent hours */
function refuseUntried(deps: Deps, row: ListedAmendment, now: Instant): void {
  const tried = dryRunOf(row)
  const at = tried && parseInstant(tried.at)
  const [from, until] = [tried && parseInstant(tried.from), tried && parseInstant(tried.until)]
  if (!tried || !at || !from || !until || tried.version !== row.version)
    throw untried('this text was not tried out yet')
  if (now - at > dryRunLasts) throw untried('the dry run is older than a day')
  if (tried.base !== deps.law.editionAt(now).id) throw untried('the law has changed since the dry run')
  // Whole seconds are written: a span of a day may have lost one.
  if (row.class === 'regular' && until - from < 24 * hour - minute) throw untried('a day at least')
  if (row.class === 'regular' && at - until > dryRunRecent) throw untried('a day of the last week')
  if (row.class === 'emergency' && at - until > hour) throw untried('up to the last hour')
}
const untried = (message: string) => new Fault('conflict', 'AM-25', message)

/** @throws Fault conflict AM-26 when a regular one would bind before everybody has had time to read it */
function refuseShortNotice(deps: Deps, amendment: Amendment, now: Instant): void {
  if (amendment.class === 'emergency' || begins(amendment.from) >= earliestFrom(deps, now)) return
  throw new Fault('conflict', 'AM-26', 'a regular amendment needs its notice', { path: 'from' })
}

/** @throws Fault conflict AM-27: two persons, and the one who wrote it is the first of them or neither */
function refuseSamePerson(row: ListedAmendment, staff: string): void {
  if (staff === row.first_by || staff === row.drafted_by)
    throw new Fault('conflict', 'AM-27', 'the second signature is another person’s')
}

export async function signAmendment(deps: Deps, asker: Asker, { id, version }: Asked): Promise<AmendmentView> {
  const permitted = permit(asker, 'draft or sign an amendment')
  const row = await amendmentNamed(deps, id)
  refuseUnless(row, version)
  const now = deps.now()
  const amendment = amendmentOf(row)
  refuseUntried(deps, row, now)
  refuseShortNotice(deps, amendment, now)
  if (row.first_by === null) await signFirst(deps, row, permitted)
  else {
    refuseSamePerson(row, permitted.staff)
    await publish(deps, { row, amendment, permitted })
    await deps.law.refresh()
  }
  return viewOfAmendment(deps, await amendmentNamed(deps, id))
}

async function signFirst(deps: Deps, row: ListedAmendment, permitted: Permitted): Promise<void> {
  const writes = [setAmendment(row.id, { first_by: permitted.staff, first_at: deps.now() })]
  const detail = { version: row.version, signature: 1 }
  const entry = { by: byStaff(permitted), action: 'amendment-signed', subject: row.id, detail } as const
  await takeStep(deps, row, { step: 'sign', by: permitted.staff }, { writes, entries: [entry] })
}

type Publication = { row: ListedAmendment; amendment: Amendment; permitted: Permitted }

async function publish(deps: Deps, { row, amendment, permitted }: Publication): Promise<void> {
  const now = deps.now()
  const from = effectiveFrom(amendment, now)
  const edition = editionOf(deps, row.id, amendment, from)
  const by = byStaff(permitted)
  const signed = {
    by,
    action: 'amendment-signed',
    subject: row.id,
    detail: { version: row.version, signature: 2 },
  } as const
  const values = Object.entries(amendment.values).map(([name, value]) => `${name}=${value}`)
  const detail = { class: row.class, edition, from: beijingIso(from), values, basis: basisClause(amendment) }
  const published = { by, action: 'amendment-published', subject: row.id, detail } as const
  const state = { state: 'published' as const, second_by: permitted.staff, published_at: now, from_at: from, edition }
  const writes = [setAmendment(row.id, state), ...(await tellEverybody(deps, row.id, newsOf(amendment, from)))]
  await takeStep(deps, row, { step: 'publish', by: permitted.staff }, { writes, entries: [signed, published] })
}

/** The edition that will hold from its first moment on, as things stand. */
function editionOf(deps: Deps, id: string, amendment: Amendment, from: Instant): string {
  const { amendments, overlays } = deps.law.published()
  const publishedAt = deps.now()
  return lawOf({ amendments: [...amendments, { id, amendment, publishedAt, endedAt: null }], overlays }).editionAt(from)
    .id
}

type Said = { kind: string; zh: string; en: string; urgent: boolean; article: ReturnType<typeof basisClause> }

/** A document that was registered with it and stands in no article of ours is named in the words. */
function restsOn({ basis: { document } }: Amendment): Bilingual {
  if (document === undefined) return { zh: '', en: '' }
  const { title, number, article } = document
  return { zh: `依据：《${title}》（${number}）${article}。`, en: ` Basis: ${title}, ${number}, ${article}.` }
}

const newsOf = (amendment: Amendment, from: Instant): Said => ({
  kind: 'amendment-published',
  zh: `规则修订「${amendment.name.zh}」已公布，${documentTime(from)}起施行。查验终端自动更新，无需操作。${restsOn(amendment).zh}`,
  en: `The amendment “${amendment.name.en}” is published and binds from ${shortTime(from)}. Phones follow by themselves.${restsOn(amendment).en}`,
  urgent: amendment.class === 'emergency',
  article: basisClause(amendment),
})

const offices: readonly Ear[] = (['dispatcher', 'supervisor', 'epidemic', 'command'] as const).map((audience) => ({
  audience,
  ref: null,
  channel: 'screen',
}))

async function tellEverybody(deps: Deps, about: string, { zh, en, article, ...said }: Said): Promise<readonly Write[]> {
  const ears = [...(await everyBooth(deps)), ...offices]
  return tell(deps, { ...said, about, words: { zh, en }, ...(article === null ? {} : { article }) }, ears)
}

/**
 * Takes a published amendment back, at once and by one person: it restores what two signed. What was judged before stays judged by
 * what then held.
 */
export async function rollBack(
  deps: Deps,
  asker: Asker,
  { id, reason }: { id: string; reason: string },
): Promise<AmendmentView> {
  const permitted = permit(asker, 'draft or sign an amendment')
  const row = await amendmentNamed(deps, id)
  if (row.state !== 'published') throw new Fault('conflict', 'AM-28', 'it is not published, or taken back already')
  const now = deps.now()
  const amendment = amendmentOf(row)
  const { zh, en } = amendment.name
  const said = {
    kind: 'amendment-rolled-back',
    urgent: true,
    article: basisClause(amendment),
    zh: `规则修订「${zh}」已撤回，${documentTime(now)}起恢复此前规则。查验终端自动更新，无需操作。${restsOn(amendment).zh}`,
    en: `The amendment “${en}” is taken back; from ${beijingIso(now)} on the rules before it hold again. Phones follow by themselves.${restsOn(amendment).en}`,
  }
  const entry = { by: byStaff(permitted), action: 'amendment-rolled-back', subject: id, reason } as const
  const ending = { state: 'rolled-back' as const, ended_at: now, ended_by: permitted.staff, end_reason: reason }
  const writes = [setAmendment(id, ending), ...(await tellEverybody(deps, id, said))]
  await takeStep(deps, row, { step: 'roll-back', by: permitted.staff }, { writes, entries: [entry] })
  await deps.law.refresh()
  return viewOfAmendment(deps, await amendmentNamed(deps, id))
}
