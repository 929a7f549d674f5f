import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { getEdition as getContract, listEditions as listContract } from '../../schema/api/editions.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, type Instant } from '../../shared/instant.ts'
import { clause, everyClause, type ClauseRef } from '../../shared/policy/documents.ts'
import { editionInForce, type Edition } from '../../shared/policy/edition.ts'
import { changedParameters } from '../../shared/policy/overlay-edition.ts'
import type { Dated, DatedValue } from '../../shared/policy/parameters.ts'
import type { LawOverTime } from '../../shared/policy/published-law.ts'
import { begins } from '../../shared/policy/spans.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { amendmentPage } from '../store/amendments.ts'
import { overlayPage } from '../store/overlays.ts'
import { lineOfAmendment } from './amendment-view.ts'
import { permit } from './may.ts'
import { viewOfOverlay } from './overlay-view.ts'

type List = AnswerOf<typeof listContract>
type Whole = AnswerOf<typeof getContract>

/** A city has dozens; what is older is found by its id. */
const linesAtMost = 200

const rowAt = ({ values }: Dated<number | string>, now: Instant): DatedValue<number | string> =>
  values.findLast(({ from }) => begins(from) <= now) ?? values[0]

const datedOf = ({ parameters }: Edition): readonly [string, Dated<number | string>][] =>
  Object.entries<Dated<number | string>>(parameters)

const shown = ({ value, from, clause: ref }: DatedValue<number | string>) => ({ value, from, clause: ref ?? null })

/** The numbers as they stand, and for each the next value that is published for a later day. */
function numbersOf(law: LawOverTime, now: Instant): List['numbers'] {
  const later = law.periods.filter(({ from }) => from > now)
  return datedOf(law.editionAt(now)).map(([parameter, dated]) => {
    const current = rowAt(dated, now)
    const coming = later
      .map(({ from, edition }) => rowAt(new Map(datedOf(edition)).get(parameter) ?? dated, from))
      .find(({ value }) => value !== current.value)
    return { parameter, ...shown(current), next: coming === undefined ? null : shown(coming) }
  })
}

export async function listEditions(deps: Deps, asker: Asker): Promise<List> {
  permit(asker, 'see editions')
  const now = deps.now()
  const [amendments, overlays] = await Promise.all([
    deps.db.all(amendmentPage(linesAtMost)),
    deps.db.all(overlayPage(linesAtMost)),
  ])
  const program = editionInForce(now)
  return {
    edition: deps.law.editionAt(now).id,
    program: { id: program.id, from: program.from },
    numbers: numbersOf(deps.law.overTime(), now),
    amendments: amendments.map((row) => lineOfAmendment(row, now)),
    overlays: overlays.map(viewOfOverlay),
    noticeHours: deps.law.numbersAt(now).amendmentNotice,
  }
}

function articleOf(ref: ClauseRef): Whole['articles'][number] {
  const { document, summary } = clause(ref)
  return { clause: ref, title: { ...document.title }, level: document.level, words: { ...summary } }
}

/** The edition that held before it first came into force; the first has none. */
function beforeIt(law: LawOverTime, id: string): Edition | undefined {
  const place = law.periods.findIndex(({ edition }) => edition.id === id)
  return place > 0 ? law.periods[place - 1]?.edition : undefined
}

function changesBetween(before: Edition, after: Edition): Whole['changes'] {
  const at = begins(after.from)
  return changedParameters(before, after).map((parameter) => ({
    parameter,
    before: rowAt(before.parameters[parameter], at).value,
    after: rowAt(after.parameters[parameter], at).value,
    clause: rowAt(after.parameters[parameter], at).clause ?? null,
  }))
}

export async function getEdition(deps: Deps, asker: Asker, id: string): Promise<Whole> {
  permit(asker, 'see editions')
  const edition = deps.law.edition(id)
  if (edition === undefined) throw new Fault('not-found', 'AM-29', 'there is no such edition', { path: 'path.edition' })
  const before = beforeIt(deps.law.overTime(), id)
  return {
    id: edition.id,
    from: beijingIso(begins(edition.from)),
    articles: everyClause.map(articleOf),
    numbers: datedOf(edition).map(([parameter, { values }]) => ({
      parameter,
      values: values.map((row) => ({ ...shown(row), until: row.until ?? null })),
    })),
    before: before?.id ?? null,
    changes: before === undefined ? [] : changesBetween(before, edition),
  }
}
