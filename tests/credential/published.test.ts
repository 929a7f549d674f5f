/** What was printed once is read for as long as it holds: dictionaries stay as they are, and so do the codes made with them. */
import { createHash } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { decodeQr, encodeQr } from '../../shared/credential/qr.ts'
import { qrDictionaries } from '../../shared/credential/qr-dictionaries.ts'
import codes from './vectors/codes.json' with { type: 'json' }

describe('the dictionaries of codes', () => {
  test.each([
    [1, 'ed75e86857b907456f3a94016a4e379cf717b5980fe9f926c65fc6b1eb96035b'],
    [2, 'f4b927a31c581bbf75c75b6215af1215a55735f0ee0a9d7fe544d1e2c0b0178f'],
  ])('version %i is as published', (version, digest) => {
    expect(createHash('sha256').update(qrDictionaries[version]!).digest('hex')).toBe(digest)
  })
})

describe('codes of each version', () => {
  it.each(codes)('give the token that they gave', ({ token, version1, version2 }) => {
    for (const text of [version1, version2]) expect(decodeQr(text)).toEqual({ ok: true, token })
  })

  it('are written in the newest', () => {
    for (const { token, version2 } of codes) expect(encodeQr(token)).toBe(version2)
  })
})
