/** Ten ways to write one pass: each is the same pass by its id, or refused; none is another one. */
import { base64url } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { openCredential } from '../../shared/credential/open.ts'
import { decodeQr, encodeQr, encodeQrUrl } from '../../shared/credential/qr.ts'
import { sealPass } from '../../shared/credential/seal.ts'
import { now, office, partsOf, pass } from './kit.ts'

let desk: Awaited<ReturnType<typeof office>>
let token: string
beforeAll(async () => {
  desk = await office()
  token = await sealPass(pass(), desk.pass.signer)
})

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
/** ECDSA holds (r, s) and (r, n − s) for equally good. */
function twin(text: string): string {
  const hex = Buffer.from(partsOf(text).seal, 'base64url').toString('hex')
  const other = (order - BigInt(`0x${hex.slice(64)}`)).toString(16).padStart(64, '0')
  const { head, body } = partsOf(text)
  return `${head}.${body}.${base64url.encode(Buffer.from(hex.slice(0, 64) + other, 'hex'))}`
}
const lastTurned = (text: string) => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return text.slice(0, -1) + alphabet[alphabet.indexOf(text.at(-1)!) ^ 1]!
}

test.each<['same' | 'malformed', string, (text: string) => string]>([
  ['same', 'as issued', (text) => text],
  ['same', 'its code', encodeQr],
  ['same', 'its address', (text) => encodeQrUrl(text, 'https://cx.jiaozuo.gov.cn')],
  ['same', 'its address at another host', (text) => encodeQrUrl(text, 'http://192.0.2.7:8080')],
  ['same', 'with the other signature (r, n − s)', twin],
  ['same', 'the code of that', (text) => encodeQr(twin(text))],
  ['malformed', 'padded', (text) => `${text}==`],
  ['malformed', 'padded in its header', (text) => text.replace('.', '=.')],
  ['malformed', 'a space within', (text) => `${text.slice(0, 40)} ${text.slice(40)}`],
  ['malformed', 'a newline after', (text) => `${text}\n`],
  ['malformed', 'a byte order mark before', (text) => `\u{FEFF}${text}`],
  ['malformed', 'another last character that decodes alike', lastTurned],
  ['malformed', 'base64 instead of base64url', (text) => `${text.replaceAll('-', '+').replaceAll('_', '/')}+`],
  ['malformed', 'its code in lower case', (text) => encodeQr(text).toLowerCase()],
  ['malformed', 'its code with a space after', (text) => `${encodeQr(text)} `],
])('%s: %s', async (outcome, _, write) => {
  const opened = await openCredential(write(token), { keys: desk.keys, now })
  if (outcome === 'same') expect(opened).toMatchObject({ ok: true, kind: 'pass', claims: pass() })
  else expect(opened).toMatchObject({ ok: false, reason: 'malformed', code: 'C-03' })
})

test('the text that opened is told, and is never the name: two texts, one id', async () => {
  const texts = [token, twin(token)]
  expect(new Set(texts.map((text) => (decodeQr(encodeQr(text)) as { token: string }).token)).size).toBe(2)
  const ids = await Promise.all(
    texts.map(async (text) => {
      const opened = await openCredential(text, { keys: desk.keys, now })
      return opened.ok ? opened.claims.id : undefined
    }),
  )
  expect(new Set(ids)).toEqual(new Set([pass().id]))
})
