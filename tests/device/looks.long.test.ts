import { readFileSync } from 'node:fs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { beforeAll, describe, expect, test } from 'vitest'
import { areaFor, brighten, looks, sharpen, type Look } from '../../checkpoint-app/device/qr-looks.ts'
import { framesOf, hardFilms, qrPicture } from '../journeys/kit/camera.ts'
import { sealedCode, strangersKey } from '../journeys/kit/codes.ts'

/** Each look's part of the work, on the frames of the films of the journeys, with the reader's own engine. */
describe('films of a freight code', () => {
  const [width, height] = [1280, 720]
  const read = {} as Record<keyof typeof hardFilms, Record<Look, number>>
  let frames = 0

  beforeAll(async () => {
    const wasm = new URL('../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url)
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })
    const text = await sealedCode(await strangersKey(), 0)
    const code = await qrPicture(text)
    for (const name of Object.keys(hardFilms) as (keyof typeof hardFilms)[]) {
      const some = [...framesOf(code, hardFilms[name])].filter((_, n) => n % 5 === 0)
      frames = some.length
      read[name] = { plain: 0, sharp: 0, near: 0, dim: 0 }
      for (const frame of some) for (const look of looks) if ((await seen(frame, look)) === text) read[name][look]++
    }
  }, 120_000)

  async function seen(frame: Uint8Array, look: Look): Promise<string | undefined> {
    const picture = drawn(frame, look)
    if (look === 'sharp') sharpen(picture)
    if (look === 'dim') brighten(picture)
    const options = { formats: ['QRCode' as const], tryHarder: true, maxNumberOfSymbols: 1 }
    const [found] = await readBarcodes({ ...picture, colorSpace: 'srgb' }, options)
    return found?.isValid === true ? found.text : undefined
  }

  /** What a canvas does: the part of the frame, drawn larger between its pixels. */
  function drawn(frame: Uint8Array, look: Look) {
    const area = areaFor(look, width, height)
    const data = new Uint8ClampedArray(area.outWidth * area.outHeight * 4).fill(255)
    for (let y = 0; y < area.outHeight; y++)
      for (let x = 0; x < area.outWidth; x++) {
        const sx = area.x + Math.min(area.width - 2, (x * area.width) / area.outWidth)
        const sy = area.y + Math.min(area.height - 2, (y * area.height) / area.outHeight)
        const [fx, fy, i] = [sx % 1, sy % 1, Math.floor(sy) * width + Math.floor(sx)]
        const above = frame[i]! * (1 - fx) + frame[i + 1]! * fx
        const below = frame[i + width]! * (1 - fx) + frame[i + width + 1]! * fx
        data.fill(above * (1 - fy) + below * fy, (y * area.outWidth + x) * 4, (y * area.outWidth + x) * 4 + 3)
      }
    return { data, width: area.outWidth, height: area.outHeight }
  }

  test.each(Object.keys(hardFilms) as (keyof typeof hardFilms)[])(
    '%s: some look reads every frame or nearly',
    (name) => {
      expect(Math.max(...Object.values(read[name]))).toBeGreaterThanOrEqual(frames - 1)
    },
  )

  test('in the dark only the look for it reads, and out of focus sharpening reads more', () => {
    expect(read.dark).toEqual({ plain: 0, sharp: 0, near: 0, dim: expect.any(Number) })
    expect(read.blurred.sharp).toBeGreaterThan(read.blurred.plain)
  })
})
