import type * as z from 'zod/mini'
import type { amendmentView, dryRunView } from '../../schema/api/editions.ts'
import { beijingIso, hour, instant, plus, type Instant } from '../../shared/instant.ts'
import { effectiveFrom } from '../../shared/policy/amendment-edition.ts'
import { parseAmendment, type Amendment } from '../../shared/policy/amendment.ts'
import { clause, type ClauseRef } from '../../shared/policy/documents.ts'
import type { Numbers } from '../../shared/policy/numbers.ts'
import type { Deps } from '../deps.ts'
import type { ListedAmendment } from '../store/amendments.ts'

export type AmendmentView = z.infer<typeof amendmentView>
type AmendmentLine = Omit<AmendmentView, 'draft' | 'changes' | 'dryRun' | 'earliest'>
export type Tried = z.infer<typeof dryRunView>

export const amendmentOf = (row: Pick<ListedAmendment, 'draft'>): Amendment => parseAmendment(JSON.parse(row.draft))

/** What was stored is what this server made. */
export function dryRunOf({ dry_run }: Pick<ListedAmendment, 'dry_run'>): Tried | null {
  if (dry_run === null) return null
  const tried: Tried = JSON.parse(dry_run)
  return tried
}

const iso = (at: number) => beijingIso(instant(at))
const isoOrNull = (at: number | null) => (at === null ? null : iso(at))
const person = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name })
function signed(id: string | null, name: string | null, at: number | null): AmendmentLine['first'] {
  const by = person(id, name)
  return by === null || at === null ? null : { by, at: iso(at) }
}

/** From when it binds; a draft that is an emergency binds at once, whatever its day. */
export const fromOf = (row: Pick<ListedAmendment, 'draft' | 'from_at'>, now: Instant): Instant =>
  row.from_at === null ? effectiveFrom(amendmentOf(row), now) : instant(row.from_at)

function standingOf(row: ListedAmendment, now: Instant): AmendmentLine['standing'] {
  if (row.state === 'draft' || row.state === 'dropped') return row.state
  if (row.ended_at !== null && row.ended_at <= now) return 'past'
  return fromOf(row, now) > now ? 'coming' : 'in-force'
}

export function lineOfAmendment(row: ListedAmendment, now: Instant): AmendmentLine {
  const { name } = amendmentOf(row)
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    standing: standingOf(row, now),
    name: { ...name },
    class: row.class,
    draftedBy: { id: row.drafted_by, name: row.drafter },
    draftedAt: iso(row.drafted_at),
    first: signed(row.first_by, row.first_name, row.first_at),
    second: signed(row.second_by, row.second_name, row.published_at),
    publishedAt: isoOrNull(row.published_at),
    from: iso(fromOf(row, now)),
    edition: row.edition,
    endedAt: isoOrNull(row.ended_at),
    endedBy: person(row.ended_by, row.ender),
    endReason: row.end_reason,
  }
}

/** The clause a new value stands on: the first from above; none where the document is registered with the amendment. */
export function basisClause({ basis: { clauses } }: Amendment): ClauseRef | null {
  return clauses.find((ref) => clause(ref).document.level !== 'city') ?? clauses[0] ?? null
}

export function changesOf(amendment: Amendment, before: Numbers): AmendmentView['changes'] {
  const known = new Map<string, number | string>(Object.entries(before))
  const basis = basisClause(amendment)
  return Object.entries(amendment.values).map(([parameter, after]) => ({
    parameter,
    before: known.get(parameter) ?? after,
    after,
    clause: basis,
  }))
}

/** When a regular amendment could bind at the earliest if it were published at `now`. */
export const earliestFrom = (deps: Pick<Deps, 'law'>, now: Instant): Instant =>
  plus(now, deps.law.numbersAt(now).amendmentNotice * hour)

export function viewOfAmendment(deps: Pick<Deps, 'law' | 'now'>, row: ListedAmendment): AmendmentView {
  const now = deps.now()
  const amendment = amendmentOf(row)
  const justBefore = row.published_at === null ? now : plus(fromOf(row, now), -1)
  const { basis, values } = amendment
  const { document, clauses } = basis
  return {
    ...lineOfAmendment(row, now),
    draft: {
      ...amendment,
      name: { ...amendment.name },
      basis: {
        clauses: [...clauses],
        ...(document === undefined ? {} : { document: { ...document, words: { ...document.words } } }),
      },
      values: { ...values },
    },
    changes: changesOf(amendment, deps.law.editionAt(justBefore).numbersAt(justBefore)),
    dryRun: dryRunOf(row),
    earliest: beijingIso(earliestFrom(deps, now)),
  }
}
