import type * as z from 'zod/mini'
import type { amendmentDraft } from '../../../schema/api/editions.ts'
import { beijingIso, instant, parseInstant, type Instant } from '../../../shared/instant.ts'
import type { ParameterName } from '../../../shared/policy/parameters.ts'
import type { Errors } from '../use-form.ts'
import { boundsOf, choicesOf, isParameter, withPair } from './numbers.ts'
import type { EditionWords } from './words.ts'

export type AmendmentDraft = z.infer<typeof amendmentDraft>
export type DocumentForm = {
  title: string
  number: string
  issuer: string
  level: 'national' | 'provincial'
  issuedOn: string
  article: string
  zh: string
  en: string
}
/** As typed. `from` is a local time of a form, meant in Beijing. */
export type DraftForm = {
  nameZh: string
  nameEn: string
  kind: 'emergency' | 'regular'
  from: string
  values: Readonly<Partial<Record<ParameterName, string>>>
  clauses: readonly string[]
  document: DocumentForm | null
}

export const blankDocument: DocumentForm = {
  title: '',
  number: '',
  issuer: '',
  level: 'provincial',
  issuedOn: '',
  article: '',
  zh: '',
  en: '',
}

/** As a field of day and hour has it. */
export const local = (at: Instant) => beijingIso(at).slice(0, 16)

export const blankForm = (earliest: Instant): DraftForm => ({
  nameZh: '',
  nameEn: '',
  kind: 'regular',
  from: local(earliest),
  values: {},
  clauses: [],
  document: null,
})

export function formOf({ name, class: kind, from, basis, values }: AmendmentDraft): DraftForm {
  const { words, ...document } = basis?.document ?? { words: undefined }
  const typed = Object.entries(values).flatMap(([parameter, value]) =>
    isParameter(parameter) ? [[parameter, String(value)] as const] : [],
  )
  return {
    nameZh: name.zh,
    nameEn: name.en,
    kind,
    from: local(parseInstant(from) ?? instant(0)),
    values: Object.fromEntries(typed),
    clauses: basis?.clauses ?? [],
    document: words === undefined ? null : { ...blankDocument, ...document, ...words },
  }
}

/** Picking one number picks the one that is amended with it; its present value stands there to be changed. */
export function pickNumber(
  form: DraftForm,
  name: ParameterName,
  present: (name: string) => number | string,
): DraftForm {
  const added = withPair(name).map((one) => [one, form.values[one] ?? String(present(one))])
  return { ...form, values: { ...form.values, ...Object.fromEntries(added) } }
}

export function dropNumber(form: DraftForm, name: ParameterName): DraftForm {
  const gone = withPair(name)
  const kept = Object.entries(form.values).filter(([one]) => !gone.some((other) => other === one))
  return { ...form, values: Object.fromEntries(kept) }
}

function typedValue(name: string, typed: string): AmendmentDraft['values'][string] {
  const words = isParameter(name) ? choicesOf(name) : []
  return words.find((word) => word === typed) ?? words[0] ?? Number(typed)
}

function basisOf({ clauses, document }: DraftForm): NonNullable<AmendmentDraft['basis']> {
  if (document === null) return { clauses: [...clauses] }
  const { zh, en, ...named } = document
  return { clauses: [...clauses], document: { ...named, words: { zh, en } } }
}

export const draftOf = (form: DraftForm): AmendmentDraft => ({
  name: { zh: form.nameZh.trim(), en: form.nameEn.trim() },
  class: form.kind,
  from: `${form.from}:00+08:00`,
  basis: basisOf(form),
  values: Object.fromEntries(Object.entries(form.values).map(([name, typed]) => [name, typedValue(name, typed)])),
})

function valueError(name: string, typed: string, words: EditionWords['form']): string | undefined {
  const bounds = isParameter(name) ? boundsOf(name) : null
  if (!bounds) return undefined
  const { min, max, decimals } = bounds
  const value = Number(typed)
  const fits = typed.trim() !== '' && value >= min && value <= max && Number(value.toFixed(decimals)) === value
  return fits ? undefined : words.outOf(min, max)
}

/** What would be refused anyway, said beside its field; the server decides. */
export function checkDraft(form: DraftForm, words: EditionWords['form'], earliest: Instant): Errors {
  const needed = (text: string) => (text.trim() === '' ? words.needed : undefined)
  const from = parseInstant(`${form.from}:00+08:00`)
  const values = Object.entries(form.values).map(([name, typed]) => [name, valueError(name, typed, words)])
  const { document } = form
  const inDocument = Object.entries(document ?? {}).map(([name, text]) => [`document.${name}`, needed(text)])
  const shown = beijingIso(earliest).slice(0, 16).replace('T', ' ')
  return {
    nameZh: needed(form.nameZh),
    nameEn: needed(form.nameEn),
    from:
      from === undefined ? words.needed : form.kind === 'regular' && from < earliest ? words.tooSoon(shown) : undefined,
    values: values.length === 0 ? words.numberNeeded : undefined,
    clauses: form.clauses.length === 0 && document === null ? words.basisNeeded : undefined,
    ...Object.fromEntries([...values, ...inDocument]),
  }
}
