import { base64url } from 'jose'
import { describe, expect, test } from 'vitest'
import { bundleAge, lawHere, openBundle, type Bundle } from '../../checkpoint-app/device/bundle.ts'
import { bundleKeeper } from '../../checkpoint-app/device/bundle-keeper.ts'
import { judgeHere } from '../../checkpoint-app/device/judge-here.ts'
import type { KnownTruck } from '../../checkpoint-app/device/known-here.ts'
import { askLists } from '../../checkpoint-app/device/lists-here.ts'
import { seeText } from '../../checkpoint-app/device/open-here.ts'
import type { Reply, Server } from '../../checkpoint-app/device/server.ts'
import { importKeys, toJwks } from '../../shared/credential/keys.ts'
import { encodeQr } from '../../shared/credential/qr.ts'
import { sealFreightCode } from '../../shared/credential/seal.ts'
import { beijingIso, day, hour, minute, plus } from '../../shared/instant.ts'
import { publishedToJson } from '../../shared/policy/published-wire.ts'
import { crewTag, importTagKey } from '../../shared/sync/crew-tag.ts'
import { freight, madeKey, now } from '../credential/kit.ts'
import { amendment, publishing } from '../policy/amendment-kit.ts'
import { memoryStore } from './memory-store.ts'

const terminal = '0190a6b0-0000-7000-8000-0000000000f1'
const [sealer, nextSealer, freightKey] = [await madeKey('bundle'), await madeKey('bundle'), await madeKey('freight')]
const jwks = toJwks([sealer.jwk, freightKey.jwk])
const tagKey = base64url.encode(new Uint8Array(32).fill(7))
const tag = await crewTag(await importTagKey(tagKey), '张', '0015')

const content = (changes: Partial<Bundle> = {}): Bundle => ({
  seq: 5,
  madeAt: beijingIso(now),
  staleAt: beijingIso(plus(now, hour)),
  expiresAt: beijingIso(plus(now, day)),
  edition: 'e',
  terminal: {
    id: terminal,
    inspector: { id: '0190a6b0-0000-7000-8000-0000000000a1', name: '查验示例' },
    checkpoint: { id: 'JZ-G01', name: '焦作西站', county: '410822' },
    lane: 1,
  },
  keys: { keys: jwks.keys.map((key) => ({ ...key })) },
  revoked: [],
  priorReleases: [],
  tagKey,
  listed: [{ tag, kind: 'red' }],
  ...changes,
})

async function sealed(bundle: Bundle, { by = sealer, typ = 'cxb+jwt' } = {}): Promise<string> {
  const head = { alg: 'ES256', kid: by.jwk.kid, typ }
  const input = [head, bundle].map((part) => base64url.encode(JSON.stringify(part))).join('.')
  return `${input}.${base64url.encode(await by.signer.sign(new TextEncoder().encode(input)))}`
}

const qr = encodeQr(await sealFreightCode(freight(), freightKey.signer))
const trusted = await importKeys(jwks)
const read = async (signed: string) => {
  const reading = await openBundle(signed, trusted, terminal)
  return reading.ok ? 'ok' : reading.reason
}

describe('a bundle is believed only', () => {
  test.each([
    ['under a key of the day the phone was bound', () => sealed(content()), 'ok'],
    [
      'for this phone',
      () => sealed(content({ terminal: { ...content().terminal, id: tag.padEnd(36, '0') } })),
      'unreadable',
    ],
    [
      'for this very phone',
      () => sealed(content({ terminal: { ...content().terminal, id: '0190a6b0-0000-7000-8000-0000000000f2' } })),
      'wrong-terminal',
    ],
    ['under a key made for bundles', () => sealed(content(), { by: freightKey }), 'unknown-key'],
    ['under a key it knows', () => sealed(content(), { by: nextSealer }), 'unknown-key'],
    ['as a bundle', () => sealed(content(), { typ: 'cxf+jwt' }), 'unreadable'],
    ['unaltered', async () => `${(await sealed(content())).slice(0, -8)}AAAAAAAA`, 'bad-signature'],
    ['as a JWS', async () => 'hello', 'unreadable'],
  ])('%s', async (_, make, expected) => expect(await read(await make())).toBe(expected))

  test.each([
    ['fresh', 0],
    ['fresh', hour - 1000],
    ['stale', hour],
    ['stale', day - 1000],
    ['expired', day],
  ] as const)('%s after %i ms', (age, after) => {
    expect(bundleAge({ content: content() }, plus(now, after))).toBe(age)
  })
})

/** A server of which only the bundle is asked. */
function bundleServer() {
  let next: Reply<string> = { ok: false, trouble: { kind: 'offline' } }
  const unused = () => Promise.reject(new Error('not called here'))
  const server: Server = {
    bind: unused,
    publicKeys: unused,
    plate: unused,
    appeals: unused,
    appeal: unused,
    inspections: unused,
    register: unused,
    alerts: unused,
    alertSeen: unused,
    evidence: unused,
    bundle: async () => next,
  }
  return { server, says: (signed: string) => void (next = { ok: true, value: signed }) }
}

