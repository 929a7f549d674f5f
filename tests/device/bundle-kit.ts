import { base64url } from 'jose'
import type * as z from 'zod/mini'
import { bundleKeeper } from '../../checkpoint-app/device/bundle-keeper.ts'
import type { Manifest } from '../../checkpoint-app/device/bundle.ts'
import type { BundleAnswer, BundleHave, Reply, Server } from '../../checkpoint-app/device/server.ts'
import type { bundleParts, PartName } from '../../schema/api/bundle.ts'
import { toJwks } from '../../shared/credential/keys.ts'
import { packSnapshot } from '../../shared/credential/status-snapshot.ts'
import { beijingIso, day, hour, plus } from '../../shared/instant.ts'
import { crewTag, importTagKey } from '../../shared/sync/crew-tag.ts'
import { digestOf } from '../../shared/sync/manifest.ts'
import { madeKey, now } from '../credential/kit.ts'
import { memoryStore } from './memory-store.ts'

export const terminal = '0190a6b0-0000-7000-8000-0000000000f1'
export const sealer = await madeKey('bundle')
export const nextSealer = await madeKey('bundle')
export const freightKey = await madeKey('freight')
export const jwks = toJwks([sealer.jwk, freightKey.jwk])

const key = base64url.encode(new Uint8Array(32).fill(7))
export const tagKey = await importTagKey(key)
export const zhang = await crewTag(tagKey, '张', '0015')

export type Parts = { [Name in PartName]: z.infer<(typeof bundleParts)[Name]> }

export const snapshot = (version = 0, revoked: readonly number[] = []) => ({
  version,
  snapshot: base64url.encode(
    packSnapshot({
      version,
      base: 'https://x.example/status/',
      lists: new Map([[1, { revoked: Uint32Array.from(revoked), suspended: new Uint32Array() }]]),
    }),
  ),
})

export const everyPart: Parts = {
  keys: { keys: jwks.keys.map((each) => ({ ...each })) },
  'tag-key': { day: '2022-05-16', key },
  settings: {
    inspector: { id: '0190a6b0-0000-7000-8000-0000000000a1', name: '查验示例' },
    checkpoint: { id: 'JZ-G01', name: '焦作西站', county: '410822' },
    lane: 1,
  },
  law: { amendments: [], overlays: [] },
  standing: snapshot(),
  withdrawn: [],
  'risk-areas': [{ region: '310115', name: '示例镇', level: 'medium', from: '2022-05-10T00:00:00+08:00' }],
  listed: { red: zhang },
  whitelist: [['AAAAAA', 0, 1, false, null]],
  'prior-releases': { checkpoints: {}, releases: [] },
  expected: '',
}

type Made = {
  parts?: Partial<Parts>
  manifest?: Partial<Manifest>
  by?: typeof sealer
  typ?: string
  leave?: PartName[]
}

/** What the server answers to a phone that has nothing. */
export async function answered({
  parts,
  manifest,
  by = sealer,
  typ = 'cxb+jwt',
  leave = [],
}: Made = {}): Promise<BundleAnswer> {
  const texts = Object.entries({ ...everyPart, ...parts }).map(([name, content]) => ({
    name,
    text: JSON.stringify(content),
  }))
  const named = await Promise.all(texts.map(async ({ name, text }) => ({ name, text, digest: await digestOf(text) })))
  const content = {
    seq: 5,
    madeAt: beijingIso(now),
    staleAt: beijingIso(plus(now, hour)),
    expiresAt: beijingIso(plus(now, day)),
    edition: 'e',
    terminal,
    parts: Object.fromEntries(named.map(({ name, digest }) => [name, digest])),
    ...manifest,
  }
  const left = named.filter(({ name }) => !leave.some((each) => each === name))
  return {
    signed: await signed(content, { by, typ }),
    parts: Object.fromEntries(left.map(({ digest, text }) => [digest, text])),
  }
}

async function signed(content: object, { by, typ }: { by: typeof sealer; typ: string }): Promise<string> {
  const input = [{ alg: 'ES256', kid: by.jwk.kid, typ }, content]
    .map((part) => base64url.encode(JSON.stringify(part)))
    .join('.')
  return `${input}.${base64url.encode(await by.signer.sign(new TextEncoder().encode(input)))}`
}

/** A server of which only the bundle and the public keys are asked. */
export function bundleServer() {
  let next: Reply<BundleAnswer> = { ok: false, trouble: { kind: 'offline' } }
  let published: Reply<unknown> = { ok: false, trouble: { kind: 'offline' } }
  const asked: BundleHave[] = []
  const unused = () => Promise.reject(new Error('not called here'))
  const server: Server = {
    bind: unused,
    publicKeys: async () => published,
    plate: unused,
    number: unused,
    appeals: unused,
    appeal: unused,
    report: unused,
    inspections: unused,
    register: unused,
    alerts: unused,
    alertSeen: unused,
    reportQueue: unused,
    shiftEvents: unused,
    shiftBefore: unused,
    pushKey: unused,
    pushAdd: unused,
    pushRemove: unused,
    evidence: unused,
    bundle: async (have) => {
      asked.push(have)
      if (!next.ok) return next
      // As the server does: what the phone has is not sent again.
      const parts = Object.entries(next.value.parts).filter(([digest]) => !have.have.includes(digest))
      return { ok: true, value: { ...next.value, parts: Object.fromEntries(parts) } }
    },
  }
  return {
    server,
    asked,
    says: (answer: BundleAnswer) => void (next = { ok: true, value: answer }),
    publishes: (keys: unknown) => void (published = { ok: true, value: keys }),
  }
}

/** What a phone that is bound keeps, and the server that it asks; `start`: its page opened again. */
export async function bound() {
  const store = memoryStore()
  await store.write('jwks', jwks)
  const server = bundleServer()
  const start = () => bundleKeeper(store, server.server, terminal)
  return { store, ...server, start, keeper: await start() }
}
