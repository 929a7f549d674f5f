/** What phones upload and the server records, judged again from the database alone. */
import { expect, test } from 'vitest'
import { replay } from '../../server/cli/replay.ts'
import { beijingIso, day, minute, plus } from '../../shared/instant.ts'
import { overlayEdition } from '../../shared/policy/overlay-edition.ts'
import { parseOverlay, superiorOf } from '../../shared/policy/overlay.ts'
import { fromOutside, inProvince, world } from '../kit/world.ts'
import { overlayFile, superior } from '../policy/overlay-kit.ts'

test('a shift of records comes out as it was recorded, and a draft says what it would have changed', async () => {
  const road = await world()
  const inspector = await road.inspector('JZ-G01')
  const made = road.clock.now()
  const reportedAt = beijingIso(plus(made, -30 * 60 * minute))
  const shown = [
    inProvince('豫HX0001'),
    fromOutside('沪DX0001', { nucleicAcid: { result: 'negative', reportedAt } }),
    fromOutside('沪DX0002', { nucleicAcid: null }),
    fromOutside('沪DX0003', { nucleicAcid: null, antigen: 'negative', healthCode: 'yellow' }),
    fromOutside('沪DX0004', { nucleicAcid: null, antigen: 'positive' }),
    { ...inProvince('豫HX0005'), crew: [{ riskStay: true }, { role: 'escort' }], offline: true },
  ]
  const results = await inspector.uploads(...shown.map((facts) => ({ facts })))
  expect(results.map(({ row }) => row)).toEqual(['V5', 'V10', 'V11', 'V14', 'V1', 'V3'])

  const span = { from: plus(made, -day), until: plus(made, day) }
  const again = await replay(road.db, span, undefined)
  expect([again.tally.inspections, again.shown]).toEqual([6, []])

  const draft = overlayEdition(parseOverlay(overlayFile({ testValidityHours: 24 })), superiorOf(superior.id))
  const { tally } = await replay(road.db, span, draft)
  expect([...tally.moved]).toEqual([['V10 V11', 1]])
  expect([tally.stricter, tally.milder, tally.testsMore, tally.testsFewer]).toEqual([1, 0, 1, 0])
})
