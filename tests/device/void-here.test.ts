import { describe, expect, it } from 'vitest'
import { allHeldAgainst, heldAgainst } from '../../checkpoint-app/device/void-here.ts'
import { beijingIso, plus } from '../../shared/instant.ts'
import { freight, now, pass } from '../credential/kit.ts'
import { view } from '../inspector/booth.ts'

const code = { ok: true, kind: 'freight', claims: freight(), state: 'green', token: 't', carrier: 'paper' } as const
const paper = { ok: true, kind: 'pass', claims: pass(), state: 'valid', token: 't' } as const
const says = (reason: string) => ({ ok: false, reason })

describe('what the server says of the truck is held against what was scanned', () => {
  it.each([
    ['issued before the change', freight().trip, 1, says('revoked')],
    ['issued in the second of the change', freight().trip, 0, { ok: true }],
    ['of another trip', 'T2205160009', 1, { ok: true }],
  ])('a freight code %s', (_, trip, seconds, expected) => {
    const online = view({ voidCodes: [{ trip, before: beijingIso(plus(now, seconds * 1000)) }] })
    expect(heldAgainst(code, online)).toMatchObject(expected)
    expect(heldAgainst(paper, online)).toBe(paper)
  })

  it.each(['revoked', 'suspended'] as const)('a pass that is %s, and only that one', (standing) => {
    const voided = (number: string) => heldAgainst(paper, view({ voidPasses: [{ number, standing }] }))
    expect(voided(pass().number)).toMatchObject({ ...says(standing), kind: 'pass', claims: pass() })
    expect(voided('410800000999')).toBe(paper)
  })

  it('both, when it answers after the scan; nothing without an answer', () => {
    const online = view({ voidPasses: [{ number: pass().number, standing: 'revoked' }] })
    expect(allHeldAgainst({ freight: code, pass: paper }, online)).toMatchObject({
      freight: code,
      pass: says('revoked'),
    })
    expect(allHeldAgainst({ freight: null }, online)).toEqual({})
    expect(heldAgainst(paper, undefined)).toBe(paper)
    expect(heldAgainst(paper, view({}))).toBe(paper)
  })
})
