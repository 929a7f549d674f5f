/** `changxing verify` as whoever holds a paper and no network uses it: one JSON object out, three exit codes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { verifyCommand } from '../../server/cli/verify.ts'
import { readConfig } from '../../server/config.ts'
import { createKeyring } from '../../server/keyring.ts'
import { openMigrated } from '../../server/store/open-sqlite.ts'
import { Usage } from '../../server/usage.ts'
import { createVault } from '../../server/vault.ts'
import { claimsText } from '../../shared/credential/claims.ts'
import { toJwks } from '../../shared/credential/keys.ts'
import { encodeQr, encodeQrUrl } from '../../shared/credential/qr.ts'
import { sealFreightCode, sealPass } from '../../shared/credential/seal.ts'
import { plainDeflate, signStatusList, writeStatuses } from '../../shared/credential/status-list.ts'
import type { Standing } from '../../shared/credential/status-list.ts'
import { beijingIso, hour, plus } from '../../shared/instant.ts'
import { altered } from '../journeys/kit/codes.ts'
import { blank, drawCode, pngOf, scanned } from '../credential/drawn.ts'
import { freight, madeKey, now, office, pass } from '../credential/kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'changxing-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

let desk: Awaited<ReturnType<typeof office>>
let code: string
let paper: string
let keys: string[]
beforeAll(async () => {
  desk = await office()
  code = await sealFreightCode(freight(), desk.freight.signer)
  paper = await sealPass(pass(), desk.pass.signer)
  keys = ['--keys', file('jwks.json', JSON.stringify(toJwks([desk.freight.jwk, desk.pass.jwk])))]
})

type Asked = { args?: string[]; at?: string; stdin?: string | Uint8Array; own?: boolean }

async function verify(given: string, { args = [], at = beijingIso(now), stdin = '', own = false }: Asked = {}) {
  let output = ''
  let errors = ''
  const exit = await verifyCommand([...(own ? [] : keys), '--at', at, ...args, given], {
    input: (async function* () {
      yield stdin
    })(),
    output: (text) => void (output += text),
    errors: (text) => void (errors += text),
  })
  const [line, ...more] = output.split('\n')
  expect(more).toEqual([''])
  return { exit, answer: JSON.parse(line!) as Record<string, unknown>, errors }
}

async function list(standing: Standing, expiresAt = plus(now, 24 * hour), issuedAt = now) {
  const { bytes } = writeStatuses(131_072, [{ index: pass().status.index, status: standing }])
  const facts = { uri: pass().status.uri, issuedAt, expiresAt, ttlSeconds: 600 }
  return signStatusList(facts, await plainDeflate(bytes), desk.pass.signer)
}

describe('one object says all', () => {
  it('of a freight code, from its token, its QR text and its address', async () => {
    const answer = {
      valid: true,
      kind: 'freight',
      state: 'green',
      claims: JSON.parse(claimsText(freight())) as unknown,
      reason: null,
      code: null,
    }
    for (const text of [code, encodeQr(code), encodeQrUrl(code, 'https://cx.jiaozuo.gov.cn')])
      expect(await verify(text)).toEqual({ exit: 0, answer, errors: '' })
    expect(Object.keys((await verify(code)).answer)).toEqual(['valid', 'kind', 'state', 'claims', 'reason', 'code'])
  })

  it('of a pass', async () => {
    expect(await verify(paper)).toMatchObject({ exit: 0, answer: { valid: true, kind: 'pass', state: 'valid' } })
  })

  it('a code whose test has lapsed is grey, and still valid', async () => {
    expect(await verify(code, { at: beijingIso(plus(now, 21 * hour)) })).toMatchObject({
      exit: 0,
      answer: { valid: true, state: 'grey' },
    })
  })
})

describe('each reason apart, exit code 1', () => {
  const later = (hours: number) => ({ at: beijingIso(plus(now, hours * hour)) })
  test.each<[string, string, () => string | Promise<string>, Asked?]>([
    ['unreadable', 'C-01', () => ' '],
    ['not-ours', 'C-02', () => 'https://www.example.org/p?id=1'],
    ['malformed', 'C-03', () => `${code}==`],
    ['bad-signature', 'C-04', () => altered(code)],
    ['unknown-key', 'C-05', async () => sealPass(pass(), (await madeKey('pass')).signer)],
    ['not-yet-valid', 'C-06', () => code, later(-1)],
    ['expired', 'C-07', () => code, later(25)],
  ])('%s %s', async (reason, refusal, text, asked = {}) => {
    const { exit, answer } = await verify(await text(), asked)
    expect({ exit, ...answer }).toMatchObject({ exit: 1, valid: false, state: null, reason, code: refusal })
  })

  test.each<[Standing, string]>([
    ['revoked', 'C-08'],
    ['suspended', 'C-09'],
  ])('%s %s, from the status list', async (standing, refusal) => {
    const args = ['--status', file('list.jwt', await list(standing))]
    const { exit, answer, errors } = await verify(paper, { args })
    expect({ exit, errors, ...answer }).toMatchObject({
      exit: 1,
      errors: '',
      kind: 'pass',
      reason: standing,
      code: refusal,
    })
    expect(answer['claims']).toEqual(JSON.parse(claimsText(pass())))
  })

  it('a list that has run out still counts, and says that it has', async () => {
    const old = file('old.jwt', await list('revoked', plus(now, hour)))
    const { answer, errors } = await verify(paper, { args: ['--status', old], at: beijingIso(plus(now, 2 * hour)) })
    expect(answer['reason']).toBe('revoked')
    expect(errors).toContain('过期')
  })

  it('of an earlier and a later list the later one counts, in whatever order they are given', async () => {
    const before = file('before.jwt', await list('valid'))
    const after = file('after.jwt', await list('revoked', plus(now, 25 * hour), plus(now, hour)))
    for (const [one, two] of [
      [before, after],
      [after, before],
    ] as const)
      expect(await verify(paper, { args: ['--status', one, '--status', two] })).toMatchObject({
        answer: { reason: 'revoked' },
      })
  })

  it('nothing unsigned is shown', async () => {
    expect((await verify(altered(code))).answer['claims']).toBeNull()
  })
})

describe('where the text comes from', () => {
  it('standard input, the line end of the shell left out', async () => {
    for (const stdin of [code, `${code}\n`, `${encodeQr(code)}\r\n`])
      expect(await verify('-', { stdin })).toMatchObject({ exit: 0 })
    expect(await verify('-', { stdin: `${code}\n\n` })).toMatchObject({ exit: 1, answer: { reason: 'malformed' } })
    expect(await verify('-')).toMatchObject({ exit: 1, answer: { reason: 'unreadable' } })
  })

  it('a file with the text', async () => {
    expect(await verify(file('code.txt', `${encodeQr(code)}\n`))).toMatchObject({ exit: 0 })
  })

  it('a picture: turned, noisy, grey', async () => {
    const page = blank(420, 420)
    drawCode(page, encodeQr(paper), { x: 90, y: 90, pixels: 240 })
    const scan = pngOf(scanned(page, { degrees: 4, noise: 40, seed: 1 }))
    expect(await verify(file('scan.png', scan))).toMatchObject({ exit: 0, answer: { kind: 'pass' } })
    expect(await verify('-', { stdin: scan })).toMatchObject({ exit: 0 })
  })

  it('of several codes in a picture the one that is ours, twice or once', async () => {
    const page = blank(900, 330)
    drawCode(page, 'https://www.example.org/elsewhere', { x: 20, y: 60, pixels: 200 })
    drawCode(page, encodeQr(code), { x: 300, y: 40, pixels: 250 })
    drawCode(page, encodeQrUrl(code, 'https://cx.jiaozuo.gov.cn'), { x: 610, y: 40, pixels: 250 })
    expect(await verify(file('several.png', pngOf(page)))).toMatchObject({ exit: 0, answer: { kind: 'freight' } })
  })

  it('a picture of another code is not ours; one without a code, or broken, is unreadable', async () => {
    const foreign = blank(300, 300)
    drawCode(foreign, 'https://www.example.org/elsewhere', { x: 50, y: 50, pixels: 200 })
    const reasons = []
    for (const image of [pngOf(foreign), pngOf(blank(200, 200)), pngOf(foreign).subarray(0, 400)])
      reasons.push((await verify(file('picture.png', image))).answer['reason'])
    expect(reasons).toEqual(['not-ours', 'unreadable', 'unreadable'])
  })
})

describe('keys of the data folder, where no others are given', () => {
  it('its codes open, without its secret; a stranger’s do not', async () => {
    const data = join(folder, 'data')
    mkdirSync(data)
    const { database } = readConfig(['--data', data], {}, true)
    const db = await openMigrated(database)
    const vault = createVault(new Uint8Array(32).fill(7))
    const signer = await createKeyring({ db, vault, now: () => now }).signer('pass')
    db.close()
    const args = ['--data', data]
    expect(await verify(await sealPass(pass(), signer), { args, own: true })).toMatchObject({ exit: 0 })
    expect(await verify(paper, { args, own: true })).toMatchObject({ exit: 1, answer: { reason: 'unknown-key' } })
  })
})

describe('exit code 2, and not a word on standard output', () => {
  const silent = {
    input: (async function* () {})(),
    output: () => expect.unreachable(),
    errors: () => undefined,
  }
  test.each<[string, () => string[]]>([
    ['nothing to check', () => keys],
    ['two at once', () => [...keys, code, paper]],
    ['an option that is not there', () => [...keys, '--fast', code]],
    ['no moment', () => [...keys, '--at', 'yesterday', code]],
    ['no such picture', () => [...keys, join(folder, 'none.png')]],
    ['no such file', () => [...keys, '/nowhere/code']],
    ['no such key file', () => ['--keys', join(folder, 'none.json'), code]],
    ['no key set', () => ['--keys', file('text.json', 'hello'), code]],
    ['a private key', () => ['--keys', file('private.json', JSON.stringify({ keys: [desk.freight.jwk] })), code]],
    ['no status list', () => [...keys, '--status', file('text.jwt', 'hello'), code]],
    ['no keys and no database', () => ['--data', join(folder, 'empty'), code]],
  ])('%s', async (_, args) => {
    await expect(verifyCommand(args(), silent)).rejects.toThrow(Usage)
  })

  it('--help tells in both languages', async () => {
    let text = ''
    expect(await verifyCommand(['--help'], { ...silent, output: (more) => void (text += more) })).toBe(0)
    expect(text).toMatch(/--status LIST[\s\S]*退出码/)
  })
})
