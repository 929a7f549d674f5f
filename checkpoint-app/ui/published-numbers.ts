import {
  numberLines,
  numberNames,
  type NumberLine,
  type PublishedNumbers,
} from '../../shared/wording/published-numbers.ts'
import type { Language } from '../../shared/wording/language.ts'
import { keep, kept } from './kept.ts'

/** `asking`: the server has not answered yet, and nothing is kept here. */
export type Known = PublishedNumbers | 'asking' | undefined

/** Said on a page where they were just decided. */
export const numbersChanged = 'published-numbers'

const textOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'

function readNumbers(json: unknown): PublishedNumbers | undefined {
  if (typeof json !== 'object' || json === null || !('emergency' in json) || !('complaints' in json)) return undefined
  const { emergency, complaints } = json
  return textOrNull(emergency) && textOrNull(complaints) ? { emergency, complaints } : undefined
}

/** What this phone heard last: it is shown at once, and without a network. */
export const keptNumbers = (): Known => readNumbers(kept('published-numbers')) ?? 'asking'

/** The city's numbers to call; those heard last where nobody answers. Written by hand, because the start page carries no more than it must. */
export async function askNumbers(): Promise<PublishedNumbers | undefined> {
  try {
    const answer = await fetch('/api/published-numbers', { cache: 'no-cache' })
    const numbers = answer.ok ? readNumbers(await answer.json()) : undefined
    if (numbers !== undefined) keep('published-numbers', numbers)
    return numbers ?? readNumbers(kept('published-numbers'))
  } catch {
    return readNumbers(kept('published-numbers'))
  }
}

/** The lines to show; while it is asked they stand there already, so that nothing moves. */
export const linesOf = (known: Known, language: Language): readonly NumberLine[] =>
  known === 'asking'
    ? numberLines(undefined, language).map((line) => ({ ...line, said: '…' }))
    : numberLines(known, language)

/** The same for a page without React; `both`: the English name beside the Chinese one, on a page of both languages. */
export function numbersList(known: Known, language: Language, both = false): HTMLElement {
  const list = document.createElement('dl')
  list.className = 'call-numbers'
  const english = Object.values(numberNames).map(({ en }) => en)
  linesOf(known, language).forEach(({ name, number, said }, place) => {
    const line = document.createElement('div')
    const dt = document.createElement('dt')
    dt.textContent = name
    if (both) {
      const other = document.createElement('span')
      other.lang = 'en'
      other.textContent = ` ${english[place] ?? ''}`
      dt.append(other)
    }
    const dd = document.createElement('dd')
    if (number === null) dd.textContent = said
    else {
      const link = document.createElement('a')
      link.href = `tel:${number}`
      link.textContent = said
      dd.append(link)
    }
    line.append(dt, dd)
    list.append(line)
  })
  return list
}
