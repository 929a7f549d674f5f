/**
 * An amendment: numbers that the city's command sets, because a document of the nation or the province says so. It is data, drafted
 * in the office; this reads it and refuses what it does not understand. What it makes of the law: amendment-edition.ts.
 */
import { Fault } from '../fault.ts'
import { parseInstant } from '../instant.ts'
import { amendable, choices, fixed, isAmendableNumber, isChoice, pairs, temperaturePair } from './amendment-bounds.ts'
import type { ChoiceWord } from './amendment-bounds.ts'
import { clause, isClause, type Bilingual, type ClauseRef } from './documents.ts'
import { parameters, type ParameterName } from './parameters.ts'

export const amendmentClasses = ['emergency', 'regular'] as const
export const superiorLevels = ['national', 'provincial'] as const

/** A document from above that this program does not hold yet, registered together with what it changes. */
export type SuperiorDocument = {
  readonly title: string
  /** 文号 */
  readonly number: string
  readonly issuer: string
  readonly level: (typeof superiorLevels)[number]
  /** 2022-06-01 */
  readonly issuedOn: string
  /** 第三条 */
  readonly article: string
  /** What the article asks, in our own words. */
  readonly words: Bilingual
}

export type AmendedValues = { readonly [P in ParameterName]?: number | ChoiceWord }

export type Amendment = {
  readonly name: Bilingual
  /** Emergency: may hold at once. Regular: `amendmentNotice` hours after its publication at the earliest. */
  readonly class: (typeof amendmentClasses)[number]
  /** ISO 8601 with its offset. */
  readonly from: string
  /** At least one clause of a national or provincial document, or the new superior document. */
  readonly basis: { readonly clauses: readonly ClauseRef[]; readonly document?: SuperiorDocument }
  readonly values: AmendedValues
}

/** Message in both languages: the one who drafts reads it. */
const refuse = (code: string, path: string, zh: string, en: string): never => {
  throw new Fault('bad-input', code, `${zh}（${path || '修订'}） / ${en} (${path || 'amendment'})`, { path })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function objectAt(value: unknown, path: string, keys: readonly string[]): Record<string, unknown> {
  if (!isObject(value)) return refuse('AM-01', path, '应为一个对象', 'must be an object')
  const unknown = Object.keys(value).find((key) => !keys.includes(key))
  const where = path === '' ? unknown : `${path}.${unknown}`
  return unknown === undefined ? value : refuse('AM-01', where ?? '', '不认识的字段', 'unknown key')
}

function wordsAt(value: unknown, path: string, longest: number): string {
  const text = typeof value === 'string' ? value.trim() : ''
  if (text !== '' && text.length <= longest) return text
  return refuse('AM-02', path, `请填写，最多 ${longest} 字`, `must be given, ${longest} characters at most`)
}

function bothAt(value: unknown, path: string, longest: number): Bilingual {
  const { zh, en } = objectAt(value, path, ['zh', 'en'])
  return { zh: wordsAt(zh, `${path}.zh`, longest), en: wordsAt(en, `${path}.en`, longest) }
}

const oneOf = <T extends string>(value: unknown, known: readonly T[], path: string): T =>
  known.find((one) => one === value) ??
  refuse('AM-02', path, `应为 ${known.join('、')} 之一`, `must be one of ${known.join(', ')}`)

function momentAt(value: unknown, path: string): string {
  if (typeof value === 'string' && parseInstant(value) !== undefined) return value
  return refuse('AM-02', path, '应写明日期、时间和时区', 'must be a time with its offset')
}

function dayAt(value: unknown, path: string): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && parseInstant(`${value}T00:00Z`) !== undefined)
    return value
  return refuse('AM-02', path, '应为日期，如 2022-06-01', 'must be a day like 2022-06-01')
}

function documentOf(value: unknown): SuperiorDocument {
  const path = 'basis.document'
  const keys = ['title', 'number', 'issuer', 'level', 'issuedOn', 'article', 'words']
  const { title, number, issuer, level, issuedOn, article, words } = objectAt(value, path, keys)
  return {
    title: wordsAt(title, `${path}.title`, 120),
    number: wordsAt(number, `${path}.number`, 60),
    issuer: wordsAt(issuer, `${path}.issuer`, 60),
    level: oneOf(level, superiorLevels, `${path}.level`),
    issuedOn: dayAt(issuedOn, `${path}.issuedOn`),
    article: wordsAt(article, `${path}.article`, 30),
    words: bothAt(words, `${path}.words`, 300),
  }
}

