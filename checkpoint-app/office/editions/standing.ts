import type * as z from 'zod/mini'
import type { amendmentView, listEditions } from '../../../schema/api/editions.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { day, parseInstant, type Instant } from '../../../shared/instant.ts'
import type { Tone } from '../../ui/state-mark.tsx'

export type Amendment = z.infer<typeof amendmentView>
export type Editions = AnswerOf<typeof listEditions>
export type AmendmentLine = Editions['amendments'][number]
export type OverlayLine = Editions['overlays'][number]

export const toneOf = {
  draft: 'act',
  coming: 'care',
  'in-force': 'go',
  past: 'void',
  dropped: 'void',
} as const satisfies Record<AmendmentLine['standing'], Tone>

/** A dry run is signed within a day, or run again. */
export function isStale({ dryRun, version }: Pick<Amendment, 'dryRun' | 'version'>, now: Instant): boolean {
  const at = dryRun && parseInstant(dryRun.at)
  return !at || dryRun.version !== version || now - at > day
}

export type SignAct = { readonly kind: 'first' | 'second' } | { readonly kind: 'none'; readonly why: 'try' | 'another' }

/** What this person may do next with a draft; the server decides. */
export function signAct(amendment: Amendment, staff: string, now: Instant): SignAct {
  if (isStale(amendment, now)) return { kind: 'none', why: 'try' }
  if (amendment.first === null) return { kind: 'first' }
  const same = amendment.first.by.id === staff || amendment.draftedBy.id === staff
  return same ? { kind: 'none', why: 'another' } : { kind: 'second' }
}

/** What is coming first, then what holds, drafts, and what is over. */
const order = { draft: 0, coming: 1, 'in-force': 2, past: 3, dropped: 4 } as const
export const inOrder = (lines: readonly AmendmentLine[]): readonly AmendmentLine[] =>
  lines.toSorted((a, b) => order[a.standing] - order[b.standing] || (a.from < b.from ? 1 : -1))
