import { describe, expect, test } from 'vitest'
import { bundleAge, lawHere, openManifest, type Manifest } from '../../checkpoint-app/device/bundle.ts'
import { bundleKeeper } from '../../checkpoint-app/device/bundle-keeper.ts'
import { judgeHere } from '../../checkpoint-app/device/judge-here.ts'
import type { KnownTruck } from '../../checkpoint-app/device/known-here.ts'
import { expectedLike } from '../../checkpoint-app/device/expected-here.ts'
import { askLists } from '../../checkpoint-app/device/lists-here.ts'
import { seeText } from '../../checkpoint-app/device/open-here.ts'
import type { BundleAnswer } from '../../checkpoint-app/device/server.ts'
import { importKeys, toJwks } from '../../shared/credential/keys.ts'
import { encodeQr } from '../../shared/credential/qr.ts'
import { sealFreightCode, sealPass } from '../../shared/credential/seal.ts'
import { packDelta } from '../../shared/credential/status-snapshot.ts'
import { base64url } from 'jose'
import { beijingIso, day, hour, minute, plus } from '../../shared/instant.ts'
import { publishedToJson } from '../../shared/policy/published-wire.ts'
import { plateTag } from '../../shared/sync/crew-tag.ts'
import { freight, madeKey, now, pass } from '../credential/kit.ts'
import { amendment, publishing } from '../policy/amendment-kit.ts'
import {
  answered,
  bound,
  everyPart,
  freightKey,
  jwks,
  nextSealer,
  sealer,
  snapshot,
  tagKey,
  terminal,
  zhang,
  type Parts,
} from './bundle-kit.ts'

const trusted = await importKeys(jwks)
const passKey = await madeKey('pass')
const qr = encodeQr(await sealFreightCode(freight(), freightKey.signer))

describe('a manifest is believed only', () => {
  const read = async ({ signed }: BundleAnswer) => {
    const reading = await openManifest(signed, trusted, terminal)
    return reading.ok ? 'ok' : reading.reason
  }
  const another = '0190a6b0-0000-7000-8000-0000000000f2'
  test.each<readonly [string, () => Promise<BundleAnswer>, string]>([
    ['under a key of the day the phone was bound', () => answered(), 'ok'],
    ['in its form', () => answered({ manifest: { terminal: 'nobody', seq: 0.5 } }), 'unreadable'],
    ['for this very phone', () => answered({ manifest: { terminal: another } }), 'wrong-terminal'],
    ['under a key made for bundles', () => answered({ by: freightKey }), 'unknown-key'],
    ['under a key it knows', () => answered({ by: nextSealer }), 'unknown-key'],
    ['as a bundle', () => answered({ typ: 'cxf+jwt' }), 'unreadable'],
    [
      'unaltered',
      async () => ({ parts: {}, signed: `${(await answered()).signed.slice(0, -8)}AAAAAAAA` }),
      'bad-signature',
    ],
    ['as a JWS', async () => ({ signed: 'hello', parts: {} }), 'unreadable'],
  ])('%s', async (_, make, expected) => expect(await read(await make())).toBe(expected))

  test.each([
    ['fresh', 0],
    ['fresh', hour - 1000],
    ['stale', hour],
    ['stale', day - 1000],
    ['expired', day],
  ] as const)('%s after %i ms', async (age, after) => {
    const manifest = manifestOf(await answered())
    expect(bundleAge({ manifest }, plus(now, after))).toBe(age)
  })
})

function manifestOf({ signed }: BundleAnswer): Manifest {
  const manifest: Manifest = JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString())
  return manifest
}

const taken = { ok: true, unsaved: false }
const refused = (why: string) => ({ ok: false, why })

