import { describe, expect, it } from 'vitest'
import { agreedPlate, isClear } from '../../../checkpoint-app/device/plate/agreement.ts'
import { holdAgainst } from '../../../checkpoint-app/device/plate/hold-against.ts'
import type { PlateReading } from '../../../checkpoint-app/device/plate/read-plate.ts'
import { nothingSeen, photoSees, watchSees } from '../../../checkpoint-app/device/plate/watch.ts'

const read = (plate: string, gap = 5, score = -0.5): PlateReading => ({
  layout: 'one-row',
  candidates: [
    { plate, score },
    { plate: '豫H12346', score: score - gap },
  ],
  gap,
})
const after = (...readings: (PlateReading | undefined)[]) => readings.reduce(watchSees, nothingSeen)

describe('a plate is taken by itself', () => {
  it.each<[string, PlateReading | undefined, PlateReading | undefined, string | undefined]>([
    ['two pictures agree clearly', read('豫H12345'), read('豫H12345'), '豫H12345'],
    ['one picture alone', undefined, read('豫H12345'), undefined],
    ['they say different plates', read('豫H12345'), read('豫H12845'), undefined],
    ['the first was not clear', read('豫H12345', 2), read('豫H12345'), undefined],
    ['the second is not clear', read('豫H12345'), read('豫H12345', 2), undefined],
    ['just clear enough', read('豫H12345', 2.01), read('豫H12345', 2.01), '豫H12345'],
    ['lettering that is no plate', read('豫H12345', 9, -20), read('豫H12345', 9, -20), undefined],
  ])('%s', (_, before, now, plate) => expect(agreedPlate(before, now)).toBe(plate))

  it('never with a picture without a plate between the two', () => {
    expect(after(read('豫H12345'), undefined, read('豫H12345')).agreed).toBeUndefined()
    expect(after(read('豫H12345'), read('豫H12345')).agreed).toBe('豫H12345')
  })
})

describe('a plate that is not clear', () => {
  const vague = (gap: number) => read('豫H12345', gap)

  it('is shown after four pictures, the clearest of them', () => {
    expect(after(vague(0.1), vague(1.2), vague(0.3)).unsure).toBeUndefined()
    expect(after(vague(0.1), vague(1.2), vague(0.3), vague(0.2)).unsure?.gap).toBe(1.2)
  })

  it('stays as it is shown, and is replaced by what two pictures agree on', () => {
    const shown = [vague(0.1), vague(0.2), vague(0.3), vague(0.4)]
    expect(after(...shown, vague(1.9)).unsure?.gap).toBe(0.4)
    expect(after(...shown, read('豫H12345'), read('豫H12345')).agreed).toBe('豫H12345')
  })

  it('goes when no plate is seen any more', () => {
    const shown = [vague(0.1), vague(0.2), vague(0.3), vague(0.4)]
    const empty = (times: number) => Array.from({ length: times }, () => undefined)
    expect(after(...shown, ...empty(5)).unsure).toBeDefined()
    expect(after(...shown, ...empty(6))).toEqual(nothingSeen)
  })
})

it('a photo is never taken by itself, be it ever so clear', () => {
  expect(photoSees(read('豫H12345'))).toMatchObject({ unsure: { gap: 5 } })
  expect(photoSees(read('豫H12345')).agreed).toBeUndefined()
  expect(photoSees(undefined)).toEqual(nothingSeen)
  expect(photoSees(read('豫H12345', 5, -40))).toEqual(nothingSeen)
})

describe('held against a code', () => {
  it.each([
    ['equal', read('豫H12345'), '豫H·12345', 'equal'],
    ['another plate', read('豫H12845'), '豫H12345', 'differs'],
    ['not clear, though the same', read('豫H12345', 1), '豫H12345', 'unsure'],
    ['not clear, the named one second', read('豫H12345', 0.1), '豫H12346', 'unsure'],
    ['clear, the named one second: what a clone looks like', read('豫H12345', 3), '豫H12346', 'differs'],
    ['nothing read', { layout: 'one-row', candidates: [], gap: 0 } satisfies PlateReading, '豫H12345', 'unsure'],
  ] as const)('%s', (_, reading, named, held) => expect(holdAgainst(reading, named)).toBe(held))
})

it('clear means: by more than two, and likely at all', () => {
  expect([isClear(read('豫H12345', 2.1)), isClear(read('豫H12345', 1.9)), isClear(read('豫H12345', 9, -7))]).toEqual([
    true,
    false,
    false,
  ])
})
