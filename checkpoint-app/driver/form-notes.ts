import { notes } from '../../shared/identity/notes.ts'
import type { Instant } from '../../shared/instant.ts'
import type { ApiProblem } from '../ui/api.ts'
import type { Language } from '../ui/language.tsx'
import { checkPage, isIdentityNote, pageOf, type DraftNote, type FormPage } from './check-draft.ts'
import type { Draft } from './draft.ts'
import type { DriverWords } from './words.zh.ts'

export type FieldNote = { error?: string; warning?: string }
export type NoteOf = (path: string) => FieldNote

const isOwn = (words: DriverWords['notes'], note: string): note is keyof DriverWords['notes'] =>
  Object.hasOwn(words, note)

/** A note in words; the form's own sentence wins over the general one of shared/identity. */
export function wordOfNote({ note }: DraftNote, words: DriverWords['notes'], language: Language): string {
  if (isOwn(words, note)) return words[note]
  return isIdentityNote(note) ? notes[note][language] : note
}

type Given = {
  draft: Draft
  page: FormPage
  now: Instant
  /** Which fields have been left, or all after 下一步: nobody is told of an error while still typing. */
  isDue: (path: string) => boolean
  problem: ApiProblem | null
  words: DriverWords['notes']
  language: Language
}

/** What to say under each field of a page: what the server refused first, then what blocks, then what to look at. */
export function notesOf({ draft, page, now, isDue, problem, words, language }: Given): NoteOf {
  const found = checkPage(draft, page, now)
  return (path) => {
    if (problem?.kind === 'refused' && problem.path === path) return { error: problem.message }
    const mine = found.filter((note) => note.path === path && isDue(path))
    const [error, warning] = [mine.find(({ blocks }) => blocks), mine.find(({ blocks }) => !blocks)]
    return {
      ...(error && { error: wordOfNote(error, words, language) }),
      ...(warning && { warning: wordOfNote(warning, words, language) }),
    }
  }
}

/** Fields that the form shows; a refusal of anything else is told at the top of the page. */
const shown =
  /^(plate|trailer|from|to|via|checkpoint|eta|cargo|cargoName|consignee|commitment|crew\.\d+\.(name|number|phone|document))$/

export const isOnField = (problem: ApiProblem | null): boolean =>
  problem?.kind === 'refused' && problem.path !== undefined && shown.test(problem.path)

/** The page to show a refusal on. */
export const pageOfProblem = (problem: ApiProblem): FormPage | undefined =>
  problem.kind === 'refused' && problem.path !== undefined && isOnField(problem) ? pageOf(problem.path) : undefined
