import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { getInspection } from '../../../schema/api/inspections.ts'
import type { Facts, Inspection } from '../../../shared/facts.ts'
import { parseInspection } from '../../../shared/facts-json.ts'
import { Fault } from '../../../shared/fault.ts'
import { decide } from '../../../shared/policy/decide.ts'
import { clause, isClause } from '../../../shared/policy/documents.ts'
import { editionInForce, type Edition } from '../../../shared/policy/edition.ts'
import { lawOf } from '../../../shared/policy/published-law.ts'
import { parsePublished } from '../../../shared/policy/published-wire.ts'
import { verdictLines, wordings, type VerdictLines } from '../../../shared/wording/verdict-lines.ts'
import type { Language } from '../../ui/language.tsx'

/** The facts as recorded; undefined when a newer version knows facts that this page does not. */
export function factsOf(json: Readonly<Record<string, unknown>>, id: string, madeAt: string): Inspection | undefined {
  try {
    return parseInspection({ ...json, id, now: madeAt })
  } catch {
    return undefined
  }
}

type Published = Pick<AnswerOf<typeof getInspection>, 'county' | 'law'> & { readonly checkpoint: string }

/** The edition that bound it, as it was published; that of this page's program where what came is not understood. */
export function editionThen({ law, ...where }: Published, now: Inspection['now']): Edition {
  try {
    return lawOf(parsePublished(law)).editionAt(now, where)
  } catch (cause) {
    if (cause instanceof Fault) return editionInForce(now)
    throw cause
  }
}

type Recorded = { row: string; edition: string; checkpointName?: string }

/**
 * The lines of a recorded verdict. Reason and next step are worked out from the facts, so they are given only where the
 * edition of its moment is the recorded one and says the same row.
 */
export function linesOf(
  { facts, now, edition: then }: { facts: Facts; now: Inspection['now']; edition: Edition },
  { row, edition }: Recorded,
  language: Language,
): VerdictLines | undefined {
  const verdict = decide(facts, now, then)
  return verdict.row === row && verdict.edition === edition ? verdictLines(verdict, facts, language) : undefined
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

/** 二十条第二条 and what it asks, for each article that the verdict cites. */
export function articlesOf(verdict: Readonly<Record<string, unknown>>, language: Language) {
  return texts(verdict['articles']).map((ref) => {
    if (!isClause(ref)) return { ref, name: ref, summary: '' }
    const { document, article, summary } = clause(ref)
    // 依据：二十条第三条, under a heading that says 依据 already
    const name = wordings[language].article(document.short[language], article, undefined).replace(/^.*?[：:]\s*/, '')
    return { ref, name, summary: summary[language] }
  })
}

/** The row of a verdict as the server sends it. */
export const rowOf = (verdict: Readonly<Record<string, unknown>>, key = 'row'): string => {
  const value = verdict[key]
  return typeof value === 'string' ? value : ''
}
