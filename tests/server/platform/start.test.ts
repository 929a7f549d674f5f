import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { masterSecret } from '../../../server/cli/secret-file.ts'
import { startTrouble } from '../../../server/cli/start-trouble.ts'
import { readConfig } from '../../../server/config.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

function configOf(env: Record<string, string> = {}) {
  const data = mkdtempSync(join(tmpdir(), 'changxing-start-'))
  folders.push(data)
  return readConfig(['--data', data], env, true)
}

describe('the master secret', () => {
  it('is made once and kept', () => {
    const config = configOf()
    const made = masterSecret(config)
    expect([made.length, masterSecret(config)]).toEqual([32, made])
  })

  it('is never made anew beside a database, which nobody could open with it', () => {
    const config = configOf()
    writeFileSync(config.database, 'sealed with the one that was lost')
    expect(() => masterSecret(config)).toThrow(/put the backup back, or set CHANGXING_SECRET/)
    expect(existsSync(join(config.data, 'secrets.json'))).toBe(false)
  })

  it('that is cut short is not taken for one', () => {
    const config = configOf()
    writeFileSync(join(config.data, 'secrets.json'), '{"secret":')
    expect(() => masterSecret(config)).toThrow(/put the backup of it back/)
  })
})

describe('what keeps the server from starting', () => {
  it.each([
    ['no database', 'this is no database at all, nor was it one '.repeat(99)],
    ['a database cut short', 'SQLite format 3\0'.padEnd(900, 'x')],
  ])('%s says to put the backup in its place', async (_title, content) => {
    const config = configOf()
    writeFileSync(config.database, content)
    const cause: unknown = await openMigrated(config.database).catch((error: unknown) => error)
    expect(startTrouble(config, cause)).toMatchObject({
      name: 'Usage',
      message: expect.stringMatching(/damaged.*put the backup/),
    })
  })

  it('a folder in place of the database says to look at the path', async () => {
    const config = configOf()
    const cause: unknown = await openMigrated(config.data).catch((error: unknown) => error)
    expect(startTrouble(config, cause)).toMatchObject({
      name: 'Usage',
      message: expect.stringMatching(/check the path/),
    })
  })

  it.each([
    ['EADDRINUSE', 'listen', /Try --port 8788/],
    ['EADDRNOTAVAIL', 'listen', /no address localhost/],
    ['EACCES', 'listen', /not allowed to use port 8787/],
    ['EACCES', 'mkdir', /cannot be written/],
    ['ENOTDIR', 'mkdir', /cannot be written/],
    ['ENOSPC', 'write', /disk is full/],
    ['SQLITE_READONLY_DIRECTORY', '', /cannot be opened or written/],
  ])('%s of %s says what to do', (code, syscall, says) => {
    const cause = Object.assign(new Error(code), { code, syscall })
    expect(startTrouble(configOf(), cause)).toMatchObject({ name: 'Usage', message: expect.stringMatching(says) })
  })

  it('that nobody foresaw stays as it is', () => {
    const cause = new TypeError('x')
    expect(startTrouble(configOf(), cause)).toBe(cause)
  })
})