describe('keeping the bundle', () => {
  test('it is there again after a start without a network, and only what is new is asked for', async () => {
    const { asked, says, start, keeper } = await bound()
    says(await answered())
    expect(await keeper.refresh()).toEqual(taken)
    const later = await start()
    expect(later.current()?.parts.listed?.get(zhang)).toBe('red')
    says(await answered({ manifest: { seq: 6 }, parts: { listed: { red: '' } } }))
    expect(await later.refresh()).toEqual(taken)
    expect(asked.map(({ have, standing }) => [have.length, standing])).toEqual([
      [0, undefined],
      [11, 0],
    ])
    expect(later.current()?.parts.listed?.get(zhang)).toBeUndefined()
    expect(later.current()?.parts.keys?.size).toBe(2)
  })

  test('the key of the day is on the disk as a key that nobody can read, the old one goes, and no tag is text of a name', async () => {
    const { store, says, keeper } = await bound()
    says(await answered())
    await keeper.refresh()
    const keys = () => [...store.parts.values()].flatMap((part) => (typeof part === 'string' ? [] : [part]))
    expect(keys().map((part) => [part.day, part.key.extractable])).toEqual([['2022-05-16', false]])
    expect([...store.parts.values()].filter((part) => typeof part === 'string').join()).not.toContain(
      everyPart['tag-key'].key,
    )
    const tomorrow = { day: '2022-05-17', key: base64url.encode(new Uint8Array(32).fill(9)) }
    says(await answered({ manifest: { seq: 6 }, parts: { 'tag-key': tomorrow } }))
    await keeper.refresh()
    expect(keys().map((part) => part.day)).toEqual(['2022-05-17'])
    expect(store.parts.size).toBe(11)
  })

  test('an older one never replaces a newer one, nor does another under the same number', async () => {
    const { says, keeper } = await bound()
    const five = await answered()
    says(five)
    await keeper.refresh()
    says(await answered({ manifest: { seq: 4 } }))
    expect(await keeper.refresh()).toEqual(refused('rolled-back'))
    says(await answered({ parts: { listed: {} } }))
    expect(await keeper.refresh()).toEqual(refused('rolled-back'))
    says(five)
    expect(await keeper.refresh()).toEqual(taken)
    expect(keeper.current()?.parts.listed?.size).toBe(1)
  })

  test('an older genuine one put on the disk by hand is refused at the start, and said', async () => {
    const { store, says, start, keeper } = await bound()
    const old = await answered()
    says(old)
    await keeper.refresh()
    const before = await store.read('manifest')
    says(await answered({ manifest: { seq: 6 } }))
    await keeper.refresh()
    await store.write('manifest', before!)
    await store.keepParts(new Map(Object.entries(old.parts)))
    const fooled = await start()
    expect([fooled.current(), fooled.refused]).toEqual([undefined, 'rolled-back'])
    expect(await fooled.refresh()).toEqual(taken)
    expect(fooled.current()?.manifest.seq).toBe(6)
  })

  test('killed at any write it comes up with the one before or with the new one, whole', async () => {
    const old = await answered()
    const fresh = await answered({ manifest: { seq: 6 }, parts: { listed: {} } })
    for (const at of ['keepParts', 'write', 'dropPartsExcept'] as const) {
      const { store, server, says, keeper } = await bound()
      says(old)
      await keeper.refresh()
      const killed = { ...store, [at]: () => Promise.reject(new Error('killed')) }
      const other = await bundleKeeper(killed, server, terminal)
      says(fresh)
      expect(await other.refresh()).toEqual({ ok: true, unsaved: true })
      const after = (await bundleKeeper(store, server, terminal)).current()
      expect([after?.manifest.seq, after?.parts.listed?.size]).toEqual(at === 'dropPartsExcept' ? [6, 0] : [5, 1])
    }
  })

  test('a part that is missing or broken on the disk is left out and fetched anew', async () => {
    const { store, asked, says, start, keeper } = await bound()
    const answer = await answered()
    says(answer)
    await keeper.refresh()
    const named = manifestOf(answer).parts
    const digestOf = (name: string) => named[name] ?? ''
    store.parts.delete(digestOf('keys'))
    store.parts.set(digestOf('listed'), '{"red":"')
    store.parts.set(digestOf('law'), '{}')
    const again = await start()
    const parts = again.current()?.parts ?? {}
    expect([parts.keys, parts.listed, parts.law, parts.standing?.version]).toEqual([undefined, undefined, undefined, 0])
    says(await answered({ manifest: { seq: 6 } }))
    expect(await again.refresh()).toEqual(taken)
    expect(asked.at(-1)?.have.length).toBe(8)
    expect(again.current()?.parts.keys?.size).toBe(2)
  })

  test('an answer that lacks a part is not taken; a part that a newer server adds does no harm', async () => {
    const { says, keeper } = await bound()
    says(await answered({ leave: ['whitelist'] }))
    expect(await keeper.refresh()).toEqual(refused('incomplete'))
    const { parts } = manifestOf(await answered())
    says(await answered({ manifest: { parts: { ...parts, weather: 'A'.repeat(43) } } }))
    expect(await keeper.refresh()).toEqual(taken)
  })

  test('what changed in the standings makes the new ones of those in hand; where it does not fit, the whole comes', async () => {
    const { asked, says, keeper } = await bound()
    says(await answered({ parts: { standing: snapshot(3, [7]) } }))
    await keeper.refresh()
    const changes = [{ list: 1, index: 9, status: 'revoked' as const }]
    const delta = (from: number) => base64url.encode(packDelta({ from, to: 4, oldest: 1, changes }))
    const next = { manifest: { seq: 6 }, parts: { standing: snapshot(4, [7, 9]) } }
    const short = { ...(await answered({ ...next, leave: ['standing'] })), standing: { version: 4, delta: delta(3) } }
    says(short)
    expect(await keeper.refresh()).toEqual(taken)
    expect([...(keeper.current()?.parts.standing?.lists.get(1)?.revoked ?? [])]).toEqual([7, 9])
    says({
      ...(await answered({
        ...next,
        manifest: { seq: 7 },
        parts: { standing: snapshot(5, [7]) },
        leave: ['standing'],
      })),
      standing: { version: 5, delta: delta(1) },
    })
    expect(await keeper.refresh()).toEqual(refused('incomplete'))
    expect(asked.at(-1)).toEqual({ have: [] })
  })

  test('a full disk: it serves, and says that it is not kept', async () => {
    const { store, says, start, keeper } = await bound()
    store.fill()
    says(await answered())
    expect(await keeper.refresh()).toEqual({ ok: true, unsaved: true })
    expect(keeper.current()?.manifest.seq).toBe(5)
    expect((await start()).current()).toBeUndefined()
  })

  test('new keys come in a bundle under an old one, and then seal the next, also after a restart', async () => {
    const { says, start, keeper } = await bound()
    const both = { keys: toJwks([sealer.jwk, nextSealer.jwk, freightKey.jwk]).keys.map((key) => ({ ...key })) }
    says(await answered({ manifest: { seq: 6 }, by: nextSealer }))
    expect(await keeper.refresh()).toEqual(refused('unknown-key'))
    says(await answered({ manifest: { seq: 6 }, parts: { keys: both } }))
    expect(await keeper.refresh()).toEqual(taken)
    says(await answered({ manifest: { seq: 7 }, parts: { keys: both }, by: nextSealer }))
    expect(await keeper.refresh()).toEqual(taken)
    expect((await start()).current()?.manifest.seq).toBe(7)
  })

  test('away while all keys were changed, it takes them over TLS as on its first day, and still never goes back', async () => {
    const { says, publishes, keeper } = await bound()
    says(await answered())
    await keeper.refresh()
    publishes(toJwks([nextSealer.jwk]))
    says(await answered({ manifest: { seq: 4 }, by: nextSealer }))
    expect(await keeper.refresh()).toEqual(refused('rolled-back'))
    says(await answered({ manifest: { seq: 6 }, by: nextSealer }))
    expect(await keeper.refresh()).toEqual(taken)
  })
})

