/** Names of places in the book: #V8, #M1, #jiaozuo-20-7, #testValidity. */
import { law, modifiers } from '../../shared/policy/rules/index.ts'
import type { Rule } from '../../shared/policy/rule.ts'
import { transferPointEntry } from '../../shared/policy/rules/transfer-point-entry.ts'
import type { ClauseRef } from '../../shared/policy/documents.ts'

export const articleAnchor = (ref: ClauseRef): string => ref.replace('#', '-')

const rules = law.flatMap(({ lines }) => lines.map(({ rule }) => rule))

/** A row that several rules share (ASK, or two versions of one demand) is no name; then the rule's id is. */
export const ruleAnchor = ({ id, row }: Rule): string =>
  rules.filter((rule) => rule.row === row).length === 1 ? row : id

const anchors: ReadonlyMap<string, string> = new Map([
  ...rules.map((rule) => [rule.id, ruleAnchor(rule)] as const),
  ...[...modifiers.map(({ rule }) => rule), transferPointEntry].map(({ id, modifier }) => [id, modifier] as const),
])

/** Where the one who cites an article stands: a rule or modifier by its id; the name of a number is its own place. */
export const anchorOf = (citing: string): string => anchors.get(citing) ?? citing
