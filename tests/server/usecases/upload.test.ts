import { describe, expect, it } from 'vitest'
import { listInspections } from '../../../schema/api/inspections.ts'
import { sql } from '../../../server/store/db.ts'
import { ledgersOf } from '../../../server/usecases/code-ledger.ts'
import { sealed } from '../../kit/phone.ts'
import { li } from '../../kit/people.ts'
import { fromOutside, inProvince, world } from '../../kit/world.ts'

type World = Awaited<ReturnType<typeof world>>
const li0031 = [{ surname: '李', idTail: '0031' }]
const personOf = (road: World) => road.deps.vault.tag('person', `id-card:${li.number}`)
/** What is open, waits or was taken back in the ledger of the driver. */
async function states(road: World): Promise<string[]> {
  const person = await personOf(road)
  const ledger = (await ledgersOf(road.deps, [person])).get(person)!
  return [
    ...ledger.open.map(({ reason, ground }) => `${reason} open ${ground}`),
    ...ledger.proposed.map(({ reason, ground }) => `${reason} proposed ${ground}`),
    ...ledger.closed.map(({ reason, closed }) => `${reason} ${closed.way}`),
  ]
}
const tasks = (road: World) => road.db.all(sql.selectFrom('task').select(['kind', 'state']).orderBy('kind').compile())
const said = (
  results: readonly { status: string; row: string | null; error: { code: string; path?: string } | null }[],
) =>
  results.map(({ status, row, error }) =>
    error === null ? `${status} ${row}` : [status, error.code, error.path].filter(Boolean).join(' '),
  )

