import { expect, test } from 'vitest'
import { passSaid } from '../../checkpoint-app/driver/pass-said.ts'
import { beijingIso, day, plus } from '../../shared/instant.ts'
import { now } from '../policy/truck.ts'

const pass = {
  number: '410800000123',
  state: 'valid' as const,
  plate: '豫HX0001',
  from: '330402',
  to: '410823',
  cargo: '09' as const,
  validFrom: beijingIso(plus(now, -day)),
  validTo: beijingIso(plus(now, day)),
  issuer: '410800',
  token: 't',
  qr: 'q',
}
const words = { zh: '申请信息与实际不符', en: 'x' }

test.each([
  ['valid', {}, now, { state: 'valid', mayApplyAgain: false }],
  ['run out on a phone without a network', {}, plus(now, 2 * day), { state: 'expired', mayApplyAgain: true }],
  [
    'its trip has changed: another one at once',
    { state: 'revoked' as const },
    now,
    { state: 'revoked', mayApplyAgain: true },
  ],
  [
    'revoked for cause: why, and the way to another',
    { state: 'revoked' as const, standing: { state: 'revoked' as const, ...words } },
    now,
    { state: 'revoked', suspended: false, why: words, mayApplyAgain: true },
  ],
  [
    'suspended says so',
    { state: 'revoked' as const, standing: { state: 'suspended' as const, ...words } },
    now,
    { suspended: true, mayApplyAgain: false },
  ],
])('%s', (_, more, at, said) => {
  expect(passSaid({ ...pass, ...more }, at)).toMatchObject(said)
})
