import { expect, test } from 'vitest'
import { beijingIso, plus } from '../../shared/instant.ts'
import { freight, pass } from '../credential/kit.ts'
import { now } from '../policy/truck.ts'
import { scannedFreight, scannedPass, truckArrives, truckSeen, view } from './booth.ts'

const online = view({
  voidCodes: [{ trip: freight().trip, before: beijingIso(plus(now, 1000)) }],
  voidPasses: [{ number: pass().number, standing: 'suspended' }],
})
const revoked = { ok: false, reason: 'revoked' }

test('scanned first, then looked up: what was withdrawn a moment ago counts no more, and nobody waits for a bundle', async () => {
  const seen = truckArrives()
    .happens({ type: 'code-read', opened: await scannedFreight() })
    .happens({ type: 'code-read', opened: await scannedPass() })
  expect(seen.session.known.freight).toMatchObject({ ok: true })
  const { known } = seen.lookedUp(online).session
  expect([known.freight, known.pass]).toMatchObject([revoked, { reason: 'suspended' }])
})

test('looked up first, then scanned: the same, and the truck goes on as one without', async () => {
  const seen = truckSeen()
    .lookedUp(online)
    .happens({ type: 'code-read', opened: await scannedFreight() })
  expect(seen.session.known.freight).toMatchObject(revoked)
  expect(seen.says()).not.toMatch(/M7/)
})
