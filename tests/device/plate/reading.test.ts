import { describe, expect, it } from 'vitest'
import { isClear, seesPlate } from '../../../checkpoint-app/device/plate/agreement.ts'
import { classMeaning, plateAlphabet } from '../../../checkpoint-app/device/plate/alphabet.ts'
import { platesIn } from '../../../checkpoint-app/device/plate/ctc.ts'
import { framesOf } from '../../../checkpoint-app/device/plate/emissions.ts'
import { readingOf, readPlate } from '../../../checkpoint-app/device/plate/read-plate.ts'
import { oneRow, steps, twoRows, written } from './written.ts'

const first = (reading: ReturnType<typeof oneRow>) => reading?.candidates[0]?.plate

describe('a plate of one row', () => {
  it.each([
    '豫H12345',
    '京A00000',
    '沪DX0001',
    '豫H1234挂',
    '豫H1234学',
    '豫H1234警',
    '粤Z1234港',
    '粤Z1234澳',
    '豫HD12345',
    '豫HKA2345',
    '豫H12345K',
    '豫0812345',
  ])('%s is read as it is written', (plate) => expect(first(oneRow(written(plate)))).toBe(plate))

  it('keeps doubled characters apart only where there is a blank between them', () => {
    expect(first(oneRow(written('豫H66666')))).toBe('豫H66666')
    const held = written('豫H12345').flatMap((belief) => [belief, belief])
    expect(first(oneRow(held))).toBe('豫H12345')
  })

  it('is a zero where the recogniser sees an O, and a one where it sees an I', () => {
    const shares = new Float32Array(classMeaning.length * 14)
    for (const [at, character] of Array.from('豫HO2I45').entries()) {
      shares[2 * at * classMeaning.length + plateAlphabet.indexOf(character) + 1] = 1
      shares[(2 * at + 1) * classMeaning.length] = 1
    }
    expect(platesIn(framesOf(shares, undefined), 'one-row')[0]?.plate).toBe('豫H02145')
  })

  it('takes the province that may stand there, though a digit there is likelier', () => {
    const [, ...rest] = written('豫H12345')
    expect(first(oneRow([{ '8': 0.7, 皖: 0.2 }, ...rest]))).toBe('皖H12345')
  })

  it('takes no letter at the end of a new-energy plate that means no energy', () => {
    expect(first(oneRow([...written('豫H12345'), { Z: 0.6, K: 0.3 }]))).toBe('豫H12345K')
  })

  it('is none where there are too few characters for any plate', () => {
    expect(oneRow(written('豫H12').slice(0, 7))).toBeUndefined()
  })
})

describe('a plate of two rows', () => {
  it.each([
    ['豫H', '12345', '豫H12345'],
    ['豫H', '1234挂', '豫H1234挂'],
    ['豫08', '12345', '豫0812345'],
  ])('%s over %s', (upper, lower, plate) => {
    const reading = readingOf(twoRows(written(upper), written(lower)))
    expect([reading?.layout, first(reading)]).toEqual(['two-rows', plate])
  })

  it('has two characters above and five below, whatever else is likely', () => {
    const reading = readingOf(twoRows([...written('豫H'), { '7': 0.9 }, {}], written('12345')))
    expect(first(reading)).toBe('豫H12345')
  })

  it('is never of a form that is made in one row only', () => {
    const all = platesIn(twoRows(written('豫H'), written('D12345'))['two-rows'], 'two-rows')
    expect(all.filter(({ plate }) => plate.length === 8)).toEqual([])
  })

  it('is told from one row by which of them is likelier', () => {
    const one = steps(written('豫H12345'))
    const two = twoRows(written('晋A', 0.4), written('54321', 0.4))['two-rows']
    expect(readingOf({ 'one-row': one, 'two-rows': two })?.layout).toBe('one-row')
  })
})

it('says how much likelier the first is than the second', () => {
  const [, , , , ...rest] = written('豫H12345')
  const doubtful = oneRow([...written('豫H'), { '1': 0.6, '7': 0.3 }, ...rest.slice(1)])
  expect(doubtful?.candidates.map(({ plate }) => plate).slice(0, 2)).toEqual(['豫H12345', '豫H72345'])
  expect(doubtful?.gap).toBeCloseTo(Math.log(2), 1)
  expect(oneRow(written('豫H12345'))!.gap).toBeGreaterThan(2)
})

