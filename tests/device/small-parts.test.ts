import { describe, expect, test } from 'vitest'
import { isSkewed } from '../../checkpoint-app/device/clock.ts'
import { countChecked, todayOf } from '../../checkpoint-app/device/counters.ts'
import { enrolmentSecret } from '../../checkpoint-app/device/enrolment-link.ts'
import { deviceName } from '../../checkpoint-app/device/enrolment.ts'
import { areaFor, brighten, looks, looksInTurn, sharpen, whiteOf } from '../../checkpoint-app/device/qr-looks.ts'
import { freshness } from '../../checkpoint-app/device/scan-loop.ts'
import { instant, parseInstant } from '../../shared/instant.ts'

describe('a binding code', () => {
  const secret = 'A'.repeat(32)
  test.each([
    [`https://host:8787/checkpoint/#enrol=${secret}`, secret],
    [` http://localhost/checkpoint#enrol=${secret}\n`, secret],
    [`https://host/checkpoint/?measure#enrol=${secret}`, secret],
    [`https://host/checkpoint/#enrol=short`, undefined],
    [`https://host/driver/#at=JZ-G01`, undefined],
    [secret, undefined],
  ])('%s → %s', (text, expected) => expect(enrolmentSecret(text)).toBe(expected))

  test('the device is named by its system only', () => {
    expect(deviceName('Mozilla/5.0 (Linux; Android 14; V2244A) AppleWebKit/537')).toBe('Linux; Android 14; V2244A')
    expect(deviceName('')).toBe('unknown')
    expect(deviceName('x'.repeat(300)).length).toBe(120)
  })
})

describe('looking at a frame', () => {
  const day = 200
  const seen = (count: number, white: number, turns = looksInTurn()) =>
    Array.from({ length: count }, () => {
      const look = turns.next()
      turns.told({ look, found: false, white })
      return look
    })

  test('by day every look comes round, most often the quick ones', () => {
    expect(seen(6, day)).toEqual(['plain', 'sharp', 'near', 'plain', 'sharp', 'dim'])
  })

  test('in the dark the one that brings out the grain’s code', () => {
    expect(seen(5, 40).slice(1)).toEqual(['plain', 'dim', 'near', 'dim'])
  })

  test('what worked last is tried first, once', () => {
    const turns = looksInTurn()
    turns.told({ look: 'near', found: true, white: day })
    expect(seen(3, day, turns)).toEqual(['near', 'plain', 'sharp'])
    turns.told({ look: 'sharp', found: true, white: day })
    expect(seen(2, day, turns)).toEqual(['sharp', 'plain'])
  })

  test.each(looks)('%s stays inside the frame and within the decoder’s size', (look) => {
    for (const [width, height] of [
      [1920, 1080],
      [1280, 720],
      [640, 480],
    ] as const) {
      const area = areaFor(look, width, height)
      expect(area.x + area.width).toBeLessThanOrEqual(width)
      expect(area.y + area.height).toBeLessThanOrEqual(height)
      expect(Math.max(area.outWidth, area.outHeight)).toBeLessThanOrEqual(Math.max(1440, look === 'plain' ? width : 0))
    }
  })

  test('sharpening leaves a flat picture alone and steepens an edge', () => {
    const width = 12
    const picture = (value: (x: number) => number) => {
      const data = new Uint8ClampedArray(width * width * 4)
      for (let at = 0; at < width * width; at++) data.fill(value(at % width), at * 4, at * 4 + 3)
      return { data, width, height: width }
    }
    const flat = picture(() => 120)
    sharpen(flat)
    expect(Math.abs(flat.data[5 * width * 4]! - 120)).toBeLessThanOrEqual(1)
    const edge = picture((x) => (x < 6 ? 100 : 140))
    sharpen(edge)
    const row = 6 * width * 4
    expect(edge.data[row + 5 * 4]).toBeLessThan(100)
    expect(edge.data[row + 6 * 4]).toBeGreaterThan(140)
  })

  test('a dark and grainy picture becomes black and white, and is known as dark', () => {
    const width = 64
    const data = new Uint8ClampedArray(width * width * 4)
    for (let at = 0; at < width * width; at++) {
      const [x, y] = [at % width, Math.floor(at / width)]
      data.fill((Math.floor(x / 16) % 2 === 0 ? 8 : 20) + ((x + y) % 2), at * 4, at * 4 + 3)
    }
    const picture = { data, width, height: width }
    expect(whiteOf(picture)).toBeLessThan(30)
    brighten(picture)
    const row = 32 * width * 4
    expect(data[row + 8 * 4]).toBeLessThan(20)
    expect(data[row + 24 * 4]).toBeGreaterThan(235)
  })

  test('the same code in the picture is news once, and again after it was away', () => {
    let now = 0
    const isNews = freshness(() => now)
    expect(isNews('A')).toBe(true)
    now = 3_999
    expect(isNews('A')).toBe(false)
    now = 7_998
    expect(isNews('A')).toBe(false)
    now = 11_999
    expect(isNews('A')).toBe(true)
    expect(isNews('B')).toBe(true)
  })

  test('the code of the truck just done does not begin it anew at once; another code does', () => {
    let now = 50_000
    const isNews = freshness(() => now, 'A')
    expect(isNews('A')).toBe(false)
    expect(isNews('B')).toBe(true)
    now = 52_000
    expect(isNews('A')).toBe(true)
  })
})

test('two minutes of clock difference are silent, more is said', () => {
  expect([null, 0, 120_000, -120_000, 120_001, -120_001].map(isSkewed)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
  ])
})

test('the day of the figures is Beijing’s, and a new day starts from nothing', () => {
  expect(todayOf(parseInstant('2022-05-16T15:59:00Z') ?? instant(0))).toBe('2022-05-16')
  expect(todayOf(parseInstant('2022-05-16T16:00:00Z') ?? instant(0))).toBe('2022-05-17')
  const before = { day: '2022-05-16', checked: 7, fast: 3 }
  expect(countChecked(before, '2022-05-16', 'V8')).toEqual({ day: '2022-05-16', checked: 8, fast: 4 })
  expect(countChecked(before, '2022-05-17', 'V11')).toEqual({ day: '2022-05-17', checked: 1, fast: 0 })
})
