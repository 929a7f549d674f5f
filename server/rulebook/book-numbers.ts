import type { SuperiorDocument } from '../../shared/policy/amendment.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import type { Edition } from '../../shared/policy/edition.ts'
import type { Dated, ParameterName } from '../../shared/policy/parameters.ts'
import { numberWords, valueWords, type NumberWords } from '../../shared/wording/law-words.ts'
import { citation, type Citation } from './book-rules.ts'
import { sentence } from './sentences.ts'

export type NumberValue = {
  readonly from: string
  readonly until?: string
  readonly value: number | string
  readonly shown: Bilingual
  readonly clause?: Citation
  /** A document from above that came with the amendment. */
  readonly document?: SuperiorDocument
}
export type NumberEntry = {
  readonly anchor: string
  readonly name: Bilingual
  readonly unit: Bilingual
  readonly proposal?: Bilingual
  readonly checked: string
  readonly values: readonly NumberValue[]
}

const shownValue = (value: number | string): Bilingual => valueWords[value] ?? { zh: String(value), en: String(value) }

function valuesOf({ values }: Dated<number | string>): readonly NumberValue[] {
  return values.map(({ clause, ...rest }) => ({
    ...rest,
    shown: shownValue(rest.value),
    ...(clause === undefined ? {} : { clause: citation(clause) }),
  }))
}

const isNamed = (name: string): name is ParameterName => Object.hasOwn(numberWords, name)

function numberEntry(anchor: string, parameter: Dated<number | string>): NumberEntry {
  const { unit, proposal, checked } = parameter
  const words: NumberWords | undefined = isNamed(anchor) ? numberWords[anchor] : undefined
  return {
    anchor,
    name: words?.name ?? { zh: anchor, en: anchor },
    unit: { zh: words?.unit ?? unit, en: unit },
    ...(proposal === undefined ? {} : { proposal: { zh: words?.proposal ?? proposal, en: sentence(proposal) } }),
    checked,
    values: valuesOf(parameter),
  }
}

export const numberEntries = ({ parameters }: Edition): readonly NumberEntry[] =>
  Object.entries<Dated<number | string>>(parameters).map(([name, parameter]) => numberEntry(name, parameter))
