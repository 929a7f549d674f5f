import { kinds, type ListKind } from '../../../shared/lists/kinds.ts'
import { chains } from '../../../shared/lists/chain.ts'
import { listReasons } from '../../../shared/lists/reasons.ts'
import { purposeWords } from '../../../shared/codes/purposes.ts'
import { codeWordings } from '../../../shared/wording/codes.ts'
import { parseInstant } from '../../../shared/instant.ts'
import type { Language } from '../../ui/language.tsx'
import { captionOf, clauseInWords, shownValue } from '../editions/numbers.ts'
import { sheetTime } from '../inspections/export.ts'
import type { AuditWords } from './words.ts'

type Words = Pick<AuditWords, 'values' | 'changed' | 'yes' | 'no'> & { language: Language }
type Bilingual = { readonly zh: string; readonly en: string }

const inTable = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

const isList = (id: string): id is ListKind => Object.hasOwn(kinds, id)
const steps: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  Object.values(chains).flatMap((chain) => chain.map(({ id, name }) => [id, name])),
)

/** The sentences of the law carry numbers; in the log the ground is enough, with the usual ones. */
const numbers = { validityHours: 48, minGapHours: 24, maxGapHours: 72, appealMinutes: 15 }
const groundOf = (ground: string, language: Language): string | undefined =>
  inTable<(given: typeof numbers) => string>(codeWordings[language].ground, ground)?.(numbers)

/** priorReleaseWindow=36 → 已查验免重复检查的时限 36 */
function numberOf(text: string, language: Language): string {
  const [name = '', value = ''] = text.split('=')
  return `${captionOf(name, language)} ${shownValue(value, language)}`
}

function wordOf(key: string, text: string, words: Words): string | undefined {
  const { language, values } = words
  if (key === 'ground') return groundOf(text, language)
  if (key === 'list') return isList(text) ? kinds[text].name[language] : undefined
  if (key === 'step') return inTable<Bilingual>(steps, text)?.[language]
  if (key === 'purpose') return inTable<Bilingual>(purposeWords, text)?.[language]
  if (key === 'basis') return clauseInWords(text, language)
  if (key === 'values') return numberOf(text, language)
  return inTable(values, text)
}

/** A value of an entry's detail as people say it; one that is not known stays as it is. */
export function valueInWords(key: string, value: unknown, words: Words): string {
  if (value === null) return '—'
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.map((one) => valueInWords(key, one, words)).join(', ')
  if (typeof value !== 'string') return JSON.stringify(value)
  if (value === 'changed') return words.changed
  const at = /^\d{4}-\d\d-\d\dT/.test(value) ? parseInstant(value) : undefined
  return at === undefined ? (wordOf(key, value, words) ?? value) : sheetTime(value)
}

/** Reasons from a closed list are kept by their name in the log. */
export const reasonInWords = (reason: string, language: Language): string =>
  inTable<Bilingual>(listReasons, reason)?.[language] ?? inTable<Bilingual>(purposeWords, reason)?.[language] ?? reason
