import { clause, type Bilingual, type ClauseRef } from '../../shared/policy/documents.ts'
import type { Numbers } from '../../shared/policy/numbers.ts'
import type { Modifier, Rule } from '../../shared/policy/rule.ts'
import { law, modifiers, type Line } from '../../shared/policy/rules/index.ts'
import { transferPointEntry } from '../../shared/policy/rules/transfer-point-entry.ts'
import type { InForce } from '../../shared/policy/spans.ts'
import { outcomes, type Outcome, type ReasonCode, type Row } from '../../shared/policy/verdict.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import { proposalWords } from '../../shared/wording/law-words.ts'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import { ruleAnchor } from './anchors.ts'
import { sayings } from './sayings.ts'
import { both, modifierSentences, nextOf, questionsOf, reasonsOf, sentence } from './sentences.ts'

export type Citation = { readonly ref: ClauseRef; readonly label: Bilingual; readonly summary: Bilingual }
export type Demand = {
  readonly anchor: string
  readonly id: string
  readonly caption: Bilingual
  readonly clauses: readonly Citation[]
  /** ⚑ Ours: what the clauses do not say. */
  readonly proposal?: Bilingual
  readonly inForce: InForce
}
export type RuleEntry = Demand & {
  readonly row: Row
  readonly outcome: Outcome
  readonly headline: Bilingual
  readonly reasons: readonly Bilingual[]
  readonly next: readonly Bilingual[]
  readonly questions: readonly Bilingual[]
  readonly opens: readonly { readonly reason: ReasonCode; readonly text: Bilingual }[]
}
export type ModifierEntry = Demand & ReturnType<typeof modifierSentences>
export type ChapterEntry = { readonly caption: Bilingual; readonly rules: readonly RuleEntry[] }
/** A demand that acts elsewhere than at a checkpoint, so it has neither row nor sentence there. */
export type ElsewhereEntry = { readonly anchor: string; readonly id: string; readonly clauses: readonly Citation[] }

export function citation(ref: ClauseRef, part?: number): Citation {
  const { document, article, summary } = clause(ref)
  const label = both((language) => wordings[language].clause(document.short[language], article, part))
  return { ref, label, summary }
}

/** A paragraph is one of the first clause. */
const citations = (clauses: readonly ClauseRef[], part?: number): readonly Citation[] =>
  clauses.map((ref, index) => citation(ref, index === 0 ? part : undefined))

function demandOf({ caption, rule }: Line<Rule | Modifier>, anchor: string): Demand {
  const { id, clauses, part, proposal, inForce } = rule
  const ours = proposal === undefined ? {} : { proposal: { zh: proposalWords[id] ?? proposal, en: sentence(proposal) } }
  return { anchor, id, caption, clauses: citations(clauses, part), ...ours, inForce }
}

function ruleEntry(line: Line<Rule>, numbers: Numbers): RuleEntry {
  const { id, row } = line.rule
  const said = sayings[id] ?? { grounds: [] }
  return {
    ...demandOf(line, ruleAnchor(line.rule)),
    row,
    outcome: outcomes[row],
    headline: headlines[row],
    reasons: reasonsOf(said, numbers),
    next: nextOf(row),
    questions: questionsOf(said, numbers),
    opens: (said.opens ?? []).map((reason) => ({
      reason,
      text: both((language) => wordings[language].codeReason[reason]),
    })),
  }
}

export const chaptersOf = (numbers: Numbers): readonly ChapterEntry[] =>
  law.map(({ caption, lines }) => ({ caption, rules: lines.map((line) => ruleEntry(line, numbers)) }))

export const modifierEntries = (numbers: Numbers): readonly ModifierEntry[] =>
  modifiers.map((line) => ({
    ...demandOf(line, line.rule.modifier),
    ...modifierSentences(line.rule.modifier, numbers),
  }))

const { id, modifier, clauses } = transferPointEntry
export const elsewhere: readonly ElsewhereEntry[] = [{ anchor: modifier, id, clauses: citations(clauses) }]
