/** The command as it is run, on a sheet of paper as an office scanner gives it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, test } from 'vitest'
import { toJwks } from '../../shared/credential/keys.ts'
import { encodeQr, encodeQrUrl } from '../../shared/credential/qr.ts'
import { sealPass } from '../../shared/credential/seal.ts'
import { codesInImage } from '../../server/cli/read-code-image.ts'
import { beijingIso } from '../../shared/instant.ts'
import { blank, drawCode, pngOf, scanned } from '../credential/drawn.ts'
import { now, office } from '../credential/kit.ts'
import { chance, largestPassSample, passSample } from '../credential/samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'changxing-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))
const main = fileURLToPath(new URL('../../server/cli/changxing.mjs', import.meta.url))

const dotsPerMillimetre = 150 / 25.4
/** A4 lying, two codes of 35 mm without their quiet zones, as the paper pass has them. */
function sheet(first: string, second: string) {
  const page = blank(Math.round(297 * dotsPerMillimetre), Math.round(210 * dotsPerMillimetre))
  const pixels = Math.round(35 * dotsPerMillimetre * 1.14)
  drawCode(page, first, { x: 90, y: 90, pixels })
  drawCode(page, second, { x: page.width - pixels - 90, y: page.height - pixels - 90, pixels })
  return page
}

describe('a scan of an A4 sheet, 150 dots an inch, codes of 35 mm', () => {
  test.each([
    ['straight', { degrees: 0, noise: 10 }],
    ['a little askew', { degrees: 2, noise: 30 }],
    ['turned by 5 degrees', { degrees: 5, noise: 30 }],
    ['the other way, grainy', { degrees: -7, noise: 60 }],
    ['upside down', { degrees: 178, noise: 30 }],
  ])('%s', async (_, how) => {
    const desk = await office()
    const token = await sealPass(largestPassSample(chance(5)), desk.pass.signer)
    const scan = pngOf(
      scanned(sheet(encodeQr(token), encodeQrUrl(token, 'https://cx.jiaozuo.gov.cn')), { ...how, seed: 3 }),
    )
    const found = await codesInImage(scan, (texts) => texts.length > 0)
    expect(found).toContain(encodeQr(token))
  })
})

describe('the command itself', () => {
  it('answers 0, 1 and 2, and keeps its two outputs apart', async () => {
    const desk = await office()
    const token = await sealPass({ ...passSample(chance(9)), issuedAt: now, validFrom: now }, desk.pass.signer)
    const keys = join(folder, 'jwks.json')
    writeFileSync(keys, JSON.stringify(toJwks([desk.pass.jwk])))
    const run = (...args: string[]) => {
      const all = ['verify', '--keys', keys, '--at', beijingIso(now), ...args]
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...all], { input: token, encoding: 'utf8' })
      return { status, stdout, stderr }
    }
    expect(run('-')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\{"valid":true,.*\}\n$/), stderr: '' })
    expect(run(`${token}x`)).toMatchObject({ status: 1, stdout: expect.stringMatching(/^\{"valid":false,.*\}\n$/) })
    expect(run()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('changxing verify') })
  })
})
