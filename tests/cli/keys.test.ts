import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { keysCommand } from '../../server/cli/keys.ts'
import { Usage } from '../../server/usage.ts'
import { privateKeysIn } from '../../shared/credential/keys.ts'

const data = mkdtempSync(join(tmpdir(), 'changxing-keys-'))
afterAll(() => rmSync(data, { recursive: true }))

/** What the command said. */
async function keys(...args: string[]): Promise<string> {
  let said = ''
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said += String(text)), true))
  const errors = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  try {
    await keysCommand(args)
    return said
  } finally {
    out.mockRestore()
    errors.mockRestore()
  }
}
const lines = (text: string) => text.trim().split('\n')
const here = (...args: string[]) => keys(...args, '--data', data)

describe('changxing keys', () => {
  beforeEach(() => vi.useRealTimers())

  it.each(['-bcJFYJ5', '--cJFYJ5'])('takes %s for the name of a key, which no option is', async (kid) => {
    await expect(here('revoke', kid, '--reason', '备份盘遗失')).rejects.toMatchObject({ code: 'KE-08' })
    await expect(here('revoke', '--reason', '备份盘遗失')).rejects.toBeInstanceOf(Usage)
  })

  it('rotates with notice, refuses a second time, and revokes by name and reason', async () => {
    await here('rotate', 'freight')
    const [only = ''] = lines(await here('list')).filter((line) => line.startsWith('freight'))
    expect(only).toMatch(/^freight {2}[\w-]{8} {2}waits/)
    await expect(here('rotate', 'freight')).rejects.toMatchObject({ code: 'KE-02' })
    const kid = only.split(/\s+/)[1] ?? ''
    expect(await here('revoke', kid, '--reason', '备份盘遗失')).toContain(`已紧急停用 ${kid}`)
    expect(await here('list')).toMatch(new RegExp(`${kid} +revoked.*备份盘遗失`))
    expect(await here('revoke', kid, '--reason', '再来')).toContain('0 张有效通行证已重签')
  })

  it.each([
    ['revoke', 'x'],
    ['revoke', '--reason', 'x'],
    ['rotate'],
    ['rotate', 'lunch'],
    ['make', 'lunch'],
    ['burn'],
    ['list', '--nonsense'],
  ])('does not understand %s %s %s', async (...args) => {
    await expect(keys(...args)).rejects.toThrow(Usage)
  })

  it('makes a private key for the environment, and keeps nothing', async () => {
    const before = await here('list')
    const [key] = await privateKeysIn(JSON.parse(await keys('make', 'pass')))
    expect(key).toMatchObject({ cx_use: 'pass' })
    expect(await here('list')).toBe(before)
  })

  it('warns of a key that has signed for 90 days', async () => {
    await here('rotate', 'pass')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 89 * 86_400_000 })
    expect(await here('list')).not.toContain('▲')
    vi.setSystemTime(Date.now() + 3 * 86_400_000)
    expect(await here('list')).toMatch(/pass .*▲ 已用 9\d 天，请轮换/)
    vi.useRealTimers()
  })
})