describe('what the phone knows without a network', () => {
  async function opened(parts: Partial<Parts> = {}) {
    const { says, keeper } = await bound()
    says(await answered({ parts }))
    expect(await keeper.refresh()).toEqual(taken)
    return keeper.current()!
  }
  const people = [
    { surname: '张', idTail: '0015' },
    { surname: '李', idTail: '0021' },
    { surname: '', idTail: '' },
  ]
  const asked = { plate: '豫H·X0001', people, online: undefined, now }
  const at = (ago: number) => Math.floor((now - ago) / 1000)

  test('people are found on the lists by their tags, strangers are not asked about', async () => {
    const { people: found } = await askLists(await opened(), asked)
    expect(found.map(({ listed }) => listed)).toEqual(['red', undefined, undefined])
    expect(found.map((person) => person.tag === undefined)).toEqual([false, false, true])
  })

  test('the newest release of this plate, however it is written', async () => {
    const [ours, other] = [await plateTag(tagKey, '豫hX0001'), await plateTag(tagKey, '豫HX0002')]
    const bundle = await opened({
      'prior-releases': {
        checkpoints: { 'JZ-G02': '武陟站' },
        releases: [
          [ours, at(2 * hour), 'JZ-G02', [zhang]],
          [ours, at(hour), 'JZ-G02', [zhang]],
          [other, at(0), 'JZ-G02', [zhang]],
        ],
      },
    })
    const { prior } = await askLists(bundle, asked)
    expect(prior).toEqual({ at: at(hour) * 1000, checkpoint: 'JZ-G02', checkpointName: '武陟站', crew: [zhang] })
    expect((await askLists(bundle, { ...asked, now: plus(now, day) })).prior).toBeUndefined()
  })

  test('a truck registered for today is found by a reading of its plate that is one character wrong, or second best', async () => {
    const tags = await Promise.all(['豫H12345', '豫H99999'].map((plate) => plateTag(tagKey, plate)))
    const bundle = await opened({ expected: tags.toSorted().join('') })
    const like = (...readings: string[]) => expectedLike(bundle, readings, now)
    expect(await like('豫H12845')).toEqual(['豫H12345'])
    expect(await like('豫H12346', '豫H99999')).toEqual(['豫H99999', '豫H12345'])
    expect([await like('豫H12866'), await like()]).toEqual([[], []])
    expect(await expectedLike(bundle, ['豫H12845'], plus(now, day))).toEqual([])
  })

  test('nothing in an expired bundle is relied on', async () => {
    const { people: found } = await askLists(await opened(), { ...asked, now: plus(now, day) })
    expect(found.map(({ listed }) => listed)).toEqual([undefined, undefined, undefined])
  })

  test("the server's tags count under the key of their day; past midnight the inspector is asked about the crew", async () => {
    const release = { at: beijingIso(plus(now, -hour)), checkpoint: 'JZ-G02', checkpointName: '武陟站', crew: [zhang] }
    const view = { plate: '豫HX0001', trip: null, crew: [], pass: null, healthData: 'fresh' as const }
    const crewOn = async (day: string) =>
      (await askLists(await opened(), { ...asked, online: { ...view, priorRelease: { ...release, day } } })).prior?.crew
    expect([await crewOn('2022-05-16'), await crewOn('2022-05-17')]).toEqual([[zhang], []])
  })

  const what = async (text: string, by: Awaited<ReturnType<typeof opened>> | undefined, when = plus(now, minute)) => {
    const seen = await seeText(text, by, when)
    return seen.what === 'credential' ? (seen.opened.ok ? seen.opened.state : seen.opened.reason) : seen.what
  }

  test('a scanned text is what it is', async () => {
    const bundle = await opened()
    expect(await what(qr, bundle)).toBe('green')
    expect(await what(`http://x/checkpoint/#enrol=${'a'.repeat(32)}`, bundle)).toBe('enrolment')
    expect(await what('http://x/driver/#at=JZ-G01', bundle)).toBe('checkpoint-code')
    expect(await what('https://example.com', bundle)).toBe('not-ours')
    expect(await what('', bundle)).toBe('unreadable')
    expect(await what(qr, undefined)).toBe('no-keys')
    expect(await what(qr, bundle, plus(now, day))).toBe('no-keys')
  })

  test('a trip whose codes were withdrawn, a pass that was revoked; without the standings nothing is decided', async () => {
    const { trip, issuedAt } = freight()
    const second = Math.floor(issuedAt / 1000)
    expect(await what(qr, await opened({ withdrawn: [[trip, second + 1]] }))).toBe('revoked')
    expect(await what(qr, await opened({ withdrawn: [[trip, second]] }))).toBe('green')
    const claims = pass({ status: { index: 7, uri: 'https://x.example/status/1' } })
    const text = encodeQr(await sealPass(claims, passKey.signer))
    const keys = { keys: toJwks([...jwksOf(), passKey.jwk]).keys.map((key) => ({ ...key })) }
    expect(await what(text, await opened({ keys, standing: snapshot(1, [7]) }))).toBe('revoked')
    expect(await what(text, await opened({ keys, standing: snapshot(1, [8]) }))).toBe('valid')
    const { parts, ...rest } = await opened({ keys })
    const { standing: _, ...without } = parts
    expect(await what(text, { ...rest, parts: without })).toBe('no-keys')
  })
})

