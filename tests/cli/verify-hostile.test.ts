/** What is made to hurt `changxing verify` is answered like what cannot be read, and soon. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { verifyCommand } from '../../server/cli/verify.ts'
import { Usage } from '../../server/usage.ts'

const folder = mkdtempSync(join(tmpdir(), 'changxing-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const keys = ['--keys', file('jwks.json', '{"keys":[]}')]

const silence = async function* (): AsyncGenerator<Uint8Array> {}

async function verify(args: readonly string[], input: AsyncIterable<Uint8Array> = silence()): Promise<unknown> {
  let text = ''
  const exit = await verifyCommand([...keys, ...args], {
    input,
    output: (more) => void (text += more),
    errors: () => undefined,
  })
  return { exit, ...(JSON.parse(text) as object) }
}
const unreadable = { exit: 1, valid: false, reason: 'unreadable', code: 'C-01' }

it('a stream without an end is left alone after a while', async () => {
  let sent = 0
  const endless = (async function* () {
    for (; sent < 1000; sent += 1) yield new Uint8Array(1 << 20)
  })()
  expect(await verify(['-'], endless)).toMatchObject(unreadable)
  expect(sent).toBeLessThan(100)
})

it('a device without an end as well', async () => {
  expect(await verify(['/dev/zero'])).toMatchObject(unreadable)
  await expect(verify(['--status', '/dev/zero', 'CX:0'])).rejects.toThrow(Usage)
})

/** White, one bit a pixel. */
function picture(side: number): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(side, 0)
  size.writeUInt32BE(side, 4)
  size[8] = 1
  const lines = Buffer.alloc((1 + Math.ceil(side / 8)) * side)
  const parts = [chunk('IHDR', size), chunk('IDAT', deflateSync(lines, { level: 1 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), ...parts])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

it('a small file with a picture of 400 megapixels is not unfolded', async () => {
  const path = file('huge.png', picture(20_000))
  const started = performance.now()
  expect(await verify([path])).toMatchObject(unreadable)
  expect(performance.now() - started).toBeLessThan(2000)
})