describe('keeping the bundle', () => {
  async function bound() {
    const store = memoryStore()
    await store.write('jwks', jwks)
    const { server, says } = bundleServer()
    return { store, server, says, keeper: await bundleKeeper(store, server, terminal) }
  }

  test('it is there again after a start without a network', async () => {
    const { store, server, says, keeper } = await bound()
    says(await sealed(content()))
    expect(await keeper.refresh()).toEqual({ ok: true })
    expect((await bundleKeeper(store, server, terminal)).current()?.content.seq).toBe(5)
  })

  test('an older one never replaces a newer one', async () => {
    const { says, keeper } = await bound()
    says(await sealed(content()))
    await keeper.refresh()
    says(await sealed(content({ seq: 4 })))
    expect(await keeper.refresh()).toEqual({ ok: false, why: 'rolled-back' })
    expect(keeper.current()?.content.seq).toBe(5)
  })

  test('new keys come in a bundle under an old one, and then seal the next, also after a restart', async () => {
    const { store, server, says, keeper } = await bound()
    says(await sealed(content({ seq: 6 }), { by: nextSealer }))
    expect(await keeper.refresh()).toEqual({ ok: false, why: 'unknown-key' })
    const both = toJwks([sealer.jwk, nextSealer.jwk, freightKey.jwk]).keys.map((key) => ({ ...key }))
    says(await sealed(content({ seq: 6, keys: { keys: both } })))
    expect(await keeper.refresh()).toEqual({ ok: true })
    says(await sealed(content({ seq: 7, keys: { keys: both } }), { by: nextSealer }))
    expect(await keeper.refresh()).toEqual({ ok: true })
    expect((await bundleKeeper(store, server, terminal)).current()?.content.seq).toBe(7)
  })
})

describe('what the phone knows without a network', () => {
  async function opened(changes: Partial<Bundle> = {}) {
    const reading = await openBundle(await sealed(content(changes)), trusted, terminal)
    if (!reading.ok) throw new Error(reading.reason)
    return reading.bundle
  }
  const people = [
    { surname: '张', idTail: '0015' },
    { surname: '李', idTail: '0021' },
    { surname: '', idTail: '' },
  ]
  const asked = { plate: '豫H·X0001', people, online: undefined, now }
  const release = { at: beijingIso(plus(now, -hour)), checkpoint: 'JZ-G02', checkpointName: '武陟站', crew: [tag] }

  test('people are found on the lists by their tags, strangers are not asked about', async () => {
    const { people: found } = await askLists(await opened(), asked)
    expect(found.map(({ listed }) => listed)).toEqual(['red', undefined, undefined])
    expect(found.map((person) => person.tag === undefined)).toEqual([false, false, true])
  })

  test('the newest release of this plate, however it is written', async () => {
    const older = { ...release, plate: '豫HX0001', at: beijingIso(plus(now, -2 * hour)) }
    const other = { ...release, plate: '豫HX0002', at: beijingIso(now) }
    const bundle = await opened({ priorReleases: [older, { ...release, plate: '豫hX0001' }, other] })
    expect((await askLists(bundle, asked)).prior?.at).toBe(plus(now, -hour))
  })

  test('nothing in an expired bundle is relied on', async () => {
    const bundle = await opened({ priorReleases: [{ ...release, plate: '豫HX0001' }] })
    const { prior, people: found } = await askLists(bundle, { ...asked, now: plus(now, day) })
    expect(prior).toBeUndefined()
    expect(found.map(({ listed }) => listed)).toEqual([undefined, undefined, undefined])
  })

  test('a scanned text is what it is', async () => {
    const bundle = await opened()
    const what = async (text: string, by: typeof bundle | 'none' = bundle, at = plus(now, minute)) => {
      const seen = await seeText(text, by === 'none' ? undefined : by, at)
      return seen.what === 'credential' ? (seen.opened.ok ? seen.opened.state : seen.opened.reason) : seen.what
    }
    expect(await what(qr)).toBe('green')
    expect(await what(`http://x/checkpoint/#enrol=${'a'.repeat(32)}`)).toBe('enrolment')
    expect(await what('http://x/driver/#at=JZ-G01')).toBe('checkpoint-code')
    expect(await what('https://example.com')).toBe('not-ours')
    expect(await what('')).toBe('unreadable')
    expect(await what(qr, 'none')).toBe('no-keys')
    expect(await what(qr, bundle, plus(now, day))).toBe('no-keys')
    expect(await what(qr, await opened({ revoked: [{ jti: freight().id, status: 'revoked' }] }))).toBe('revoked')
  })
})

describe('the law in a bundle', () => {
  const longer = amendment({ testValidity: 72 }, { from: '2022-05-16T00:00:00+08:00' })
  const law = { ...publishedToJson(publishing({ amendment: longer, at: plus(now, -hour) })) }
  const opened = async (changes: Partial<Bundle>) => {
    const reading = await openBundle(await sealed(content(changes)), trusted, terminal)
    if (!reading.ok) throw new Error(reading.reason)
    return reading.bundle
  }
  const hoursAt = (bundle: Parameters<typeof lawHere>[0]) => lawHere(bundle)(now).numbersAt(now).testValidity

  test('is what this phone judges by; without it, and before the first, the program’s own', async () => {
    expect([hoursAt(await opened({ law })), hoursAt(await opened({})), hoursAt(undefined)]).toEqual([72, 48, 48])
    const known: KnownTruck = { plate: '豫HX0001', crew: [], scopeSaid: 'in-province' }
    expect(judgeHere(known, now, lawHere(await opened({ law }))).verdict.edition).toMatch(/-20220516\./)
  })

  test.each<readonly [string, unknown]>([
    ['no list', { amendments: {}, overlays: [] }],
    ['an amendment without a basis', JSON.parse(JSON.stringify(law).replace('henan-16#6', 'jiaozuo-20#3'))],
    ['a number of a newer program', JSON.parse(JSON.stringify(law).replace('testValidity', 'newerNumber'))],
  ])('is refused with all of the bundle when it is not understood, and the one in hand goes on: %s', async (_, bad) => {
    expect(await read(await sealed({ ...content(), law: Object(bad) }))).toBe('unreadable')
  })
})
