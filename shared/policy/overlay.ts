/**
 * An overlay: the settings that a county or a checkpoint proposes to put over the edition of the level above. It is a file of data;
 * this reads it and refuses what it does not understand. Whether it may bind is proved in overlay-proof.ts.
 */
import { Fault } from '../fault.ts'
import { isClause, type Bilingual } from './documents.ts'
import { editions, type Edition } from './edition.ts'
import type { Clauses } from './overlay-conditions.ts'
import {
  clockBases,
  isNumberSetting,
  isSwitch,
  numberSettings,
  settingNames,
  type Settings,
} from './overlay-settings.ts'
import { parseInstant } from '../instant.ts'

export const overlayLevels = ['county', 'checkpoint'] as const
export type Overlay = {
  readonly name: Bilingual
  readonly level: (typeof overlayLevels)[number]
  /** Id of an edition, or its name without the hash. */
  readonly superior: string
  /** From when it would bind; left out = as long as its superior. */
  readonly from?: string
  readonly basis: Clauses
  readonly parameters: Settings
}

/** Message in both languages: the one who wrote the file reads it. */
const refuse = (code: string, path: string, zh: string, en: string): never => {
  throw new Fault('bad-input', code, `${zh}（${path || '文件'}） / ${en} (${path || 'file'})`, { path })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keys = ['name', 'level', 'superior', 'from', 'basis', 'parameters']

/** @throws Fault bad-input, OV-01 … OV-06, naming the key */
export function parseOverlay(json: unknown): Overlay {
  if (!isObject(json)) return refuse('OV-01', '', '应为一个 JSON 对象', 'must be one JSON object')
  const unknown = Object.keys(json).find((key) => !keys.includes(key))
  if (unknown !== undefined) return refuse('OV-01', unknown, '不认识的字段', 'unknown key')
  const { name, level, superior, from, basis, parameters } = json
  if (typeof superior !== 'string')
    return refuse('OV-02', 'superior', '请写明上级规则版本', 'name the superior edition')
  if (from !== undefined && (typeof from !== 'string' || parseInstant(from) === undefined))
    return refuse('OV-02', 'from', '生效时间应写明日期、时间和时区', 'must be a time with its offset')
  return {
    name: nameOf(name),
    level:
      overlayLevels.find((known) => known === level) ??
      refuse('OV-02', 'level', `应为 ${overlayLevels.join('、')} 之一`, `must be one of ${overlayLevels.join(', ')}`),
    superior,
    ...(from === undefined ? {} : { from }),
    basis: basisOf(basis),
    parameters: settingsOf(parameters),
  }
}

function nameOf(name: unknown): Bilingual {
  if (isObject(name) && isWords(name['zh']) && isWords(name['en'])) return { zh: name['zh'], en: name['en'] }
  return refuse('OV-02', 'name', '名称须有中文和英文', 'needs zh and en')
}
const isWords = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

function basisOf(basis: unknown): Clauses {
  const refs: readonly unknown[] = Array.isArray(basis) ? basis : []
  const known = refs.filter((ref) => typeof ref === 'string').filter(isClause)
  const [first, ...rest] = known
  if (first === undefined && refs.length === 0)
    return refuse('OV-03', 'basis', '没有写依据的条款', 'no clause is given as its basis')
  if (first === undefined || known.length < refs.length)
    return refuse('OV-03', 'basis', '依据的条款不存在，写法如 jiaozuo-20#7', 'not a clause of ours; write jiaozuo-20#7')
  return [first, ...rest]
}

function settingsOf(given: unknown): Settings {
  if (!isObject(given)) return refuse('OV-04', 'parameters', '应为一个对象', 'must be an object')
  const all = settingNames.join(', ')
  for (const [name, value] of Object.entries(given)) {
    const path = `parameters.${name}`
    if (isNumberSetting(name)) refuseNumber(value, name, path)
    else if (isSwitch(name)) {
      if (typeof value !== 'boolean') refuse('OV-06', path, '应为 true 或 false', 'must be true or false')
    } else if (name !== 'testClockBasis')
      refuse('OV-05', path, `不能由下级设定，可设：${all}`, `no setting; known: ${all}`)
    else if (!clockBases.some((basis) => basis === value))
      refuse('OV-06', path, '应为 report 或 sample', 'must be report or sample')
  }
  return given
}

function refuseNumber(value: unknown, name: keyof typeof numberSettings, path: string): void {
  const { min, max, decimals } = numberSettings[name]
  const fits = typeof value === 'number' && value >= min && value <= max && Number(value.toFixed(decimals)) === value
  const steps = { zh: decimals === 0 ? '整数' : '一位小数', en: decimals === 0 ? 'a whole number' : 'one decimal' }
  if (!fits) refuse('OV-06', path, `应在 ${min} 到 ${max} 之间，${steps.zh}`, `must be ${min} to ${max}, ${steps.en}`)
}

/** @throws Fault bad-input, OV-07 */
export function superiorOf(named: string): Edition {
  const found = editions.findLast(({ id, name }) => id === named || name === named)
  const known = editions.map(({ id }) => id).join(', ')
  return (
    found ?? refuse('OV-07', 'superior', `没有规则版本 ${named}，现有 ${known}`, `no edition ${named}; known: ${known}`)
  )
}
