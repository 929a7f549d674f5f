import type { Instant } from '../../shared/instant.ts'
import type { Edition } from '../../shared/policy/edition.ts'
import type { LawOverTime } from '../../shared/policy/published-law.ts'
import type { PublishedNumbers } from '../../shared/wording/published-numbers.ts'
import { bookOf, type Book } from './book.ts'
import { rulebookPage } from './page.ts'
import { style } from './style.ts'

/** Addresses under /rules/, and where `changxing rulebook` puts the same bytes. */
export const fileNames = ['index.html', 'en/index.html', 'rules.css', 'edition.json'] as const
export type FileName = (typeof fileNames)[number]
export type BookFile = { readonly type: string; readonly text: string }
export type BookFiles = { readonly [N in FileName]: BookFile }

const filesOf = (book: Book, numbers: PublishedNumbers | undefined): BookFiles => ({
  'index.html': { type: 'text/html; charset=utf-8', text: rulebookPage(book, 'zh', numbers) },
  'en/index.html': { type: 'text/html; charset=utf-8', text: rulebookPage(book, 'en', numbers) },
  'rules.css': { type: 'text/css; charset=utf-8', text: style },
  'edition.json': { type: 'application/json', text: `${JSON.stringify(book, null, 2)}\n` },
})

type Around = { readonly law?: LawOverTime; readonly numbers?: PublishedNumbers }

/** `numbers`: whom to call, where a server knows it; a file written from the program alone names the hotline. */
export const rulebookFiles = (edition: Edition, now: Instant, { law, numbers }: Around = {}): BookFiles =>
  filesOf(bookOf(edition, now, law), numbers)
