/**
 * One inspection as a JSON object (contracts §1), read and written. `parseInspection` throws Fault('bad-input') with the
 * offending path; `inspectionToJson` is its inverse. Times on the wire are ISO 8601 with an offset.
 */
import * as vocabulary from './facts.ts'
import type { CrewMember, Facts, Inspection, NucleicAcid } from './facts.ts'
import { Fault } from './fault.ts'
import { hour, parseInstant, type Instant } from './instant.ts'
import { refuseImplausible } from './policy/plausible.ts'

type Read<T> = (value: unknown, path: string) => T
type Fields<T> = { readonly [K in keyof T]-?: Read<Exclude<T[K], undefined>> }

const refuse = (code: string, message: string, path: string): never => {
  throw new Fault('bad-input', code, message, { path })
}

const below = (path: string, key: string | number) => (path === '' ? String(key) : `${path}.${key}`)

/** A value as a refusal quotes it. Never what lies inside a list or an object: it may be nested deeper than the stack. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  return isObject(value) ? 'an object' : (JSON.stringify(value) ?? String(value)).slice(0, 60)
}

const text: Read<string> = (value, path) =>
  typeof value === 'string' ? value : refuse('FA-03', `${path} must be a string, not ${shown(value)}`, path)

const flag: Read<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : refuse('FA-03', `${path} must be true or false, not ${shown(value)}`, path)

const number: Read<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value)
    ? value
    : refuse('FA-03', `${path} must be a number, not ${shown(value)}`, path)

const time: Read<Instant> = (value, path) =>
  (typeof value === 'string' ? parseInstant(value) : undefined) ??
  refuse('FA-05', `${path} must be a time like 2022-05-16T10:00:00+08:00, not ${shown(value)}`, path)

const oneOf =
  <T extends string>(values: readonly T[]): Read<T> =>
  (value, path) =>
    values.find((known) => known === value) ??
    refuse('FA-04', `${path} must be one of ${values.join(', ')}, not ${shown(value)}`, path)

const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (value, path) =>
    value === null ? null : read(value, path)

const listOf =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, path) =>
    Array.isArray(value)
      ? value.map((item: unknown, index) => read(item, below(path, index)))
      : refuse('FA-03', `${path} must be a list, not ${shown(value)}`, path)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads exactly these keys; the ones in `must` may not be left out. */
function record<T extends object>(fields: Fields<T>, must: readonly (keyof T & string)[]): Read<T> {
  const known = (key: string): key is keyof T & string => Object.hasOwn(fields, key)
  const whole = (read: Partial<T>): read is T => must.every((key) => read[key] !== undefined)
  return (value, path) => {
    if (!isObject(value))
      return refuse('FA-03', `${path || 'the inspection'} must be an object, not ${shown(value)}`, path)
    const read: Partial<T> = {}
    for (const [key, given] of Object.entries(value)) {
      const where = below(path, key)
      if (!known(key)) return refuse('FA-01', `unknown key ${where}`, where)
      if (given !== undefined) read[key] = fields[key](given, where)
    }
    if (whole(read)) return read
    const missing = below(path, must.find((key) => read[key] === undefined) ?? '')
    return refuse('FA-02', `${missing} is missing`, missing)
  }
}

const nucleicAcid = record<NucleicAcid>(
  { result: oneOf(vocabulary.nucleicResults), sampledAt: orNull(time), reportedAt: orNull(time) },
  ['result'],
)

const crewMember = record<CrewMember>(
  {
    role: oneOf(vocabulary.roles),
    temperatures: listOf(number),
    nucleicAcid: orNull(nucleicAcid),
    antigen: orNull(oneOf(vocabulary.antigenResults)),
    healthCode: orNull(oneOf(vocabulary.healthCodes)),
    healthCodeGround: orNull(oneOf(vocabulary.healthCodeGrounds)),
    travelCard: orNull(oneOf(vocabulary.travelCards)),
    riskStay: orNull(flag),
    listed: orNull(oneOf(vocabulary.listings)),
    driverWhitelist: orNull(
      record<vocabulary.DriverWhitelist>({ from: time, to: time, closedLoop: flag }, ['from', 'to']),
    ),
    refuses: flag,
  },
  [],
)

const everyFact: Fields<Facts> = {
  trip: record<vocabulary.Trip>(
    {
      scope: oneOf(vocabulary.scopes),
      registered: flag,
      throughTrain: flag,
      cargo: oneOf(vocabulary.cargoCodes),
    },
    [],
  ),
  vehicle: record<vocabulary.Vehicle>({ plate: text, freight: flag }, []),
  freightCode: orNull(oneOf(vocabulary.freightCodes)),
  crew: listOf(crewMember),
  pass: orNull(record<vocabulary.Pass>({ state: oneOf(vocabulary.passStates) }, ['state'])),
  priorRelease: orNull(record<vocabulary.PriorRelease>({ at: time, checkpoint: text, sameCrew: flag }, ['at'])),
  offline: flag,
}

const inspectionLine = record<{ id: string; now: Instant } & Facts>({ id: text, now: time, ...everyFact }, [
  'id',
  'now',
  'crew',
])

/** @throws Fault bad-input: FA-01 unknown key, -02 missing, -03 type, -04 value, -05 time, and those of plausible.ts */
export function parseInspection(json: unknown): Inspection {
  const { id, now, ...facts } = inspectionLine(json, '')
  refuseImplausible(facts, now)
  return { id, now, facts }
}

type Wire<T> = T extends Instant ? string : T extends object ? { readonly [K in keyof T]: Wire<T[K]> } : T
export type InspectionJson = { readonly id: string; readonly now: string } & Wire<Facts>

const times: ReadonlySet<string> = new Set(['now', 'at', 'sampledAt', 'reportedAt', 'from', 'to'])

/** Beijing time; milliseconds only where there are some, so that nothing is lost. */
const isoTime = (at: number) => `${new Date(at + 8 * hour).toISOString().replace(/(\.000)?Z$/, '')}+08:00`

/** The inverse of `parseInspection`. */
export function inspectionToJson({ id, now, facts }: Inspection): InspectionJson {
  const line = JSON.stringify({ id, now, ...facts }, (key, value: unknown) =>
    times.has(key) && typeof value === 'number' ? isoTime(value) : value,
  )
  const json: InspectionJson = JSON.parse(line)
  return json
}
