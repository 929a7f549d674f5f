import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { fits } from '../../checkpoint-app/ui/understood.ts'
import { api } from '../../schema/api/index.ts'

const truck = z.strictObject({ plate: z.string(), crew: z.array(z.strictObject({ name: z.string() })) })
const either = z.union([truck, z.strictObject({ number: z.int() })])
const driver = { name: '张' }

describe('an answer of a newer server', () => {
  test.each([
    ['more at the top', truck, { plate: '豫', crew: [], colour: 'blue' }, true],
    ['more deep inside', truck, { plate: '豫', crew: [{ ...driver, age: 40 }] }, true],
    ['less', truck, { plate: '豫' }, false],
    ['another kind of value', truck, { plate: 4, crew: [] }, false],
    ['more and less', truck, { crew: [], colour: 'blue' }, false],
    ['more in one of several forms', either, { number: 4, colour: 'blue' }, true],
    ['more deep inside one of several forms', either, { plate: '豫', crew: [{ ...driver, age: 40 }] }, true],
    ['none of the forms', either, { colour: 'blue' }, false],
    ['more in a list of several forms', z.array(either), [{ number: 1 }, { number: 4, colour: 'blue' }], true],
    ['more behind a name', z.record(z.string(), truck), { a: { plate: '豫', crew: [], colour: 'blue' } }, true],
    ['more behind a key', z.map(z.string(), truck), new Map([['a', { plate: '豫', crew: [], colour: 'blue' }]]), true],
    ['more where nothing may stand too', z.nullable(truck), { plate: '豫', crew: [], colour: 'blue' }, true],
  ])('that says %s', (_, schema, value, fine) => {
    expect(fits(schema, value)).toBe(fine)
  })

  test('with more in every object of it is understood, whatever was asked for', () => {
    const said = api.flatMap(({ name, answer, file }) =>
      file === undefined ? [{ name, answer, plain: sample(answer, {}), more: sample(answer, newer) }] : [],
    )
    expect(said.filter(({ answer, plain }) => !fits(answer, plain)).map(({ name }) => name)).toEqual([])
    expect(said.filter(({ answer, more }) => !fits(answer, more)).map(({ name }) => name)).toEqual([])
  })
})

const newer = { 'said by a newer server': 1 }

type Any = z.core.$ZodType
/** What zod knows of a schema; which of it is there, its type says. */
type Def = {
  type: string
  shape: Record<string, Any>
  element: Any
  items: Any[]
  options: [Any]
  innerType: Any
  entries: Record<string, unknown>
  values: unknown[]
  in: Any
  getter: () => Any
  left: Any
  right: Any
}

/** Something that a schema accepts, made from the schema itself; `more` stands in every object of it. */
function sample(schema: Any, more: object): unknown {
  const of = (inner: Any) => sample(inner, more)
  const def = schema._zod.def as unknown as Def
  const candidates: Record<string, () => unknown> = {
    object: () => ({
      ...Object.fromEntries(Object.entries(def.shape).map(([key, inner]) => [key, of(inner)])),
      ...more,
    }),
    array: () => [of(def.element)],
    tuple: () => def.items.map(of),
    union: () => of(def.options[0]),
    nullable: () => of(def.innerType),
    optional: () => of(def.innerType),
    default: () => of(def.innerType),
    readonly: () => of(def.innerType),
    record: () => ({}),
    enum: () => Object.values(def.entries)[0],
    literal: () => def.values[0],
    boolean: () => true,
    number: () => firstThat(schema, [1, 0, 40, 300, 2, 1000]),
    string: () => firstThat(schema, texts),
    unknown: () => ({}),
    null: () => null,
    pipe: () => of(def.in),
    lazy: () => of(def.getter()),
    intersection: () => ({ ...(of(def.left) as object), ...(of(def.right) as object) }),
  }
  const make = candidates[def.type]
  if (make === undefined) throw new Error(`no sample for ${def.type}`)
  return make()
}

const texts = [
  'K44+950',
  '示例文字',
  '0190a6b0-0000-7000-8000-000000000001',
  '2022-05-16T08:00:00+08:00',
  '2022-05-16',
  '410800',
  '41',
  '123456789012',
  'JZ-G01',
  'V8',
  'a'.repeat(43),
  '',
  '示',
  '0015',
  '0190a6b0-0000-7000-8000-000000000001-1',
  'abc',
  'https://example.org/x',
]

const firstThat = (schema: Any, values: readonly unknown[]): unknown => {
  const found = values.find((value) => z.core.safeParse(schema, value).success)
  if (found === undefined) {
    const why = z.core.safeParse(schema, values[0]).error?.issues
    throw new Error(`none of the samples fits: ${JSON.stringify(why)}`)
  }
  return found
}
