import { calculateJwkThumbprint } from 'jose'
import { describe, expect, it, test } from 'vitest'
import { generateKey, importKeys, importSigningKey, servedAt, toJwks } from '../../shared/credential/keys.ts'
import { plus } from '../../shared/instant.ts'
import { now } from './kit.ts'

describe('keys', () => {
  it('are named by their thumbprint and published without their private half', async () => {
    const key = await generateKey('pass', now)
    expect(await calculateJwkThumbprint(key)).toMatch(new RegExp(`^${key.kid}`))
    expect(key.kid).toHaveLength(8)
    const [published] = toJwks([key]).keys
    expect(published).toEqual({
      kty: 'EC',
      crv: 'P-256',
      x: key.x,
      y: key.y,
      kid: key.kid,
      alg: 'ES256',
      use: 'sig',
      cx_use: 'pass',
      cx_nbf: now / 1000,
    })
    const set = await importKeys(JSON.parse(JSON.stringify(toJwks([key]))))
    expect(set.get(key.kid)).toMatchObject({ kid: key.kid, use: 'pass', notBefore: now })
    expect(set.get(key.kid)?.key.usages).toEqual(['verify'])
    expect((await importSigningKey(key)).extractable).toBe(false)
  })

  test.each<[string, (key: object) => object]>([
    ['another curve', (key) => ({ ...key, crv: 'P-384' })],
    ['another kty', () => ({ kty: 'oct', k: 'AAAA', kid: 'x', alg: 'HS256', use: 'sig', cx_use: 'freight' })],
    ['another alg', (key) => ({ ...key, alg: 'ES384' })],
    ['for encryption', (key) => ({ ...key, use: 'enc' })],
    ['of no use we know', (key) => ({ ...key, cx_use: 'lunch' })],
  ])('passes over a key: %s', async (_, change) => {
    const [good, other] = toJwks([await generateKey('freight', now), await generateKey('freight', now)]).keys
    const set = await importKeys({ keys: [change(other!), good, null, 7] })
    expect([...set.keys()]).toEqual([good!.kid])
  })

  test.each<[string, (key: object) => unknown]>([
    ['no object', () => null],
    ['no list', () => ({ keys: {} })],
    ['a private key', (key) => ({ keys: [{ ...key, d: 'AAAA' }] })],
    ['a point off the curve', (key) => ({ keys: [{ ...key, y: 'A'.repeat(43) }] })],
    ['no y', (key) => ({ keys: [{ ...key, y: undefined }] })],
    ['a time in words', (key) => ({ keys: [{ ...key, cx_nbf: 'now' }] })],
    ['one kid twice', (key) => ({ keys: [key, key] })],
  ])('refuses a set with %s', async (_, change) => {
    const [key] = toJwks([await generateKey('freight', now)]).keys
    await expect(importKeys(change(key!))).rejects.toMatchObject({ kind: 'bad-input', code: 'C-23' })
  })

  it('serve from their start until they retire, give or take the slack', async () => {
    const key = { kid: 'k', use: 'freight', notBefore: now, retiredAt: plus(now, 1000) } as const
    const imported = (await importKeys(toJwks([await generateKey('freight', now)]))).values().next().value!
    const served = [-1, 0, 999, 1000].map((ms) => servedAt({ ...imported, ...key }, plus(now, ms), 0))
    expect(served).toEqual([false, true, true, false])
    expect(servedAt({ ...imported, ...key }, plus(now, -120), 120)).toBe(true)
  })
})
