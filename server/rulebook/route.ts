import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Context, Hono } from 'hono'
import type { Numbers } from '../../shared/policy/numbers.ts'
import type { LawOverTime } from '../../shared/policy/published-law.ts'
import type { Deps } from '../deps.ts'
import type { PublishedNumbers } from '../../shared/wording/published-numbers.ts'
import { fileNames, rulebookFiles, type BookFile, type FileName } from './files.ts'

type Served = BookFile & { readonly etag: string }
type Asked = { readonly numbersNow: () => Promise<PublishedNumbers> }
/** The files as they are while these numbers are to be called. */
type Kept = { readonly call: string; readonly files: ReadonlyMap<FileName, Served> }

/**
 * `/rules/`: public, without a script. Asked for again each time, since a change may bind at once; what has not changed does
 * not travel again.
 */
export function mountRulebook(app: Hono, deps: Pick<Deps, 'now' | 'law'> & Asked): void {
  // Until something is published the law stays the very same, and between two changes an edition hands out the same numbers.
  const books = new WeakMap<LawOverTime, WeakMap<Numbers, Kept>>()
  const served = async (name: FileName): Promise<Served | undefined> => {
    const toCall = await deps.numbersNow()
    const call = JSON.stringify(toCall)
    const now = deps.now()
    const law = deps.law.overTime()
    const edition = law.editionAt(now)
    const numbers = edition.numbersAt(now)
    const byNumbers = books.get(law) ?? new WeakMap<Numbers, Kept>()
    const before = byNumbers.get(numbers)
    const kept =
      before?.call === call ? before : { call, files: withTags(rulebookFiles(edition, now, { law, numbers: toCall })) }
    books.set(law, byNumbers.set(numbers, kept))
    return kept.files.get(name)
  }
  for (const path of ['/rules', '/rules/en']) app.get(path, (context) => context.redirect(`${path}/`, 308))
  for (const name of fileNames) {
    app.get(`/rules/${name.replace('index.html', '')}`, async (context) => {
      if (name === 'index.html' && context.req.query('lang') === 'en') return context.redirect('/rules/en/', 302)
      const file = await served(name)
      return file === undefined ? context.notFound() : answer(context, file)
    })
  }
}

const withTags = (files: Readonly<Record<FileName, BookFile>>): Map<FileName, Served> =>
  new Map(
    fileNames.map((name) => {
      const { text } = files[name]
      const etag = `"${bytesToHex(sha256(utf8ToBytes(text))).slice(0, 22)}"`
      return [name, { ...files[name], etag }]
    }),
  )

function answer(context: Context, { type, text, etag }: Served): Response {
  context.set('endpoint', 'rulebook')
  context.header('Cache-Control', 'public, no-cache')
  context.header('ETag', etag)
  // A compressing proxy weakens the tag; the content is the same.
  if (context.req.header('if-none-match')?.includes(etag) === true) return context.body(null, 304)
  return context.body(text, 200, { 'Content-Type': type })
}
