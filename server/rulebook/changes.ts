/** What began, changed or ended when, from the dates that the law's own data carries. */
import type { Bilingual } from '../../shared/policy/documents.ts'
import { begins, type InForce } from '../../shared/policy/spans.ts'
import type { Published } from './book-published.ts'
import type { Book } from './book.ts'

export type Change = {
  readonly kind: 'edition' | 'document' | 'rule' | 'number' | 'amendment' | 'overlay'
  readonly does: 'begins' | 'changes' | 'ends'
  /** Place in the book. */
  readonly anchor: string
  readonly label: Bilingual
  /** Old and new value of a number that changes. */
  readonly values?: { readonly from: Bilingual; readonly to: Bilingual }
}
export type Day = { readonly at: string; readonly changes: readonly Change[] }
type Dated = { readonly at: string; readonly change: Change }
type Thing = Pick<Change, 'kind' | 'anchor' | 'label'>

const life = (thing: Thing, { from, until }: InForce): readonly Dated[] => [
  { at: from, change: { ...thing, does: 'begins' } },
  ...(until === undefined ? [] : [{ at: until, change: { ...thing, does: 'ends' as const } }]),
]

function valuesOver(number: Book['numbers'][number]): readonly Dated[] {
  const thing = { kind: 'number', anchor: number.anchor, label: number.name } as const
  return number.values.flatMap(({ from, until, shown }, index) => {
    const before = number.values[index - 1]
    const change: Change = before
      ? { ...thing, does: 'changes', values: { from: before.shown, to: shown } }
      : { ...thing, does: 'begins' }
    const last = index === number.values.length - 1
    const ends: readonly Dated[] =
      last && until !== undefined ? [{ at: until, change: { ...thing, does: 'ends' } }] : []
    return [{ at: from, change }, ...ends]
  })
}

/** Each edition as it came into force; where the book is of another one than those, that one. */
function editionsOver({ edition, published: { periods } }: Omit<Book, 'changes'>): readonly Dated[] {
  const known = periods.some(({ id }) => id === edition.id) ? periods : [{ from: edition.from, id: edition.id }]
  return known.flatMap(({ from, id }) => {
    const name = id.slice(0, id.lastIndexOf('.'))
    return life({ kind: 'edition', anchor: 'edition', label: { zh: name, en: name } }, { from })
  })
}

/** What was taken back before its day came never held, and changed nothing. */
function lifeOf(kind: 'amendment' | 'overlay', one: Published['amendments' | 'overlays'][number]): readonly Dated[] {
  const { anchor, name: label, from, endedAt } = one
  if (endedAt !== null && begins(endedAt) <= begins(from)) return []
  return life({ kind, anchor, label }, { from, ...(endedAt === null ? {} : { until: endedAt }) })
}

const publishedOver = ({ published: { amendments, overlays } }: Omit<Book, 'changes'>): readonly Dated[] => [
  ...amendments.flatMap((one) => lifeOf('amendment', one)),
  ...overlays.flatMap((one) => lifeOf('overlay', one)),
]

const everything = (book: Omit<Book, 'changes'>): readonly Dated[] => [
  ...editionsOver(book),
  ...publishedOver(book),
  ...inTheBook(book),
]

const inTheBook = ({ documents, chapters, modifiers, numbers }: Omit<Book, 'changes'>): readonly Dated[] => [
  ...documents.flatMap((one) => life({ kind: 'document', anchor: one.anchor, label: one.short }, one)),
  ...[...chapters.flatMap(({ rules }) => rules), ...modifiers].flatMap((one) =>
    life({ kind: 'rule', anchor: one.anchor, label: one.caption }, one.inForce),
  ),
  ...numbers.flatMap(valuesOver),
]

/** Newest day first. */
export function changesOf(book: Omit<Book, 'changes'>): readonly Day[] {
  const dated = everything(book)
  const moments = [...new Map(dated.map(({ at }) => [begins(at), at])).entries()].toSorted(([a], [b]) => b - a)
  return moments.map(([moment, at]) => ({
    at,
    changes: dated.filter((one) => begins(one.at) === moment).map(({ change }) => change),
  }))
}