const jwksOf = () => [sealer.jwk, freightKey.jwk]

describe('the law in a bundle', () => {
  const longer = amendment({ testValidity: 72 }, { from: '2022-05-16T00:00:00+08:00' })
  const law = { ...publishedToJson(publishing({ amendment: longer, at: plus(now, -hour) })) }
  const opened = async (parts: Partial<Parts>) => {
    const { says, keeper } = await bound()
    says(await answered({ parts }))
    const result = await keeper.refresh()
    return result.ok ? keeper.current() : result.why
  }
  const hoursAt = (bundle: Parameters<typeof lawHere>[0] | string) =>
    typeof bundle === 'string' ? bundle : lawHere(bundle)(now).numbersAt(now).testValidity

  test('is what this phone judges by; without it, and before the first, the program’s own', async () => {
    expect([hoursAt(await opened({ law })), hoursAt(await opened({})), hoursAt(undefined)]).toEqual([72, 48, 48])
    const known: KnownTruck = { plate: '豫HX0001', crew: [], scopeSaid: 'in-province' }
    const bundle = await opened({ law })
    if (typeof bundle === 'string') throw new Error(bundle)
    expect(judgeHere(known, now, lawHere(bundle)).verdict.edition).toMatch(/-20220516\./)
  })

  test.each<readonly [string, unknown]>([
    ['no list', { amendments: {}, overlays: [] }],
    ['an amendment without a basis', JSON.parse(JSON.stringify(law).replace('henan-16#6', 'jiaozuo-20#3'))],
    ['a number of a newer program', JSON.parse(JSON.stringify(law).replace('testValidity', 'newerNumber'))],
  ])('is refused with all of the bundle when it is not understood, and the one in hand goes on: %s', async (_, bad) => {
    expect(await opened({ law: Object(bad) })).toBe('unreadable')
  })
})
