import { describe, expect, it } from 'vitest'
import { hashPassword, passwordFits } from '../../../server/password.ts'

const salt = new Uint8Array(16).fill(3)

describe('a password', () => {
  it('fits its own hash and no other, in any width of typing', { timeout: 20_000 }, async () => {
    const stored = await hashPassword('correct horse 1', salt)
    expect(stored).toMatch(/^scrypt\$32768\$8\$1\$AwMDAwMDAwMDAwMDAwMDAw\$[A-Za-z0-9_-]{43}$/)
    expect(await passwordFits('correct horse 1', stored)).toBe(true)
    expect(await passwordFits('ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　１', stored)).toBe(true)
    expect(await passwordFits('correct horse 2', stored)).toBe(false)
    expect(await passwordFits('correct horse 1', undefined)).toBe(false)
    expect(await passwordFits('correct horse 1', 'nonsense')).toBe(false)
  })

  it('is hashed as RFC 7914 says, with the cost that the hash names', async () => {
    const stored = 'scrypt$1024$8$16$TmFDbA$_bq-HJ00cgB4VucZDQHp_nxq18vII3gw53N2Y0s3MWI'
    expect(await passwordFits('password', stored)).toBe(true)
  })

  it('takes about as long when nobody has that login', { timeout: 20_000 }, async () => {
    const stored = await hashPassword('correct horse 1', salt)
    const time = async (hash: string | undefined) => {
      const from = performance.now()
      await passwordFits('wrong', hash)
      return performance.now() - from
    }
    const [known, unknown] = [await time(stored), await time(undefined)]
    expect(unknown).toBeGreaterThan(known / 5)
  })
})