describe('uploading inspections', () => {
  it('sent again, sent twice in one batch and sent twice at once: one record, the same answer', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const item = await sealed(inspector.phone, inspector.judges({ facts: inProvince('豫HX0001') }))
    const both = await Promise.all([inspector.uploads(item, item), inspector.uploads(item)])
    expect(
      both
        .flat()
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['already', 'already', 'recorded'])
    expect(both.flat().every(({ row, agrees }) => row === 'V5' && agrees === true)).toBe(true)
    expect(said(await inspector.uploads(item))).toEqual(['already V5'])
    expect((await road.rows())['inspection']).toBe(1)
  })

  it('what a released terminal kept is brought by another phone, and recorded as its own; what it made later is not', async () => {
    const road = await world()
    const [first, carrier] = [await road.inspector('JZ-G01'), await road.inspector('JZ-G01', 2)]
    const kept = await sealed(first.phone, first.judges({ facts: inProvince('豫HX0001') }))
    road.forward(1)
    const path = `/api/terminals/${first.bound.terminal}/release`
    expect((await first.head.send('POST', path, { reason: '手机损坏' })).status).toBe(200)
    road.forward(20)
    const later = await sealed(first.phone, first.judges({ facts: inProvince('豫HX0001') }))
    expect(said(await carrier.uploads(kept, later, {}))).toEqual([
      'recorded V5',
      'refused RC-15 madeAt',
      expect.stringContaining('recorded'),
    ])
    expect(said(await carrier.uploads(kept))).toEqual(['already V5'])
    const query = sql.selectFrom('inspection').select(['terminal_id', 'staff_id', 'lane']).orderBy('lane')
    const whose = (by: typeof first, lane: number) => ({ terminal_id: by.bound.terminal, staff_id: by.id, lane })
    expect(await road.db.all(query.compile())).toEqual([whose(first, 1), whose(carrier, 2)])
  })

  it('one bad item leaves the others recorded, and each says what is wrong', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const other = await road.inspector('JZ-G02')
    const facts = inProvince('豫HX0001')
    const good = inspector.judges({ facts })
    const token = await sealed(inspector.phone, good)
    const altered = [
      token.split('.')[0],
      Buffer.from(JSON.stringify({ ...good, lane: 2 })).toString('base64url'),
      token.split('.')[2],
    ].join('.')
    const results = await inspector.uploads(
      token,
      'nonsense',
      altered,
      await sealed(other.phone, other.judges({ facts })),
      await sealed(other.phone, inspector.judges({ facts })),
      { checkpoint: 'JZ-G02' },
      await sealed(inspector.phone, { ...good, id: crypto.randomUUID(), facts: { ...facts, colour: 'red' } }),
      await sealed(inspector.phone, { ...good, id: crypto.randomUUID(), facts: { ...facts, crew: [] } }),
      await sealed(inspector.phone, { ...good, id: crypto.randomUUID(), app: '' }),
      token + 'A'.repeat(16_000),
      { facts },
    )
    expect(said(results)).toEqual([
      'recorded V5',
      'refused RC-01',
      'refused RC-04 signature',
      'refused RC-03 terminal',
      'refused RC-04 signature',
      'refused RC-11 checkpoint',
      'refused FA-01 facts.colour',
      'refused FA-06 facts.crew',
      'refused RC-02 app',
      'refused RC-01',
      'recorded V5',
    ])
    expect((await road.rows())['inspection']).toBe(2)
  })

  it('a record of the future is refused beyond five minutes; an old one is judged by its own moment', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const results = await inspector.uploads(
      { madeAt: '2022-05-16T10:05:00+08:00' },
      { madeAt: '2022-05-16T10:05:01+08:00' },
      {
        madeAt: '2022-05-10T10:00:00+08:00',
        facts: fromOutside('沪DX0001', {
          nucleicAcid: { result: 'negative', reportedAt: '2022-05-08T10:00:00+08:00' },
        }),
      },
    )
    expect(said(results)).toEqual(['recorded V5', 'refused RC-05 madeAt', 'recorded V10'])
  })

  it.each([
    ['0001-01-01T00:00:00Z', 'recorded V5', '0001-01-01T08:00:00+08:00'],
    ['0000-01-01T00:00:00+14:00', 'refused FA-05 madeAt', undefined],
  ])('a phone whose clock says %s: %s, and the ledger can be read', async (madeAt, answer, shown) => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const envelope = { ...inspector.judges({ facts: inProvince('豫HX0001') }), madeAt }
    expect(said(await inspector.uploads(await sealed(inspector.phone, envelope)))).toEqual([answer])
    const page = (await (await road.staff('dispatcher')).send('GET', '/api/inspections')).as(listInspections.answer)
    expect(page.items.map((item) => item.madeAt)).toEqual(shown === undefined ? [] : [shown])
  })

  it('a phone that judged otherwise is recorded with both verdicts and marked', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const verdict = { row: 'V8', outcome: 'release', edition: 'of its own' }
    const [result] = await inspector.uploads({ facts: fromOutside('沪DX0001', { nucleicAcid: null }), verdict })
    expect(result).toMatchObject({ status: 'recorded', row: 'V11', agrees: false })
    const admin = await road.staff('admin')
    expect((await admin.send('GET', `/api/inspections/${result?.id}`)).body).toMatchObject({
      inspection: { row: 'V8', serverRow: 'V11', agrees: false },
      deviceVerdict: verdict,
      verdict: { row: 'V11', outcome: 'test-first' },
    })
  })

  it('the same id with other content, or from another phone, is refused', async () => {
    const road = await world()
    const [inspector, other] = [await road.inspector('JZ-G01'), await road.inspector('JZ-G02')]
    const id = crypto.randomUUID()
    expect(said(await inspector.uploads({ id }, { id, lane: 1, app: 'other' }))).toEqual([
      'recorded V5',
      'refused RC-07 id',
    ])
    expect(said(await other.uploads({ id }))).toEqual(['refused RC-06 id'])
  })

  it('opens Y1 at once, only proposes red, and leaves the tasks of the verdict', async () => {
    const road = await world()
    const { trip } = await road.driver('沪DX0001').registers()
    const inspector = await road.inspector('JZ-G01')
    const at = { trip: trip.id, crew: li0031 }
    const valid = { nucleicAcid: { result: 'negative', reportedAt: '2022-05-16T08:00:00+08:00' } }
    await inspector.uploads({ ...at, facts: fromOutside('沪DX0001', { ...valid, healthCode: 'yellow' }) })
    await inspector.uploads({ ...at, facts: fromOutside('沪DX0001', { ...valid, healthCode: 'red', riskStay: true }) })
    expect(await states(road)).toEqual([
      'Y1 open health-code-yellow',
      'R1 proposed risk-stay',
      'R2 proposed health-code-red',
    ])
    expect((await tasks(road)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['escort', 'contactless']))
  })

  it('nobody is named when surname and tail fit nobody', async () => {
    const road = await world()
    const { trip } = await road.driver('沪DX0001').registers()
    const inspector = await road.inspector('JZ-G01')
    const facts = fromOutside('沪DX0001', {
      nucleicAcid: { result: 'negative', reportedAt: '2022-05-16T08:00:00+08:00' },
      healthCode: 'yellow',
    })
    const before = (await road.rows())['code_event']
    const [result] = await inspector.uploads({ facts, trip: trip.id, crew: [{ surname: '王', idTail: '0031' }] })
    expect(result).toMatchObject({ status: 'recorded', row: 'V13' })
    expect([(await road.rows())['code_event'], await states(road)]).toEqual([before, []])
  })
})

