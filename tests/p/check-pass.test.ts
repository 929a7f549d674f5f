import { beforeAll, describe, expect, it } from 'vitest'
import { checkPass } from '../../checkpoint-app/p/check-pass.ts'
import type { Ask } from '../../checkpoint-app/p/check-pass.ts'
import { toJwks } from '../../shared/credential/keys.ts'
import { encodeQrUrl } from '../../shared/credential/qr.ts'
import { sealFreightCode, sealPass } from '../../shared/credential/seal.ts'
import { plainDeflate, signStatusList, writeStatuses } from '../../shared/credential/status-list.ts'
import type { Standing } from '../../shared/credential/status-list.ts'
import { day, hour, plus } from '../../shared/instant.ts'
import { altered } from '../journeys/kit/codes.ts'
import { freight, madeKey, now, office, pass } from '../credential/kit.ts'

const origin = 'https://cx.jiaozuo.gov.cn'
let desk: Awaited<ReturnType<typeof office>>
let token: string
beforeAll(async () => {
  desk = await office()
  token = await sealPass(pass(), desk.pass.signer)
})

async function list(standing: Standing, uri = pass().status.uri, expiresAt = plus(now, 24 * hour)): Promise<string> {
  const { bytes } = writeStatuses(131_072, [{ index: pass().status.index, status: standing }])
  const facts = { uri, issuedAt: now, expiresAt, ttlSeconds: 600 }
  return signStatusList(facts, await plainDeflate(bytes), desk.pass.signer)
}

type Outside = { standing?: Standing; now?: Ask['now']; list?: Ask['list']; keys?: Ask['keys'] }
const check = async (text: string, { standing = 'valid', ...outside }: Outside = {}) =>
  checkPass(text, {
    keys: async () => toJwks([desk.pass.jwk, desk.freight.jwk]),
    list: async () => list(standing),
    now: () => now,
    ...outside,
  })
const link = () => encodeQrUrl(token, origin)

describe('whoever scans a pass with any phone reads', () => {
  it.each([
    ['valid', 'valid'],
    ['suspended', 'suspended'],
    ['revoked', 'revoked'],
  ] as const)('%s of a pass that the list says is %s', async (state, standing) => {
    expect(await check(link(), { standing })).toMatchObject({ state, pass: { number: pass().number } })
  })

  it('expired after its time; one that was revoked stays so', async () => {
    const later = () => plus(now, 11 * day)
    const still = (standing: Standing) => () => list(standing, pass().status.uri, plus(now, 12 * day))
    expect(await check(link(), { now: later, list: still('valid') })).toMatchObject({ state: 'expired' })
    expect(await check(link(), { now: later, list: async () => undefined })).toMatchObject({ state: 'expired' })
    expect(await check(link(), { now: later, list: still('revoked') })).toMatchObject({ state: 'revoked' })
  })

  it('not yet before its time', async () => {
    expect(await check(link(), { now: () => plus(now, -day) })).toMatchObject({ state: 'not-yet' })
  })

  it.each<[string, Ask['list']]>([
    ['cannot be had', async () => undefined],
    ['is no list', async () => '<html>sign in to the hotel</html>'],
    ['is another list', async () => list('valid', `${origin}/status/8`)],
  ])('that its state is not known where the list %s: never valid on no word', async (_, said) => {
    expect(await check(link(), { list: said })).toMatchObject({ state: 'unchecked', pass: { plate: pass().plate } })
  })

  it('not readable of a code with a piece missing', async () => {
    expect(await check(link().slice(0, -6))).toEqual({ state: 'unreadable' })
  })

  it.each<[string, () => string | Promise<string>]>([
    ['under another plate', () => altered(token)],
    ['of a stranger’s key', async () => sealPass(pass(), (await madeKey('pass')).signer)],
    ['of another system', () => 'https://example.org/p#1'],
  ])('not of this system, and nothing that it claims, of one %s', async (_, made) => {
    expect(await check(await made())).toEqual({ state: 'not-ours' })
  })

  it('of a freight code only that it is one: no plate, no crew', async () => {
    const code = await sealFreightCode(freight(), desk.freight.signer)
    expect(await check(encodeQrUrl(code, origin))).toEqual({ state: 'freight' })
  })

  it.each([
    ['nothing', undefined],
    ['the page of a hotel', '<html>'],
  ])('no network where the keys are %s', async (_, said) => {
    expect(await check(link(), { keys: async () => said })).toEqual({ state: 'offline' })
  })

  it('asks for the list by its path, wherever this server stands, and for nothing else', async () => {
    const asked: string[] = []
    await check(link(), { list: async (path) => (asked.push(path), undefined) })
    expect(asked).toEqual(['/status/7'])
  })
})
