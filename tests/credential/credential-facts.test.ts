import { beforeAll, describe, expect, it, test } from 'vitest'
import { freightCodeFact, passFact } from '../../shared/credential/credential-facts.ts'
import { openCredential } from '../../shared/credential/open.ts'
import type { Opened, OpenOptions } from '../../shared/credential/open.ts'
import { sealFreightCode, sealPass } from '../../shared/credential/seal.ts'
import { hour, plus } from '../../shared/instant.ts'
import { freight, madeKey, now, office, partsOf, pass } from './kit.ts'

let desk: Awaited<ReturnType<typeof office>>
let code: string
let paper: string
beforeAll(async () => {
  desk = await office()
  code = await sealFreightCode(freight(), desk.freight.signer)
  paper = await sealPass(pass(), desk.pass.signer)
})

const open = (text: string, more: Partial<OpenOptions> = {}): Promise<Opened> =>
  openCredential(text, { keys: desk.keys, now, ...more })
const altered = (text: string) => {
  const { head, body, seal } = partsOf(text)
  return `${head}.${body.slice(0, 40)}${body[40] === 'A' ? 'B' : 'A'}${body.slice(41)}.${seal}`
}
const withdrawn = (standing: 'revoked' | 'suspended') => ({ standing: () => standing })

describe('a freight code', () => {
  test.each([
    ['the plate in it', '沪DX0001'],
    ['the same plate as typed', '沪d·x0001 '],
    ['its trailer', '沪DX001挂'],
    ['none yet', undefined],
  ])('counts when the plate seen is %s', async (_, plate) => {
    expect(freightCodeFact(await open(code), now, plate)).toEqual({ code: 'green', suspect: false })
  })

  it('on another truck counts as none, and is a lead (M7)', async () => {
    expect(freightCodeFact(await open(code), now, '豫HX0001')).toEqual({ code: null, why: 'mismatch', suspect: true })
  })

  it('G28: is green while the test in it holds, and grey from the lapse on, offline too', async () => {
    const opened = await open(code)
    expect(freightCodeFact(opened, plus(now, 20 * hour - 1))).toEqual({ code: 'green', suspect: false })
    expect(freightCodeFact(opened, plus(now, 20 * hour))).toEqual({ code: 'grey', why: 'test-lapsed', suspect: false })
  })

  it('opened in time and judged too late is grey', async () => {
    expect(freightCodeFact(await open(code), plus(now, 25 * hour))).toEqual({
      code: 'grey',
      why: 'expired',
      suspect: false,
    })
  })

  it('expired or not yet valid is grey', async () => {
    const late = plus(now, 25 * hour)
    const early = plus(now, -hour)
    expect(freightCodeFact(await open(code, { now: late }), late)).toEqual({
      code: 'grey',
      why: 'expired',
      suspect: false,
    })
    expect(freightCodeFact(await open(code, { now: early }), early)).toMatchObject({
      code: 'grey',
      why: 'not-yet-valid',
    })
  })

  it('G27: altered counts as none, and is a lead', async () => {
    expect(freightCodeFact(await open(altered(code)), now)).toEqual({ code: null, why: 'bad-signature', suspect: true })
  })

  it('G29: withdrawn counts as none', async () => {
    expect(freightCodeFact(await open(code, withdrawn('revoked')), now)).toEqual({
      code: null,
      why: 'revoked',
      suspect: false,
    })
    expect(freightCodeFact(await open(code, withdrawn('suspended')), now)).toMatchObject({
      code: null,
      why: 'suspended',
    })
  })

  it('of another kind, foreign or of an unknown key counts as none and is no lead', async () => {
    const stranger = await madeKey('freight')
    const unknown = await open(await sealFreightCode(freight(), stranger.signer))
    expect(freightCodeFact(await open(paper), now)).toEqual({ code: null, why: 'wrong-kind', suspect: false })
    expect(freightCodeFact(await open('HC1:X'), now)).toEqual({ code: null, why: 'not-ours', suspect: false })
    expect(freightCodeFact(unknown, now)).toEqual({ code: null, why: 'unknown-key', suspect: false })
  })

  test.each(['yellow', 'red', 'grey'] as const)('sealed %s stays %s', async (state) => {
    const { testLapsesAt: _, ...claims } = freight({ state })
    const opened = await open(await sealFreightCode(claims, desk.freight.signer))
    expect(freightCodeFact(opened, now)).toEqual({ code: state, suspect: false })
  })
})

describe('a pass', () => {
  const stateOf = async (text: string, more: Partial<OpenOptions> = {}, plate?: string) =>
    passFact(await open(text, more), more.now ?? now, plate)

  it('G25: valid on its own truck', async () => {
    expect(await stateOf(paper, {}, '沪D·X0001')).toEqual({ pass: { state: 'valid' } })
  })

  it('G26: on another truck is a mismatch', async () => {
    expect(await stateOf(paper, {}, '沪DX001挂')).toEqual({ pass: { state: 'mismatch' }, why: 'mismatch' })
  })

  it('G24: expired', async () => {
    expect(await stateOf(paper, { now: plus(now, 241 * hour) })).toEqual({ pass: { state: 'expired' }, why: 'expired' })
    expect(passFact(await open(paper), plus(now, 241 * hour))).toEqual({ pass: { state: 'expired' }, why: 'expired' })
  })

  it('altered is forged', async () => {
    expect(await stateOf(altered(paper))).toEqual({ pass: { state: 'forged' }, why: 'bad-signature' })
  })

  it('withdrawn, for now or for good, is revoked', async () => {
    expect(await stateOf(paper, withdrawn('revoked'))).toEqual({ pass: { state: 'revoked' }, why: 'revoked' })
    expect(await stateOf(paper, withdrawn('suspended'))).toEqual({ pass: { state: 'revoked' }, why: 'suspended' })
  })

  it('that cannot be read, is not ours or not yet valid counts as none', async () => {
    expect(await stateOf('')).toEqual({ pass: null, why: 'unreadable' })
    expect(await stateOf('WIFI:S:x;;')).toEqual({ pass: null, why: 'not-ours' })
    expect(await stateOf(code)).toEqual({ pass: null, why: 'wrong-kind' })
    expect(await stateOf(paper, { now: plus(now, -hour) })).toEqual({ pass: null, why: 'not-yet-valid' })
  })
})
