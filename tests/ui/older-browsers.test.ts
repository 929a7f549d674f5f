import { expect, it } from 'vitest'
import { standIns } from '../../checkpoint-app/ui/older-browsers.ts'

/** The stand-in called as an old engine would call it; this engine keeps its own. */
function call(name: string, of: unknown, ...given: unknown[]): unknown {
  const standIn = standIns.find((each) => each[1] === name)?.[2]
  if (typeof standIn !== 'function') throw new Error(`nothing stands in for ${name}`)
  return Reflect.apply(standIn, of, given)
}

it.each([
  ['at', [3, 1, 2], [-1]],
  ['at', [3, 1, 2], [9]],
  ['toSorted', [3, 1, 2], [(a: number, b: number) => a - b]],
  ['toSorted', ['b', 'a'], []],
  ['findLast', [1, 2, 3, 4], [(each: number) => each < 3]],
  ['findLast', [1, 2], [(each: number) => each > 3]],
  ['findLastIndex', [1, 2, 1, 2], [(each: number) => each === 1]],
  ['findLastIndex', [], [() => true]],
] as const)('%s of %j is what a new engine says', (name, list, given) => {
  const before = JSON.stringify(list)
  const own: unknown = Reflect.apply(Array.prototype[name], list, given)
  expect(call(name, list, ...given)).toEqual(own)
  expect(JSON.stringify(list)).toBe(before)
})

it('text, own keys, ids', () => {
  expect(call('replaceAll', 'a-b-c', '-', '+')).toBe('a+b+c')
  expect(call('replaceAll', 'a.b.c', /\./g, '')).toBe('abc')
  expect([call('hasOwn', Object, { a: 1 }, 'a'), call('hasOwn', Object, {}, 'toString')]).toEqual([true, false])
  expect(call('randomUUID', crypto)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
