import { addressOf } from '../address.ts'
import type { ReasonView } from './person.ts'
import { usePeopleWords } from './words.ts'

/** The record a reason stands on; an inspection can be opened. */
export function Evidence({ evidence: { kind, id } }: Pick<ReasonView, 'evidence'>) {
  const { reason: words } = usePeopleWords()
  if (kind === 'inspection') return <a href={addressOf('inspections', id)}>{words.seeInspection} ➜</a>
  if (kind === 'document') return words.seeDocument(id)
  return { result: words.seeResult, list: words.seeList, feed: words.seeFeed, timer: words.seeTimer }[kind]
}
