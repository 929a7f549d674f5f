import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { httpKms } from '../../server/ports/kms-http.ts'
import type { KeyHome } from '../../server/ports/key-home.ts'

let answer: unknown
let kms: KeyHome
const service = createServer((_, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(answer))
})
beforeAll(async () => {
  await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening))
  const { port } = service.address() as AddressInfo
  kms = httpKms({ url: `http://127.0.0.1:${port}`, token: undefined })
})
afterAll(() => void service.close())

it.each([[{ signature: 'no base64url!' }], [{ signature: '' }], [{}], [null]])(
  'an answer %j is the fault of the key service, so that a trip is registered all the same',
  async (said) => {
    answer = said
    await expect(kms.signer('AbCdEfGh')?.sign(new Uint8Array(3))).rejects.toMatchObject({ code: 'KE-06' })
  },
)

it('what is no key among its keys is passed over', async () => {
  answer = { keys: [null, 3, 'key'] }
  expect(await kms.keys()).toEqual([])
})
