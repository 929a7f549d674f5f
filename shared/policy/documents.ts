/**
 * The documents that the law of the checkpoint rests on: every article we were given, with one sentence of our own on what it asks
 * (the official text is cited, not copied). An article number that does not stand here does not compile as a `ClauseRef`.
 */
import { henan16, henanNotice13, nationalServices43 } from './documents-above.ts'
import { jiaozuo20, jiaozuo25 } from './documents-city.ts'

export type Level = 'nation' | 'province' | 'city'
export type Bilingual = { readonly zh: string; readonly en: string }
export type PolicyDocument = {
  readonly title: Bilingual
  /** As said on screens: 二十条. */
  readonly short: Bilingual
  readonly level: Level
  /** Its first day in this engine; a document that was repealed gets `until`, and stays. */
  readonly from: string
  readonly until?: string
  readonly articles: { readonly [article: number]: Bilingual }
}

export const documents = {
  'henan-16': henan16,
  'jiaozuo-20': jiaozuo20,
  'henan-notice-13': henanNotice13,
  'jiaozuo-25': jiaozuo25,
  'national-services-43': nationalServices43,
} as const satisfies Record<string, PolicyDocument>

export type DocumentId = keyof typeof documents
type ArticleOf<D extends DocumentId> = keyof (typeof documents)[D]['articles'] & number
export type ClauseRef = { [D in DocumentId]: `${D}#${ArticleOf<D>}` }[DocumentId]

function find(
  ref: string,
): { id: DocumentId; document: PolicyDocument; article: number; summary: Bilingual } | undefined {
  const [id, article] = ref.split('#')
  if (id === undefined || !isDocument(id)) return undefined
  const document: PolicyDocument = documents[id]
  const summary = document.articles[Number(article)]
  return summary && { id, document, article: Number(article), summary }
}

const isDocument = (id: string): id is DocumentId => Object.hasOwn(documents, id)
export const isClause = (ref: string): ref is ClauseRef => find(ref) !== undefined

export const everyClause: readonly ClauseRef[] = Object.entries(documents)
  .flatMap(([id, { articles }]) => Object.keys(articles).map((article) => `${id}#${article}`))
  .filter(isClause)

/** What a reference points at: document, article number, our summary. */
export function clause(ref: ClauseRef) {
  const found = find(ref)
  if (!found) throw new RangeError(`${ref} is no article of ours`)
  return found
}
