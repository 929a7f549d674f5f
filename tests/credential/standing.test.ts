import { describe, expect, it } from 'vitest'
import { openCredential } from '../../shared/credential/open.ts'
import { sealFreightCode, sealPass } from '../../shared/credential/seal.ts'
import { standingFrom } from '../../shared/credential/standing.ts'
import type { Snapshot } from '../../shared/credential/status-snapshot.ts'
import { day, plus } from '../../shared/instant.ts'
import { freight, now, office, pass } from './kit.ts'

const base = 'https://cx.jiaozuo.gov.cn/status/'
const { index, uri } = pass().status
const lists: Snapshot = {
  version: 3,
  base,
  lists: new Map([[7, { revoked: Uint32Array.of(index), suspended: Uint32Array.of(index + 1) }]]),
}

describe('what is known here of a pass', () => {
  it.each([
    ['revoked at its place', { index, uri }, 'revoked'],
    ['suspended at its place', { index: index + 1, uri }, 'suspended'],
    ['nothing at its place', { index: index + 2, uri }, undefined],
    ['another list of ours', { index, uri: `${base}8` }, undefined],
    ['another city’s list of the same number', { index, uri: 'https://cx.luoyang.gov.cn/status/7' }, undefined],
    ['an address that only begins like ours', { index, uri: `${base}7/7` }, undefined],
    ['the number in other words', { index, uri: `${base}07` }, undefined],
    ['no number', { index, uri: base }, undefined],
  ])('%s', (_, status, expected) => expect(standingFrom({ lists })(pass({ status }))).toBe(expected))

  it('without any list it stands as it is, and a freight code is on none', () => {
    expect(standingFrom({})(pass())).toBeUndefined()
    expect(standingFrom({ lists })(freight())).toBeUndefined()
  })
})

describe('what is known here of a freight code', () => {
  it.each([
    ['issued the second before', -1000, undefined],
    ['issued in that second', 0, undefined],
    ['voided a second later', 1000, 'revoked'],
  ])('%s', (_, later, expected) => {
    const withdrawn = new Map([[freight().trip, plus(now, later)]])
    expect(standingFrom({ withdrawn })(freight())).toBe(expected)
    expect(standingFrom({ withdrawn })(freight({ trip: 'T2205160002' }))).toBeUndefined()
  })
})

describe('opened with what is known', () => {
  it('revoked is told before expired, suspended after it', async () => {
    const issuer = await office()
    const opens = async (token: string, at = now) => openCredential(token, { keys: issuer.keys, now: at, standing })
    const standing = standingFrom({ lists, withdrawn: new Map([[freight().trip, plus(now, 1000)]]) })
    const late = plus(now, 20 * day)
    const revoked = await sealPass(pass(), issuer.pass.signer)
    const suspended = await sealPass(pass({ status: { index: index + 1, uri } }), issuer.pass.signer)
    const code = await sealFreightCode(freight(), issuer.freight.signer)
    expect([
      await opens(revoked),
      await opens(revoked, late),
      await opens(suspended),
      await opens(suspended, late),
      await opens(code),
    ]).toMatchObject(['revoked', 'revoked', 'suspended', 'expired', 'revoked'].map((reason) => ({ ok: false, reason })))
  })
})