it('answers with three plates at most, none twice', () => {
  const vague = Array.from('豫H12345').flatMap((character) => [{ [character]: 0.4, '8': 0.2, B: 0.2 }, {}])
  const plates = oneRow(vague)!.candidates.map(({ plate }) => plate)
  expect(plates).toHaveLength(3)
  expect(new Set(plates).size).toBe(3)
})

it('gives the recogniser three rows, each stretched to its size, and reads them by their place', async () => {
  const guide = { width: 8, height: 4, data: new Uint8ClampedArray(8 * 4 * 4).fill(255) }
  const asked: number[] = []
  const reading = await readPlate(guide, async (rows, count) => {
    asked.push(count, rows.length, Math.min(...rows), Math.max(...rows))
    const shares = new Float32Array(count * 14 * classMeaning.length)
    for (let step = 0; step < count * 14; step++) shares[step * classMeaning.length] = 0.01
    for (const [at, character] of Array.from('豫H12345').entries())
      shares[2 * at * classMeaning.length + plateAlphabet.indexOf(character) + 1] = 0.99
    return shares
  })
  expect(asked).toEqual([3, 3 * 3 * 48 * 200, 1, 1])
  expect([reading?.layout, first(reading)]).toEqual(['one-row', '豫H12345'])
})

describe('further looks, with the rows cut closer', () => {
  const guide = { width: 8, height: 4, data: new Uint8ClampedArray(8 * 4 * 4).fill(255) }
  /** The recogniser's answer for three rows that all say this. */
  const saying = (text: string, last: Readonly<Record<string, number>>, sure = 0.99): Float32Array => {
    const length = 14 * classMeaning.length
    const row = new Float32Array(length)
    for (let step = 0; step < 14; step++) row[step * classMeaning.length] = 0.01
    const believe = (at: number, character: string, share: number) =>
      (row[2 * at * classMeaning.length + plateAlphabet.indexOf(character) + 1] = share)
    for (const [at, character] of Array.from(text).entries()) believe(at, character, sure)
    for (const [character, share] of Object.entries(last)) believe(text.length, character, share)
    for (let at = 0; at < 7; at++) row[(2 * at + 1) * classMeaning.length] = 0.99
    return Float32Array.from({ length: 3 * length }, (_, place) => row[place % length] ?? 0)
  }
  const nothing = new Float32Array(3 * classMeaning.length)
  async function looked(...answers: readonly Float32Array[]) {
    let looks = 0
    const reading = await readPlate(guide, async () => answers[looks++] ?? nothing)
    return { looks, reading }
  }

  it('are not taken where the first is sure', async () => {
    expect((await looked(saying('豫H1234', { '5': 0.98 }))).looks).toBe(1)
  })
  it('settle what the first leaves open', async () => {
    const { looks, reading } = await looked(
      saying('豫H1234', { '5': 0.45, S: 0.5 }),
      saying('豫H1234', { '5': 0.9, S: 0.05 }),
      saying('豫H1234', { '5': 0.9, S: 0.05 }),
    )
    expect([looks, first(reading)]).toEqual([3, '豫H12345'])
    expect(reading?.gap).toBeCloseTo(Math.log((0.45 + 0.9 + 0.9) / (0.5 + 0.05 + 0.05)), 1)
  })
  it('leave it unsure where they contradict each other', async () => {
    const { reading } = await looked(
      saying('豫H1234', { '5': 0.5, S: 0.45 }),
      saying('豫H1234', { '5': 0.01, S: 0.97 }),
      saying('豫H1234', { '5': 0.97, S: 0.01 }),
    )
    expect(isClear(reading!)).toBe(false)
  })
  it('are not taken where the first sees no plate', async () => {
    expect(await looked(nothing)).toEqual({ looks: 1, reading: undefined })
    const { looks, reading } = await looked(saying('豫H1234', { '5': 0.05 }, 0.05))
    expect([looks, seesPlate(reading!)]).toEqual([1, false])
  })
})