const isSuperior = (ref: ClauseRef) => clause(ref).document.level !== 'city'

function basisOf(value: unknown): Amendment['basis'] {
  const path = 'basis'
  if (value === undefined) return refuse('AM-03', path, '没有写依据', 'no basis is given')
  const { clauses = [], document } = objectAt(value, path, ['clauses', 'document'])
  if (!Array.isArray(clauses)) return refuse('AM-01', `${path}.clauses`, '应为一个列表', 'must be a list')
  const given: readonly unknown[] = clauses
  const known = given.filter((ref) => typeof ref === 'string').filter(isClause)
  if (known.length < given.length)
    return refuse('AM-04', `${path}.clauses`, '条款不存在，写法如 henan-16#6', 'not a clause of ours; write henan-16#6')
  if (document === undefined && !known.some(isSuperior))
    return refuse('AM-03', path, '没有国家或省级文件的条款作依据', 'no clause of a national or provincial document')
  return { clauses: known, ...(document === undefined ? {} : { document: documentOf(document) }) }
}

const isFixed = (name: string) => fixed.some((one) => one === name)
const isParameter = (name: string): name is ParameterName => Object.hasOwn(parameters, name)

function valueOf(name: ParameterName, value: unknown): number | ChoiceWord {
  const path = `values.${name}`
  if (isChoice(name)) {
    const known: readonly ChoiceWord[] = choices[name]
    return (
      known.find((one) => one === value) ??
      refuse('AM-06', path, `应为 ${known.join('、')} 之一`, `must be ${known.join(' or ')}`)
    )
  }
  if (!isAmendableNumber(name)) return refuse('AM-05', path, '本市不能改这个数', 'not for the city to set')
  const { min, max, decimals } = amendable[name]
  if (typeof value === 'number' && value >= min && value <= max && Number(value.toFixed(decimals)) === value)
    return value
  const steps = { zh: decimals === 0 ? '整数' : '一位小数', en: decimals === 0 ? 'a whole number' : 'one decimal' }
  return refuse('AM-06', path, `应在 ${min} 到 ${max} 之间，${steps.zh}`, `must be ${min} to ${max}, ${steps.en}`)
}

function valuesOf(value: unknown): AmendedValues {
  if (!isObject(value)) return refuse('AM-01', 'values', '应为一个对象', 'must be an object')
  const entries = Object.entries(value).map(([name, given]) => {
    const path = `values.${name}`
    if (!isParameter(name)) return refuse('AM-05', path, '没有这个数', 'no such number')
    if (isFixed(name)) return refuse('AM-05', path, '这是仪器和时钟的范围，不能修订', 'the range of a device, not law')
    return [name, valueOf(name, given)] as const
  })
  if (entries.length === 0) return refuse('AM-08', 'values', '没有改动任何一个数', 'no number is changed')
  const values: AmendedValues = Object.fromEntries(entries)
  refuseHalves(values)
  return values
}

/** Numbers that only mean something together are set together, so that no other amendment can part them. */
function refuseHalves(values: AmendedValues): void {
  const { low: normal, high: abnormal, step } = temperaturePair
  const together = [{ low: normal, high: abnormal, fits: (a: number, b: number) => Math.abs(b - a - step) < 0.01 }]
  const ordered = pairs.map(({ low, high, gap }) => ({ low, high, fits: (a: number, b: number) => b - a >= gap }))
  for (const { low, high, fits } of [...together, ...ordered]) {
    const [a, b] = [values[low], values[high]]
    if (a === undefined && b === undefined) continue
    if (typeof a !== 'number' || typeof b !== 'number')
      refuse(
        'AM-07',
        `values.${a === undefined ? low : high}`,
        `须与 ${low}、${high} 一起写明`,
        `${low} and ${high} go together`,
      )
    else if (!fits(a, b)) refuse('AM-07', `values.${high}`, `与 ${low} 不相称`, `does not fit ${low}`)
  }
}

/** @throws Fault bad-input, AM-01 … AM-08, naming the key */
export function parseAmendment(json: unknown): Amendment {
  const given = objectAt(json, '', ['name', 'class', 'from', 'basis', 'values'])
  return {
    name: bothAt(given['name'], 'name', 60),
    class: oneOf(given['class'], amendmentClasses, 'class'),
    from: momentAt(given['from'], 'from'),
    basis: basisOf(given['basis']),
    values: valuesOf(given['values']),
  }
}