describe('undoing', () => {
  const yellow = fromOutside('沪DX0001', {
    nucleicAcid: { result: 'negative', reportedAt: '2022-05-16T08:00:00+08:00' },
    healthCode: 'yellow',
  })

  it('within two minutes, by the same phone, once: reasons and tasks of the first are taken back', async () => {
    const road = await world()
    const [inspector, other] = [await road.inspector('JZ-G01'), await road.inspector('JZ-G02')]
    const { trip } = await road.driver('沪DX0001').registers()
    const [first] = await inspector.uploads({ facts: yellow, trip: trip.id, crew: li0031 })
    const corrects = first!.id!
    expect(await states(road)).toEqual(['Y1 open health-code-yellow'])
    road.forward(2)
    expect(said(await other.uploads({ corrects }))).toEqual(['refused RC-08 corrects'])
    expect(said(await inspector.uploads({ corrects }))).toEqual(['recorded V5'])
    expect(await states(road)).toEqual(['Y1 corrected'])
    expect((await tasks(road)).every(({ state }) => state === 'withdrawn')).toBe(true)
    expect(said(await inspector.uploads({ corrects }))).toEqual(['refused RC-10 corrects'])
    const admin = await road.staff('admin')
    expect((await admin.send('GET', '/api/inspections')).body).toMatchObject({
      items: [
        { corrects, correctedBy: null },
        { id: corrects, correctedBy: expect.any(String) },
      ],
    })
  })

  it('not after two minutes, not before the record, not of one that is not here', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const [first] = await inspector.uploads({})
    const corrects = first!.id!
    const results = await inspector.uploads(
      { corrects, madeAt: '2022-05-16T10:02:01+08:00' },
      { corrects, madeAt: '2022-05-16T09:59:59+08:00' },
      { corrects: crypto.randomUUID() },
    )
    expect(said(results)).toEqual(['refused RC-09 corrects', 'refused RC-09 corrects', 'refused RC-08 corrects'])
  })

  it('record and correction may come in one batch; two corrections at once: one holds', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const { trip } = await road.driver('沪DX0001').registers()
    const id = crypto.randomUUID()
    const first = { id, facts: yellow, trip: trip.id, crew: li0031 }
    const results = await inspector.uploads(first, { corrects: id }, { corrects: id }, {})
    expect(said(results)).toEqual(['recorded V13', 'recorded V5', 'refused RC-10 corrects', 'recorded V5'])
    expect(await states(road)).toEqual(['Y1 corrected'])
  })
})
