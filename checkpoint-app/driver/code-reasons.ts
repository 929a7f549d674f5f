import type { Language } from '../../shared/wording/language.ts'
import type { CodeView } from './draft.ts'

export type Reason = CodeView['crew'][number]['reasons'][number]

/** The shape is drawn beside the title. */
export const withoutShape = (title: string): string => title.replace(/^[■▲✔◇]\s*/u, '')

/** The sentence on top of a yellow or red code: that of its gravest open reason; undefined = the code says no more than its colour. */
export function leadingReason({ state, crew }: CodeView, language: Language) {
  const open = crew.flatMap(({ reasons }) => reasons).filter((one) => one.state === 'open' && one.colour === state)
  const said = open[0]?.[language]
  return said && { title: withoutShape(said.title), line: said.reason, todo: said.next }
}
