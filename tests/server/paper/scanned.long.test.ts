import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyCommand } from '../../../server/cli/verify.ts'
import { createPaper } from '../../../server/paper/index.ts'
import { toJwks } from '../../../shared/credential/keys.ts'
import { encodeQr, encodeQrUrl } from '../../../shared/credential/qr.ts'
import { sealPass } from '../../../shared/credential/seal.ts'
import { beijingIso } from '../../../shared/instant.ts'
import { pngOf, scanned } from '../../credential/drawn.ts'
import type { Page } from '../../credential/drawn.ts'
import { now, office, pass } from '../../credential/kit.ts'
import { typicalPass } from './papers.ts'
import { seenByPdfium } from './read-pdf.ts'

/** The printed pass, laid on an office scanner: 150 dpi, grey, askew, grainy, blurred as by its compression. */
const folder = mkdtempSync(join(tmpdir(), 'changxing-paper-'))
let page: Page
let keys: string
beforeAll(async () => {
  const desk = await office()
  const token = await sealPass(pass(), desk.pass.signer)
  const pdf = await createPaper().pass({
    ...typicalPass,
    code: encodeQr(token),
    link: encodeQrUrl(token, 'https://cx.jiaozuo.gov.cn'),
  })
  const { width, height, data } = await seenByPdfium(pdf, 150)
  const grey = Uint8Array.from({ length: width * height }, (_, at) =>
    Math.round(0.299 * data[at * 4]! + 0.587 * data[at * 4 + 1]! + 0.114 * data[at * 4 + 2]!),
  )
  page = { width, height, grey }
  keys = join(folder, 'jwks.json')
  writeFileSync(keys, JSON.stringify(toJwks([desk.pass.jwk])))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Each 8 × 8 block is drawn towards its mean, as strong compression does. */
function compressed({ width, height, grey }: Page, strength: number): Page {
  const out = new Uint8Array(grey)
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      const block: number[] = []
      for (let y = top; y < Math.min(top + 8, height); y += 1)
        for (let x = left; x < Math.min(left + 8, width); x += 1) block.push(y * width + x)
      const mean = block.reduce((sum, at) => sum + grey[at]!, 0) / block.length
      for (const at of block) out[at] = Math.round(grey[at]! + (mean - grey[at]!) * strength)
    }
  return { width, height, grey: out }
}

function blurred({ width, height, grey }: Page): Page {
  const out = new Uint8Array(grey)
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      const near = [
        at - width - 1,
        at - width,
        at - width + 1,
        at - 1,
        at,
        at + 1,
        at + width - 1,
        at + width,
        at + width + 1,
      ]
      out[at] = near.reduce((sum, one) => sum + grey[one]!, 0) / 9
    }
  return { width, height, grey: out }
}

it.each([
  ['lying straight', 0, 0, 0],
  ['turned by 2.4° with grain', 2.4, 30, 0],
  ['turned by −3°, grainy, blurred and compressed', -3, 30, 0.35],
  ['upside down', 180, 10, 0.2],
])('a scan %s is read by `changxing verify`', async (name, degrees, noise, strength) => {
  const scan = scanned(page, { degrees, noise, seed: 7 })
  const file = join(folder, 'page.png')
  writeFileSync(file, pngOf(strength > 0 ? compressed(blurred(scan), strength) : scan))
  let said = ''
  const exit = await verifyCommand(['--keys', keys, '--at', beijingIso(now), file], {
    input: (async function* (): AsyncGenerator<string> {})(),
    output: (text) => void (said += text),
    errors: () => undefined,
  })
  expect([name, exit, JSON.parse(said)]).toMatchObject([
    name,
    0,
    { valid: true, kind: 'pass', claims: { no: pass().number } },
  ])
})
