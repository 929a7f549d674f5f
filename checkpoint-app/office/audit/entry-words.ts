import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { searchAudit } from '../../../schema/api/audit.ts'
import { auditActions, isAction } from '../../../shared/audit/actions.ts'
import type { Language } from '../../ui/language.tsx'
import { reasonInWords, valueInWords } from './value-words.ts'
import type { AuditWords } from './words.ts'

export type Entry = AnswerOf<typeof searchAudit>['items'][number]
export type EntryWords = AuditWords & { roles: Readonly<Record<string, string>>; language: Language }

/** A deed of a newer server keeps its own name. */
export const deedOf = (action: string, { language }: Pick<EntryWords, 'language'>): string =>
  isAction(action) ? auditActions[action][language] : action

const named = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

export const roleOf = (role: string, { roles, otherRoles }: Pick<EntryWords, 'roles' | 'otherRoles'>): string =>
  named(roles, role) ?? named(otherRoles, role) ?? role

export const kindOf = (kind: string, { kinds }: Pick<AuditWords, 'kinds'>): string => named(kinds, kind) ?? kind

/** A name where there is one; parts of the system have none. */
export const actorOf = ({ actor }: Pick<Entry, 'actor'>, words: Pick<AuditWords, 'otherRoles' | 'parts'>): string =>
  actor.name ?? named(words.parts, actor.id) ?? (named(words.otherRoles, actor.id) === undefined ? actor.id : '')

/** What it was done to: by name, or so much of the id as tells it from others; the log as a whole needs none. */
export const subjectOf = ({ subject, kind }: Pick<Entry, 'subject' | 'kind'>): string =>
  kind === 'log'
    ? ''
    : (subject.name ?? (longId.test(subject.id) ? `${subject.id.slice(0, 4)}…${subject.id.slice(-4)}` : subject.id))

/** An id, an id with a place in it, or the tag of a person. */
const longId = /^[0-9a-f-]{36}(-\d{1,2})?$|^[\w-]{43}$/

export const reasonOf = ({ reason }: Pick<Entry, 'reason'>, { language }: Pick<EntryWords, 'language'>) =>
  reason === null ? null : reasonInWords(reason, language)

/** 点长 李示例：解绑终端「018f…2a4c」。原因：换班 */
export const sentenceOf = (entry: Entry, words: EntryWords): string =>
  words.sentence(
    words.who(actorOf(entry, words), roleOf(entry.role, words)),
    deedOf(entry.action, words),
    subjectOf(entry),
    reasonOf(entry, words) ?? '',
  )

export const detailOf = (
  { detail }: Pick<Entry, 'detail'>,
  words: Pick<EntryWords, 'details' | 'values' | 'changed' | 'yes' | 'no' | 'language'>,
): { label: string; value: string }[] =>
  Object.entries(detail).map(([label, value]) => ({
    label: named(words.details, label) ?? label,
    value: valueInWords(label, value, words),
  }))
