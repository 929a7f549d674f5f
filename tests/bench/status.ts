import { brotliCompressSync, constants } from 'node:zlib'
import { importKeys, toJwks } from '../../shared/credential/keys.ts'
import {
  listSize,
  plainDeflate,
  readStatusListToken,
  signStatusList,
  statusAt,
  writeStatuses,
} from '../../shared/credential/status-list.ts'
import type { Deflate } from '../../shared/credential/status-list.ts'
import {
  applyDelta,
  packDelta,
  packSnapshot,
  standingAt,
  unpackSnapshot,
} from '../../shared/credential/status-snapshot.ts'
import type { StatusChange } from '../../shared/credential/status-snapshot.ts'
import { nodePress } from '../../server/http/press-node.ts'
import { madeKey, now } from '../credential/kit.ts'
import { chance, entropyBytes, placesOnLists, randomSet } from '../credential/random-lists.ts'
import type { OnList } from '../credential/random-lists.ts'
import { inTurn } from './measure.ts'
import type { Line } from './measure.ts'

const rounds = 15
const cases = [1e5, 1e6].flatMap((passes) => [0.001, 0.01, 0.05].map((share) => ({ passes, share })))
const base = 'https://cx.jiaozuo.gov.cn/status/'
const br = (text: string | Uint8Array) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } })
    .length

/** What revocation weighs, beside what nobody can go below and beside a Bloom filter; then the times of the heaviest case. */
export async function benchStatus(): Promise<Line[]> {
  const rows = []
  for (const one of cases) rows.push(await sizes(one.passes, one.share))
  const heading = [
    'passes',
    'revoked',
    'entropy',
    'snapshot',
    '×',
    'delta of 0.01 %',
    'entropy of it',
    'list, zlib',
    'its JWTs',
    'JWTs + br',
    'by fflate',
    '+ br',
    'Bloom 2⁻¹⁰',
    'held by it wrongly',
  ]
  for (const row of [heading, heading.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`)
  console.log('')
  return times()
}

async function sizes(passes: number, share: number): Promise<(string | number)[]> {
  const count = Math.round(passes * share)
  const revoked = placesOnLists(passes, randomSet(chance(7), passes, count))
  const changes = placesOnLists(passes, randomSet(chance(8), passes, passes / 10_000)).flatMap(asChanges)
  const snapshot = packSnapshot({ version: 1e6, base, lists: asLists(revoked) }).length
  const delta = packDelta({ from: 1e6, to: 1e6 + changes.length, oldest: 1, changes }).length
  const [ours, portable] = [await published(revoked, nodePress.deflate), await published(revoked, plainDeflate)]
  const entropy = entropyBytes(passes, count)
  // 1.44 bits for each halving of the false ones: a filter of 1 in 1024.
  const bloom = Math.ceil((1.44 * 10 * count) / 8)
  const wrongly = Math.round((passes - count) / 1024)
  return [
    passes,
    `${share * 100} %`,
    entropy,
    snapshot,
    (snapshot / entropy).toFixed(3),
    delta,
    entropyBytes(passes, changes.length),
    ours.zlib,
    ours.jwt,
    ours.br,
    portable.zlib,
    portable.br,
    bloom,
    wrongly,
  ]
}

const asLists = (lists: readonly OnList[]) =>
  new Map(lists.map(({ list, places }) => [list, { revoked: Uint32Array.from(places), suspended: new Uint32Array() }]))
const asChanges = ({ list, places }: OnList) =>
  places.map((index): StatusChange => ({ list, index, status: 'revoked' }))

const key = madeKey('pass')

async function tokens(lists: readonly OnList[], deflate: Deflate) {
  const { signer } = await key
  return Promise.all(
    lists.map(async ({ list, places }) => {
      const { bytes } = writeStatuses(
        listSize,
        places.map((index) => ({ index, status: 'revoked' as const })),
      )
      const lst = await deflate(bytes)
      const facts = { uri: base + list, issuedAt: now, expiresAt: now, ttlSeconds: 900 }
      return { zlib: lst.length, token: await signStatusList(facts, lst, signer) }
    }),
  )
}

async function published(lists: readonly OnList[], deflate: Deflate) {
  const made = await tokens(lists, deflate)
  const sum = (size: (one: (typeof made)[number]) => number) => made.reduce((all, one) => all + size(one), 0)
  return { zlib: sum(({ zlib }) => zlib), jwt: sum(({ token }) => token.length), br: sum(({ token }) => br(token)) }
}

async function times(): Promise<Line[]> {
  const { jwk } = await key
  const keys = await importKeys(toJwks([jwk]))
  const revoked = placesOnLists(1e6, randomSet(chance(7), 1e6, 10_000))
  const [first] = await tokens(revoked, nodePress.deflate)
  const packed = packSnapshot({ version: 1, base, lists: asLists(revoked) })
  const snapshot = unpackSnapshot(packed)!
  const changes = placesOnLists(1e6, randomSet(chance(8), 1e6, 100)).flatMap(asChanges)
  const delta = packDelta({ from: 1, to: 101, oldest: 1, changes })
  const list = await readStatusListToken(first!.token, keys)
  if (!list.ok) throw new Error(list.reason)
  const asked = Array.from({ length: 100_000 }, (_, nth) => (nth * 7919) % listSize)
  const taken = await inTurn(rounds, {
    unpack: () => unpackSnapshot(packed),
    apply: () => applyDelta(snapshot, delta),
    ask: () => asked.filter((index) => standingAt(snapshot, 1, index) !== undefined),
    bits: () => asked.filter((index) => statusAt(list.list, index) !== 0),
    read: () => readStatusListToken(first!.token, keys),
    make: () => tokens(revoked.slice(0, 1), nodePress.deflate),
  })
  return [
    { name: 'status: 10⁴ of 10⁶ revoked: unpack the snapshot', ours: taken.unpack, count: 1 },
    { name: 'status: apply a delta of 100', ours: taken.apply, count: 1 },
    {
      name: 'status: 10⁵ asked of the snapshot',
      ours: taken.ask,
      limit: { name: 'the bits themselves', samples: taken.bits },
      count: 100_000,
    },
    { name: 'status: public list of 524,288: read and verify', ours: taken.read, count: 1 },
    { name: 'status: the same: make and sign', ours: taken.make, count: 1 },
  ]
}
