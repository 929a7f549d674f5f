import { citations } from '../../shared/policy/citations.ts'
import {
  clause,
  documents,
  everyClause,
  type Bilingual,
  type ClauseRef,
  type PolicyDocument,
} from '../../shared/policy/documents.ts'
import { setAside } from '../../shared/policy/set-aside.ts'
import { anchorOf, articleAnchor } from './anchors.ts'

export type ArticleEntry = {
  readonly anchor: string
  readonly ref: ClauseRef
  readonly number: number
  readonly summary: Bilingual
  /** Places in the book whose rule or number rests on this article. */
  readonly citedBy: readonly string[]
  /** Why nothing of the checkpoint rests on it. */
  readonly setAside?: Bilingual
}
export type DocumentEntry = Omit<PolicyDocument, 'articles'> & {
  readonly anchor: string
  readonly articles: readonly ArticleEntry[]
}

function articleEntry(ref: ClauseRef, citedBy: readonly string[]): ArticleEntry {
  const { article, summary } = clause(ref)
  const reason = setAside[ref]
  return {
    anchor: articleAnchor(ref),
    ref,
    number: article,
    summary,
    citedBy: citedBy.map(anchorOf),
    ...(reason === undefined ? {} : { setAside: reason }),
  }
}

export function documentEntries(): readonly DocumentEntry[] {
  const cited = citations()
  return Object.entries<PolicyDocument>(documents).map(([id, document]) => ({
    ...document,
    anchor: id,
    articles: everyClause.filter((ref) => clause(ref).id === id).map((ref) => articleEntry(ref, cited.get(ref) ?? [])),
  }))
}
