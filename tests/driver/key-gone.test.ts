import { describe, expect, it } from 'vitest'
import { isGone, keyNamed } from '../../checkpoint-app/driver/use-key-gone.ts'
import { sealFreightCode } from '../../shared/credential/seal.ts'
import { freight, madeKey } from '../credential/kit.ts'

describe("the key under the driver's code", () => {
  it('is named in its header', async () => {
    const { signer } = await madeKey('freight')
    expect(keyNamed(await sealFreightCode(freight(), signer))).toBe(signer.kid)
    expect([null, undefined, '', 'x', 'e30.e30.', 'bnVsbA.e30.', 'eyJraWQiOjd9.e30.'].map(keyNamed)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    )
  })

  it.each<[boolean, string | undefined, readonly unknown[]]>([
    [true, 'stolen01', [{ kid: 'another1' }]],
    [false, 'stolen01', [{ kid: 'another1' }, { kid: 'stolen01' }]],
    [false, 'stolen01', []],
    [false, undefined, [{ kid: 'another1' }]],
    [true, 'stolen01', [null, 7]],
  ])('gone: %s, %s among %j', (gone, kid, keys) => {
    expect(isGone(kid, keys)).toBe(gone)
  })
})
