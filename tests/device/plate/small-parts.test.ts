import { describe, expect, it } from 'vitest'
import { corrected, keysFor, nearBy } from '../../../checkpoint-app/device/plate/correct.ts'
import { guideIn, rowBoxes } from '../../../checkpoint-app/device/plate/guide.ts'
import { shownPart } from '../../../checkpoint-app/device/plate/plate-loop.ts'
import { stretchRow } from '../../../checkpoint-app/device/plate/stretch.ts'

const open = (plate: string, place: number) =>
  keysFor(plate, place)
    .filter((each) => each.open)
    .map(({ key }) => key)
    .join('')

describe('one place of a plate corrected', () => {
  it('offers the provinces for the first', () => {
    expect(keysFor('豫H12345', 0)).toHaveLength(31)
    expect(open('豫H12345', 0)).toContain('藏')
  })
  it('offers only what leaves it a plate', () => {
    expect(open('豫H12345', 1)).not.toMatch(/[IO挂]/)
    expect(open('豫H12345', 6)).toMatch(/挂/)
    expect(open('豫HD12345', 7)).toBe('1234567890')
    expect(new Set(open('豫H12345K', 7))).toEqual(new Set('ABCDEFGHJK'))
  })
  it('changes that place and no other', () => expect(corrected('豫H12345', 0, '晋')).toBe('晋H12345'))
})

it('offers known plates that are like the reading, the likest first, and never the reading itself', () => {
  const known = ['豫H12345', '豫H12346', '豫H99345', '沪DX0001', '豫H12346K', '晋H12346']
  expect(nearBy('豫H12345', known)).toEqual(['豫H12346', '豫H99345', '晋H12346'])
})

describe('the guide box', () => {
  it('lies in the middle, two to one, and leaves an edge', () => {
    expect(guideIn({ width: 1000, height: 1000 })).toEqual({ x: 70, y: 285, width: 860, height: 430 })
    const wide = guideIn({ width: 2000, height: 400 })
    expect([wide.width / wide.height, wide.height]).toEqual([2, 344])
  })
  it('has a row in its middle, and two rows that meet at the line', () => {
    const { single, upper, lower } = rowBoxes({ width: 440, height: 220 })
    expect(single.y * 2 + single.height).toBeCloseTo(220)
    expect([upper.y, upper.height, lower.y + lower.height]).toEqual([0, lower.y, 220])
  })
  it.each([
    ['wide', 'close'],
    ['close', 'closest'],
  ] as const)('has the same rows cut closer, each inside its wider one: %s, %s', (wider, closer) => {
    const [wide, close] = [rowBoxes({ width: 440, height: 220 }, wider), rowBoxes({ width: 440, height: 220 }, closer)]
    for (const row of ['single', 'upper', 'lower'] as const) {
      const [outer, inner] = [wide[row], close[row]]
      expect(inner.x).toBeGreaterThan(outer.x)
      expect(inner.x + inner.width).toBeLessThan(outer.x + outer.width)
      expect(inner.y).toBeGreaterThanOrEqual(outer.y)
      expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height + 1e-9)
      expect(inner.height).toBeLessThan(outer.height)
    }
  })
  it('is cut from that part of the picture which the screen shows', () => {
    expect(shownPart({ width: 1280, height: 720 }, { width: 360, height: 360 })).toEqual({
      x: 280,
      y: 0,
      width: 720,
      height: 720,
    })
    expect(shownPart({ width: 720, height: 1280 }, { width: 360, height: 320 })).toEqual({
      x: 0,
      y: 320,
      width: 720,
      height: 640,
    })
  })
  it('follows a photo that a finger has moved and enlarged', () => {
    const part = shownPart({ width: 1000, height: 1000 }, { width: 500, height: 500 }, { x: 100, y: 0, zoom: 2 })
    expect(part).toEqual({ x: 150, y: 250, width: 500, height: 500 })
  })
})

describe('a row stretched for the recogniser', () => {
  const plain = (width: number, height: number, colour: readonly number[]) => ({
    width,
    height,
    data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => colour[at % 4] ?? 0),
  })
  const planes = (
    picture: ReturnType<typeof plain>,
    box = { x: 0, y: 0, width: picture.width, height: picture.height },
  ) => {
    const out = new Float32Array(3 * 48 * 200)
    stretchRow(picture, box, out, 0)
    return out
  }
  it('has blue first and runs from −1 to 1, enlarged or reduced', () => {
    for (const width of [10, 1000]) {
      const out = planes(plain(width, width / 2, [255, 127.5, 0, 255]))
      expect([out[0], out.at(-1)]).toEqual([-1, 1])
      expect(out[48 * 200]).toBeCloseTo(0, 1)
    }
  })
  it('is cut out of the picture at its box', () => {
    const half = plain(100, 50, [0, 0, 0, 255])
    for (let y = 0; y < 50; y++)
      for (let x = 50; x < 100; x++) half.data.fill(255, 4 * (y * 100 + x), 4 * (y * 100 + x) + 3)
    expect(Math.max(...planes(half, { x: 0, y: 0, width: 48, height: 50 }))).toBe(-1)
    expect(Math.min(...planes(half, { x: 52, y: 0, width: 48, height: 50 }))).toBe(1)
  })
})
