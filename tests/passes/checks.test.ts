import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, instant, plus } from '../../shared/instant.ts'
import { brokenCommitmentRemembered, flagsOf } from '../../shared/passes/checks.ts'
import type { Checked, EarlierPass } from '../../shared/passes/checks.ts'

const now = instant(Date.UTC(2022, 4, 16, 2))
const route = { from: '330402', to: '410823' }
const application = (more: Partial<Checked> = {}): Checked => ({
  ...route,
  plateKnown: true,
  earlier: [],
  now,
  ...more,
})
const earlier = (more: Partial<EarlierPass> = {}): EarlierPass => ({
  ...route,
  samePlate: true,
  mine: false,
  inForce: true,
  suspended: false,
  falseCommitmentAt: null,
  revokedForCauseAt: null,
  ...more,
})
const other = { to: '410822' }
const ago = (days: number) => ({ falseCommitmentAt: plus(now, -days * day), inForce: false })

describe('what asks for a person before a pass is issued', () => {
  it.each<[string, Checked, readonly string[]]>([
    ['nothing unusual', application(), []],
    ['a plate of an unknown form', application({ plateKnown: false }), ['plate-unknown']],
    ['loaded and unloaded in one county', application({ from: '410823' }), ['same-county']],
    ['the truck holds a pass for this route', application({ earlier: [earlier()] }), []],
    ['the truck holds one for another route', application({ earlier: [earlier(other)] }), ['another-route']],
    ['the same, its own applicant asks', application({ earlier: [earlier({ ...other, mine: true })] }), []],
    ['the same, it has run out', application({ earlier: [earlier({ ...other, inForce: false })] }), []],
    [
      'another truck of the company, another route',
      application({ earlier: [earlier({ ...other, samePlate: false })] }),
      [],
    ],
    [
      'its pass is suspended',
      application({ earlier: [earlier({ inForce: false, suspended: true })] }),
      ['pass-suspended'],
    ],
    [
      'the one it takes the place of is suspended, and the truck another',
      application({ earlier: [earlier({ inForce: false, suspended: true, mine: true, samePlate: false })] }),
      ['pass-suspended'],
    ],
    ['a false commitment 179 days ago', application({ earlier: [earlier(ago(179))] }), ['commitment-broken']],
    ['a false commitment 180 days ago', application({ earlier: [earlier(ago(180))] }), []],
    [
      'of another truck of the company',
      application({ earlier: [earlier({ ...ago(1), samePlate: false })] }),
      ['commitment-broken'],
    ],
    [
      'revoked for false data 179 days ago',
      application({ earlier: [earlier({ inForce: false, revokedForCauseAt: plus(now, -179 * day) })] }),
      ['revoked-for-cause'],
    ],
    [
      'the same 180 days ago',
      application({ earlier: [earlier({ inForce: false, revokedForCauseAt: plus(now, -180 * day) })] }),
      [],
    ],
    ['two at once', application({ plateKnown: false, from: '410823' }), ['plate-unknown', 'same-county']],
  ])('%s', (_, given, flags) => expect(flagsOf(given)).toEqual(flags))

  it('never the number of passes: there is no quota 应发尽发', () => {
    const harmless = fc.record({
      from: fc.constantFrom('330402', '310115'),
      to: fc.constant('410823'),
      samePlate: fc.constant(false),
      mine: fc.constant(false),
      inForce: fc.boolean(),
      suspended: fc.boolean(),
      falseCommitmentAt: fc.option(
        fc
          .integer({ min: brokenCommitmentRemembered, max: 9 * brokenCommitmentRemembered })
          .map((past) => plus(now, -past)),
      ),
      revokedForCauseAt: fc.constant(null),
    })
    const same = fc.record({ mine: fc.boolean(), inForce: fc.boolean() }).map((more) => earlier(more))
    fc.assert(
      fc.property(fc.array(fc.oneof(harmless, same), { maxLength: 300 }), fc.boolean(), (passes, plateKnown) => {
        expect(flagsOf(application({ plateKnown, earlier: passes }))).toEqual(flagsOf(application({ plateKnown })))
      }),
    )
  })
})
