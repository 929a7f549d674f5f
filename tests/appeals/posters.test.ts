import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { qrPath } from '../../checkpoint-app/ui/qr-code.tsx'
import { placeKinds, placeOf, placeText, posterAddress } from '../../shared/appeals/places.ts'
import type { Place } from '../../shared/appeals/places.ts'

const wasmBinary = readFileSync(new URL('../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer } })

/** The code as our page draws it, a few pixels a module, black on white. */
function drawn(text: string, pixels = 4) {
  const { size, path } = qrPath(text)
  const width = size * pixels
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * pixels; row < (Number(y) + 1) * pixels; row++)
      for (let at = Number(x) * pixels; at < (Number(x) + Number(length)) * pixels; at++)
        data.set([0, 0, 0, 255], (row * width + at) * 4)
  }
  return { data, width, height: width, colorSpace: 'srgb' as const }
}

const examples: Record<(typeof placeKinds)[number], string> = {
  'service-area': '沁阳服务区（北）',
  'logistics-park': '焦作德众物流园',
  checkpoint: 'JZ-G01',
  company: '示例食品有限公司',
}

describe('R99: a poster for each kind of place', () => {
  it.each(placeKinds)('%s: what the camera reads opens the lane with the place in it', async (kind) => {
    const place: Place = { kind, name: examples[kind] }
    const address = posterAddress('https://hcm.jiaozuo.example', place)
    const [read] = await readBarcodes(drawn(address), { formats: ['QRCode'] })
    expect(read?.text).toBe(address)
    const url = new URL(read?.text ?? '')
    expect(url.pathname).toBe('/driver/')
    expect(placeOf(url.searchParams.get('appeal') ?? '')).toEqual(place)
  })

  it.each([
    '',
    'checkpoint/',
    'checkpoint/焦作西站',
    'prison/x',
    'service-area/<b>',
    `company/${'长'.repeat(31)}`,
    'company/a\nb',
  ])('no place: %j', (text) => expect(placeOf(text)).toBeUndefined())

  it('what is written can be read again', () => {
    for (const kind of placeKinds) {
      const place = { kind, name: examples[kind] }
      expect(placeOf(placeText(place))).toEqual(place)
    }
  })
})
