import { deedOf, roleOf, type EntryWords } from './entry-words.ts'
import { filterNames, type FilterName, type Filters } from './filters.ts'
import type { KnownActor } from './use-actors.ts'

export type FilterNamed = { name: FilterName; text: string }

/** 点长 李示例; who was disabled long ago still stands in the log. */
export const nameOfActor = ({ id, name, role }: KnownActor, words: EntryWords): string =>
  name === null ? roleOf(id, words) : words.who(name, roleOf(role ?? '', words))

/** What is asked for by now, in words. */
export function filterTexts(filters: Filters, actors: readonly KnownActor[], words: EntryWords): FilterNamed[] {
  const actor = (id: string) => {
    const known = actors.find((one) => one.id === id)
    return known ? nameOfActor(known, words) : id
  }
  const texts: Readonly<Record<FilterName, (value: string) => string>> = {
    from: (day) => `${words.from} ${day}`,
    to: (day) => `${words.to} ${day}`,
    actor,
    role: (role) => roleOf(role, words),
    action: (action) => deedOf(action, words),
    subject: (id) => words.about(id.length > 20 ? `${id.slice(0, 8)}…` : id),
    words: (text) => `${words.words} ${text}`,
  }
  return filterNames.flatMap((name) => {
    const value = filters[name]
    return value ? [{ name, text: texts[name](value) }] : []
  })
}
