import { describe, expect, it } from 'vitest'
import { checkOverlayFile, listEditions, overlayView } from '../../../schema/api/editions.ts'
import { sql } from '../../../server/store/db.ts'
import { proveOverlaysAgain } from '../../../server/usecases/overlay-again.ts'
import { refusal, statuses } from '../../kit/refusal.ts'
import { fromOutside, world } from '../../kit/world.ts'
import type { World } from '../../kit/world.ts'
import { beijingIso, hour, plus } from '../../../shared/instant.ts'
import { overlayFile } from '../../policy/overlay-kit.ts'
import { command } from './kit.ts'

const file = (parameters: Parameters<typeof overlayFile>[0], level = 'checkpoint') => overlayFile(parameters, { level })
const milder = { file: file({ testValidityHours: 72 }), place: 'JZ-G01' }
const stricter = { file: file({ testValidityHours: 24 }), place: 'JZ-G01' }

const tested = (road: World, hoursAgo: number) =>
  fromOutside('沪DX0001', {
    nucleicAcid: { result: 'negative', reportedAt: beijingIso(plus(road.clock.now(), -hoursAgo * hour)) },
  })

const overlaysOf = async (road: World) => {
  const { send } = await road.staff('supervisor')
  return (await send('GET', '/api/editions')).as(listEditions.answer).overlays
}

describe('an overlay that is stricter', { timeout: 30_000 }, () => {
  it('is refused with the truck it would have treated so, in both languages', async () => {
    const road = await world()
    const { clerk } = await command(road)
    const before = await road.rows()
    const answer = await clerk.send('POST', '/api/overlays', stricter)
    expect(refusal(answer)).toBe('409 OB-01 file.parameters')
    expect(JSON.stringify(answer.body)).toMatch(
      /属于层层加码.*上级：V.*起因：核酸阴性有效期（小时） 24（上级 48） \/ Stricter than its superior.*Superior: V/s,
    )
    expect(await road.rows()).toEqual(before)
  })

  it('can be tried by whoever may read, and shows what is stricter, shortest first', async () => {
    const road = await world()
    const { send } = await road.staff('supervisor')
    const checked = (await send('POST', '/api/overlays/check', stricter)).as(checkOverlayFile.answer)
    expect([checked.ok, checked.level]).toEqual([false, 'checkpoint'])
    expect(checked.counterexamples.map(({ above, below }) => `${above} ${below}`)).toContain('V10 V11')
    expect(checked.counterexamples[0]).toMatchObject({
      above: 'V10',
      below: 'V11',
      zh: expect.stringContaining('24小时1分钟'),
    })
    expect(checked.points).toBeGreaterThan(10_000)
    expect(refusal(await send('POST', '/api/overlays', milder))).toBe('403 AU-04')
  })
})

describe('a lawful overlay', { timeout: 30_000 }, () => {
  it('binds at its checkpoint only, from its acceptance on, until it is ended', async () => {
    const road = await world()
    const [here, there] = [await road.inspector('JZ-G01'), await road.inspector('JZ-G02')]
    const { clerk } = await command(road)
    const rowAt = async ({ uploads }: typeof here) => {
      const facts = tested(road, 60)
      const [result] = await uploads({ facts })
      return result?.row
    }
    expect([await rowAt(here), await rowAt(there)]).toEqual(['V11', 'V11'])
    road.forward(1)
    const overlay = (await clerk.send('POST', '/api/overlays', milder)).as(overlayView)
    expect(overlay).toMatchObject({ state: 'in-force', place: 'JZ-G01', settings: { testValidityHours: 72 } })
    road.forward(1)
    expect([await rowAt(here), await rowAt(there)]).toEqual(['V10', 'V11'])
    const end = await clerk.send('POST', `/api/overlays/${overlay.id}/end`, { reason: '县里撤回' })
    expect(end.as(overlayView)).toMatchObject({ state: 'ended', endReason: '县里撤回' })
    road.forward(1)
    expect([await rowAt(here), await rowAt(there)]).toEqual(['V11', 'V11'])
    expect(refusal(await clerk.send('POST', `/api/overlays/${overlay.id}/end`, { reason: '再停一次' }))).toBe(
      '409 OB-06',
    )
  })

  it('is one for each place: of two at once one is told', async () => {
    const road = await world()
    const { clerk, reviewer } = await command(road)
    const both = [clerk, reviewer].map(({ send }) => send('POST', '/api/overlays', milder))
    expect(statuses(await Promise.all(both))).toEqual([201, 409])
    expect((await overlaysOf(road)).map(({ state }) => state)).toEqual(['in-force'])
  })

  it.each<[string, string, object]>([
    ['no checkpoint of this name', '400 OB-02 place', { ...milder, place: 'JZ-G77' }],
    ['a county that has none', '400 OB-02 place', { file: file({ testValidityHours: 72 }, 'county'), place: '410102' }],
    [
      'written for a law of long ago',
      '409 OB-03 file.superior',
      {
        ...milder,
        file: { ...milder.file, superior: '2021-old' },
      },
    ],
    ['no basis', '400 OV-03 basis', { ...milder, file: { ...milder.file, basis: [] } }],
  ])('%s: refused', async (_, refused, given) => {
    const road = await world()
    const { clerk } = await command(road)
    expect(refusal(await clerk.send('POST', '/api/overlays', given))).toBe(refused)
  })
})

