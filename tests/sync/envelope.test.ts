import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { Fault } from '../../shared/fault.ts'
import { es256Signer } from '../../shared/credential/seal.ts'
import { inspectionOf, parseEnvelope } from '../../shared/sync/envelope.ts'
import { readSealed, sealEnvelope, verifySealed } from '../../shared/sync/sealed-envelope.ts'
import { reconcile } from '../../shared/sync/reconcile.ts'
import { crewTag, importTagKey } from '../../shared/sync/crew-tag.ts'
import { envelopeOf, newPhone } from '../kit/phone.ts'

const bound = { terminal: '01970000-0000-7000-8000-000000000001', checkpoint: { id: 'JZ-G01' }, lane: 1 }
const envelope = envelopeOf(bound, {
  madeAt: '2022-05-16T10:00:00+08:00',
  facts: {
    trip: { scope: 'in-province' },
    vehicle: { plate: '豫HX0001', freight: true },
    freightCode: 'green',
    crew: [{ role: 'driver' }],
  },
  crew: [{ surname: '欧阳', idTail: '005X' }],
})

const fault = (act: () => unknown) => {
  try {
    act()
  } catch (cause) {
    if (cause instanceof Fault) return [cause.code, cause.path].filter(Boolean).join(' ')
    throw cause
  }
  return 'fine'
}

describe('an envelope', () => {
  it('holds the facts of one moment', () => {
    const { id, now, facts } = inspectionOf(parseEnvelope(JSON.parse(JSON.stringify(envelope))))
    expect([id, now, facts.vehicle?.plate]).toEqual([envelope.id, Date.parse(envelope.madeAt), '豫HX0001'])
  })

  it.each([
    ['a missing lane', { lane: undefined }, 'RC-02 lane'],
    ['an id of its own kind', { id: '7' }, 'RC-02 id'],
    ['a local time', { madeAt: '2022-05-16T10:00:00' }, 'RC-02 madeAt'],
    ['a field more', { extra: 1 }, 'RC-02'],
    ['nine crew', { crew: Array.from({ length: 9 }, () => ({ surname: '', idTail: '' })) }, 'RC-02 crew'],
    ['a settlement of nobody’s list', { settled: 'sent-away' }, 'RC-02 settled'],
    ['a longer tail', { crew: [{ surname: '李', idTail: '12345' }] }, 'RC-02 crew.0.idTail'],
  ])('with %s is refused: %s', (_title, more, answer) => {
    expect(fault(() => parseEnvelope({ ...envelope, ...more }))).toBe(answer)
  })

  it.each([
    ['a moment of its own', { now: envelope.madeAt }, 'RC-02 facts'],
    ['no crew', { crew: undefined }, 'FA-02 facts.crew'],
    [
      'a result after the moment',
      { crew: [{ nucleicAcid: { result: 'negative', reportedAt: '2022-05-16T10:03:00+08:00' } }] },
      'facts.crew.0.nucleicAcid.reportedAt',
    ],
  ])('whose facts have %s is refused', (_title, more, answer) => {
    expect(fault(() => inspectionOf({ ...envelope, facts: { ...envelope.facts, ...more } }))).toContain(answer)
  })
})

describe('its seal', () => {
  it('holds as it was made, and no longer when a character changes', async () => {
    const phone = await newPhone()
    const token = await sealEnvelope(envelope, es256Signer(bound.terminal, phone.privateKey))
    const key = await crypto.subtle.importKey('jwk', phone.publicKey, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'verify',
    ])
    const sealed = readSealed(token)
    expect([sealed.terminal, sealed.json, await verifySealed(sealed, key)]).toEqual([bound.terminal, envelope, true])
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: token.length - 1 }),
        fc.constantFrom('A', 'B', '-', '.', '=', ' '),
        async (at, sign) => {
          const altered = token.slice(0, at) + sign + token.slice(at + 1)
          if (altered === token) return true
          const opened = fault(() => readSealed(altered))
          return opened.startsWith('RC-01') || !(await verifySealed(readSealed(altered), key))
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each(['', '.', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.', 'x'.repeat(17_000)])('nothing else is one: %#', (text) => {
    expect(fault(() => readSealed(text))).toBe('RC-01')
  })
})

it('two verdicts agree by row and outcome; another edition is told beside', () => {
  const server = { row: 'V8', outcome: 'release', edition: 'b' }
  expect(reconcile({ ...server }, server)).toEqual({ agrees: true, otherEdition: false })
  expect(reconcile({ ...server, edition: 'a' }, server)).toEqual({ agrees: true, otherEdition: true })
  expect(reconcile({ row: 'V10', outcome: 'release', edition: 'b' }, server)).toEqual({
    agrees: false,
    otherEdition: false,
  })
})

it('a crew tag is what the bundle says: 4 bytes of an HMAC over surname and tail, X written large', async () => {
  const key = await importTagKey(Buffer.alloc(32, 7).toString('base64url'))
  const { createHmac } = await import('node:crypto')
  const expected = createHmac('sha256', Buffer.alloc(32, 7))
    .update('欧阳|005X')
    .digest()
    .subarray(0, 4)
    .toString('base64url')
  expect([await crewTag(key, '欧阳', '005X'), await crewTag(key, '欧阳', '005x')]).toEqual([expected, expected])
})
