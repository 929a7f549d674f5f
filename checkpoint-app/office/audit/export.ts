import { csvText } from '../csv.ts'
import { sheetTime } from '../inspections/export.ts'
import { actorOf, deedOf, kindOf, reasonOf, roleOf, type Entry, type EntryWords } from './entry-words.ts'

const cells = (entry: Entry, words: EntryWords): string[] => [
  String(entry.seq),
  sheetTime(entry.at),
  actorOf(entry, words) || words.system,
  roleOf(entry.role, words),
  entry.device ?? '',
  deedOf(entry.action, words),
  kindOf(entry.kind, words),
  entry.subject.name ?? '',
  entry.subject.id,
  reasonOf(entry, words) ?? '',
  JSON.stringify(entry.detail),
]

export const auditCsv = (entries: readonly Entry[], words: EntryWords): string =>
  csvText([[...words.export.headings], ...entries.map((entry) => cells(entry, words))])
