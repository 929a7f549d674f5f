/** The edition that an overlay would make: the superior's law with other values from its first day on, and its conditions beside it. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Facts } from '../facts.ts'
import { makeEdition, type Edition, type LawInForce } from './edition.ts'
import { conditions, type Condition } from './overlay-conditions.ts'
import type { Overlay } from './overlay.ts'
import { isNumberSetting, isSwitch, numberSettings, switches, type SwitchName } from './overlay-settings.ts'
import { parameters, type Dated, type ParameterName, type Parameters } from './parameters.ts'
import { begins } from './spans.ts'

type Value = number | string

/** Rounded to what a setting can hold: 37.2 + 0.1 is 37.3. */
const rounded = (value: number) => Math.round(value * 10) / 10

function valuesOf({ parameters: given }: Overlay): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>()
  for (const [name, value] of Object.entries(given))
    if (isNumberSetting(name) && typeof value === 'number')
      for (const { parameter, times, plus } of numberSettings[name].sets)
        values.set(parameter, rounded(value * times + plus))
  if (given.testClockBasis !== undefined) values.set('testClockBasis', given.testClockBasis)
  return values
}

/** What held before the overlay goes on holding for the days before it. */
function withValue(dated: Dated<Value>, from: string, value: Value, overlay: Overlay): Dated<Value> {
  const before = dated.values
    .filter((row) => begins(row.from) < begins(from))
    .map((row, index, rows) => (index === rows.length - 1 ? { ...row, until: from } : row))
  const row = { from, value, clause: overlay.basis[0] }
  const [first, ...rest] = [...before, row]
  return { ...dated, values: [first ?? row, ...rest] }
}

const isWhole = (set: object): set is Parameters => Object.keys(parameters).every((name) => Object.hasOwn(set, name))

function parametersOf(overlay: Overlay, from: string, superior: Edition): Parameters {
  const values = valuesOf(overlay)
  const entries = Object.entries<Dated<Value>>(superior.parameters).map(([name, dated]) => {
    const value = values.get(name)
    return [name, value === undefined ? dated : withValue(dated, from, value, overlay)] as const
  })
  const set: object = Object.fromEntries(entries)
  if (!isWhole(set)) throw new RangeError('a parameter is missing')
  return set
}

export const switchedOn = ({ parameters: given }: Overlay): readonly SwitchName[] =>
  Object.keys(switches)
    .filter(isSwitch)
    .filter((name) => given[name] === true)

/** Beside the rules of the last chapter, the three routes: a condition is one more thing asked there. */
function lawWith(law: LawInForce, overlay: Overlay, from: string, added: readonly Condition[]): LawInForce {
  const rules = added.flatMap(({ rule }) => (rule === undefined ? [] : [rule(overlay.basis, from)]))
  const { chapters } = law
  return { ...law, chapters: [...chapters.slice(0, -1), [...(chapters.at(-1) ?? []), ...rules]] }
}

/** Names of parameters in which two editions differ at some time. */
export const changedParameters = (above: Edition, below: Edition): readonly ParameterName[] =>
  Object.keys(parameters)
    .filter((name): name is ParameterName => Object.hasOwn(parameters, name))
    .filter((name) => JSON.stringify(above.parameters[name].values) !== JSON.stringify(below.parameters[name].values))

export function overlayEdition(overlay: Overlay, superior: Edition): Edition {
  const from = overlay.from ?? superior.from
  const base = makeEdition(`${superior.name}-${overlay.level}`, from, parametersOf(overlay, from, superior))
  const on = switchedOn(overlay)
  if (on.length === 0) return base
  const added = on.map((name) => conditions[name])
  const hash = bytesToHex(sha256(utf8ToBytes([base.id, ...overlay.basis, ...on].join(' ')))).slice(0, 8)
  const binds = begins(from)
  const laws = new Map<LawInForce, LawInForce>()
  return {
    ...base,
    id: `${base.name}.${hash}`,
    lawAt: (now) => {
      const law = base.lawAt(now)
      if (now < binds) return law
      const kept = laws.get(law) ?? lawWith(law, overlay, from, added)
      laws.set(law, kept)
      return kept
    },
    read: (facts, now) => (now < binds ? facts : added.reduce((seen: Facts, { read }) => read?.(seen) ?? seen, facts)),
  }
}
