import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { createVault } from '../../../server/vault.ts'

const secret = (fill: number) => new Uint8Array(32).fill(fill)
const vault = createVault(secret(1))

describe('the vault', () => {
  it('gives back what was sealed, whatever the text', async () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(texts, async (text) => (await vault.open('name', await vault.seal('name', text))) === text),
      { numRuns: 100 },
    )
  })

  it('never seals alike, so that equal people do not look equal', async () => {
    const sealed = await Promise.all(Array.from({ length: 50 }, () => vault.seal('name', '张测试')))
    expect(new Set(sealed).size).toBe(50)
    expect(sealed[0]).toMatch(/^A[Q-Za-f][A-Za-z0-9_-]+$/)
  })

  it('does not open under another purpose or another secret, nor when altered anywhere', async () => {
    const sealed = await vault.seal('name', '张测试')
    await expect(vault.open('number', sealed)).rejects.toMatchObject({ code: 'VA-02' })
    await expect(createVault(secret(2)).open('name', sealed)).rejects.toMatchObject({ code: 'VA-02' })
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = sealed.slice(0, at) + (sealed[at] === 'x' ? 'y' : 'x') + sealed.slice(at + 1)
      const opened = await vault.open('name', altered).catch(() => undefined)
      // The last character may carry bits that stand for nothing.
      if (at < sealed.length - 1) expect(opened).toBeUndefined()
    }
    for (const junk of ['', 'x', 'AQ', '!', sealed.slice(0, 20)]) {
      await expect(vault.open('name', junk)).rejects.toMatchObject({ code: 'VA-02' })
    }
  })

  it('tags the same text alike under one purpose only', async () => {
    const tag = await vault.tag('person', '410899198001010015')
    expect(tag).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(await createVault(secret(1)).tag('person', '410899198001010015')).toBe(tag)
    expect(await vault.tag('phone', '410899198001010015')).not.toBe(tag)
    expect(await createVault(secret(2)).tag('person', '410899198001010015')).not.toBe(tag)
  })

  it('takes no short secret', () => {
    expect(() => createVault(new Uint8Array(31))).toThrow('32 bytes')
  })
})