describe('when the law above changes', { timeout: 30_000 }, () => {
  it('settings that are lawful under it go on, proved again; others end and their checkpoint is told', async () => {
    const road = await world()
    const { clerk, publishes } = await command(road)
    await clerk.send('POST', '/api/overlays', milder)
    await clerk.send('POST', '/api/overlays', { file: file({ priorReleaseHours: 48 }), place: 'JZ-G02' })
    road.forward(5)
    await publishes({ values: { testValidity: 96 }, name: { zh: '核酸96小时', en: 'Tests hold 96 hours' } })
    road.forward(1)
    await proveOverlaysAgain(road.deps)
    const overlays = await overlaysOf(road)
    expect(overlays.map(({ place, state }) => `${place} ${state}`).toSorted()).toEqual([
      'JZ-G01 ended',
      'JZ-G02 ended',
      'JZ-G02 in-force',
    ])
    const told = sql
      .selectFrom('message')
      .select(['audience', 'ref', 'article'])
      .where('kind', '=', 'overlay-ended')
      .compile()
    expect(
      (await road.db.all(told)).map(({ audience, ref, article }) => `${audience} ${ref} ${article}`).toSorted(),
    ).toEqual(['checkpoint JZ-G01 henan-16#6', 'command null henan-16#6'])
    const before = await road.rows()
    await proveOverlaysAgain(road.deps)
    expect(await road.rows()).toEqual(before)
  })

  it('one that the command ends while it is proved again stays ended', async () => {
    const road = await world()
    const { clerk, publishes } = await command(road)
    const given = { file: file({ priorReleaseHours: 48 }), place: 'JZ-G02' }
    const { id } = (await clerk.send('POST', '/api/overlays', given)).as(overlayView)
    road.forward(5)
    await publishes({ values: { testValidity: 96 } })
    const proving = proveOverlaysAgain(road.deps)
    await new Promise((done) => setTimeout(done, 5))
    expect((await clerk.send('POST', `/api/overlays/${id}/end`, { reason: '本站停用该设定' })).status).toBe(200)
    await proving
    expect((await overlaysOf(road)).map(({ state }) => state)).toEqual(['ended'])
    expect((await clerk.send('POST', `/api/overlays/${id}/end`, { reason: '本站停用该设定' })).status).toBe(409)
  })

  it('every checkpoint of a county is told when its county’s end', async () => {
    const road = await world()
    const { clerk, publishes } = await command(road)
    await clerk.send('POST', '/api/overlays', { file: file({ testValidityHours: 72 }, 'county'), place: '410822' })
    await publishes({ values: { testValidity: 96 } })
    road.forward(1)
    await proveOverlaysAgain(road.deps)
    const told = sql.selectFrom('message').select(['audience', 'ref']).where('kind', '=', 'overlay-ended').compile()
    expect((await road.db.all(told)).map(({ audience, ref }) => `${audience} ${ref}`).toSorted()).toEqual([
      'checkpoint JZ-G01',
      'checkpoint JZ-G02',
      'command null',
    ])
  })

  it('until then they rest: a checkpoint is never stricter than the law above it', async () => {
    const road = await world()
    const here = await road.inspector('JZ-G01')
    const { clerk, publishes } = await command(road)
    await clerk.send('POST', '/api/overlays', milder)
    road.forward(5)
    await publishes({ values: { testValidity: 96 } })
    road.forward(1)
    const [result] = await here.uploads({ facts: tested(road, 90) })
    expect(result?.row).toBe('V10')
  })
})

it('the server answers others while it proves', { timeout: 30_000 }, async () => {
  const road = await world()
  const { clerk } = await command(road)
  const order: string[] = []
  const proving = clerk.send('POST', '/api/overlays', milder).then(() => order.push('proved'))
  await new Promise((done) => setTimeout(done, 5))
  await road.anyone('GET', '/api/checkpoints').then(() => order.push('answered'))
  await proving
  expect(order).toEqual(['answered', 'proved'])
})
