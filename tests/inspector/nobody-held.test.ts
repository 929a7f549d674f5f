import { expect, test } from 'vitest'
import { refusalCodes, type Opened, type RefusalReason } from '../../shared/credential/open.ts'
import { papers, scannedFreight, scannedPass, trip, truckSeen, view } from './booth.ts'

const reasons = Object.keys(refusalCodes) as RefusalReason[]
const refused = (reason: RefusalReason, kind: 'freight' | 'pass'): Opened => ({
  ok: false,
  reason,
  code: refusalCodes[reason],
  kind,
})
const local = view({ trip: trip({ scope: 'in-province' }) })
const rowOf = (said: string) => said.split(' ')[0]

test.each(reasons.flatMap((reason) => (['freight', 'pass'] as const).map((kind) => [reason, kind] as const)))(
  'a credential that is %s (%s) holds nobody: in the province V6, from outside V10 by the papers, with or without a network',
  (reason, kind) => {
    const shown = truckSeen().happens({ type: 'code-read', opened: refused(reason, kind) })
    expect(rowOf(shown.lookedUp(local).says())).toBe('V6')
    expect(
      rowOf(
        shown
          .lookedUp(view({ trip: trip() }))
          .answers(0, papers())
          .says(),
      ),
    ).toBe('V10')
    const offline = shown.lookedUp(undefined).happens({ type: 'no-freight-code' })
    expect(rowOf(offline.happens({ type: 'scope-said', scope: 'in-province' }).says())).toBe('V6')
  },
)

test('another truck’s code or pass counts as none, and the truck drives on', async () => {
  for (const opened of [await scannedFreight({ plate: '豫HX0009' }), await scannedPass({ plate: '豫HX0009' })])
    expect(truckSeen().happens({ type: 'code-read', opened }).lookedUp(local).says()).toBe('V6 +M7')
})
