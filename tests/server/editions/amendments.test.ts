import { describe, expect, it } from 'vitest'
import { listEditions, getEdition } from '../../../schema/api/editions.ts'
import { staffRoles } from '../../../schema/api/endpoint.ts'
import { getInspection } from '../../../schema/api/inspections.ts'
import { listAlerts, listMessages } from '../../../schema/api/messages.ts'
import { sql } from '../../../server/store/db.ts'
import { beijingIso, hour, plus } from '../../../shared/instant.ts'
import { refusal, statuses } from '../../kit/refusal.ts'
import { fromOutside, world } from '../../kit/world.ts'
import type { World } from '../../kit/world.ts'
import { command } from './kit.ts'

/** A truck from outside whose test was reported so many hours before it stands at the booth. */
const tested = (road: World, plate: string, hoursAgo: number) =>
  fromOutside(plate, {
    nucleicAcid: { result: 'negative', reportedAt: beijingIso(plus(road.clock.now(), -hoursAgo * hour)) },
  })

describe('who may write the law', () => {
  it('is the command of the city and nobody else', async () => {
    const road = await world()
    const { draft } = await command(road)
    for (const role of staffRoles.filter((one) => one !== 'command')) {
      const { send } = await road.staff(role, 'JZ-G01')
      const answer = refusal(await send('POST', '/api/amendments', draft()))
      expect([role, answer]).toEqual([role, '403 AU-04'])
    }
    expect(refusal(await road.anyone('POST', '/api/amendments', draft()))).toBe('401 AU-01')
  })

  it.each<[string, string, object]>([
    ['no basis at all', '400 AM-03 basis', { basis: undefined }],
    ['no clause', '400 AM-03 basis', { basis: { clauses: [] } }],
    ['a document of the city itself', '400 AM-03 basis', { basis: { clauses: ['jiaozuo-20#7'] } }],
    ['a clause that does not exist', '400 AM-04 basis.clauses', { basis: { clauses: ['henan-16#99'] } }],
    ['a number that does not exist', '400 AM-05 values.truckColour', { values: { truckColour: 3 } }],
    ['a value that is a slip', '400 AM-06 values.testValidity', { values: { testValidity: 0 } }],
    ['nothing changed', '400 AM-23 values', { values: { testValidity: 48 } }],
  ])('%s is refused', async (_, refused, more) => {
    const road = await world()
    const { draft, drafter } = await command(road)
    const before = await road.rows()
    expect(refusal(await drafter.send('POST', '/api/amendments', draft(more)))).toBe(refused)
    expect(await road.rows()).toEqual(before)
  })
})

describe('two signatures', () => {
  it('are not given to a text that was not tried out, or not in this version', async () => {
    const road = await world()
    const { draft, drafts, drafter, clerk, act, tries } = await command(road)
    const first = await drafts()
    expect(refusal(await act(clerk, first, 'sign'))).toBe('409 AM-25')
    await tries(first)
    const changed = await drafter.send('PUT', `/api/amendments/${first.id}`, {
      version: 1,
      draft: draft({ values: { testValidity: 36 } }),
    })
    expect(changed.body).toMatchObject({ version: 2, dryRun: null, first: null })
    expect(refusal(await act(clerk, first, 'sign'))).toBe('409 AM-22 version')
    expect(refusal(await act(clerk, { ...first, version: 2 }, 'sign'))).toBe('409 AM-25')
  })

  it('come from two persons, and the drafter is the first of them or neither', async () => {
    const road = await world()
    const { drafts, drafter, clerk, reviewer, act, tries, signs } = await command(road)
    const one = await drafts()
    await tries(one)
    expect((await signs(drafter, one)).first?.by.id).toBe(drafter.id)
    expect(refusal(await act(drafter, one, 'sign'))).toBe('409 AM-27')
    expect((await signs(clerk, one)).standing).toBe('in-force')
    const other = await drafts({ values: { testValidity: 36 } })
    await tries(other)
    await signs(clerk, other)
    expect(refusal(await act(clerk, other, 'sign'))).toBe('409 AM-27')
    expect(refusal(await act(drafter, other, 'sign'))).toBe('409 AM-27')
    expect((await signs(reviewer, other)).standing).toBe('in-force')
  })

  it('a dry run lasts a day, and only under the law it was made under', async () => {
    const road = await world()
    const { drafts, act, tries } = await command(road)
    const one = await drafts()
    await tries(one)
    road.forward(24 * 60 + 1)
    expect(refusal(await act((await command(road)).clerk, one, 'sign'))).toBe('409 AM-25')
    const { drafts: again, tries: triesAgain, publishes: publishesNow } = await command(road)
    const two = await again({ values: { pendingSampleWindow: 36 } })
    await triesAgain(two)
    await publishesNow({ values: { testValidity: 36 } })
    expect(refusal(await act((await command(road)).clerk, two, 'sign'))).toBe('409 AM-25')
  })

  it('two who sign at once: one publishes, the other is told', async () => {
    const road = await world()
    const { drafts, drafter, clerk, reviewer, act, tries, signs, read } = await command(road)
    const one = await drafts()
    await tries(one)
    await signs(drafter, one)
    expect(statuses(await Promise.all([act(clerk, one, 'sign'), act(reviewer, one, 'sign')]))).toEqual([200, 409])
    expect((await read(one.id)).standing).toBe('in-force')
    const published = sql.selectFrom('audit').select('action').where('action', '=', 'amendment-published').compile()
    expect(await road.db.all(published)).toHaveLength(1)
  })
})

describe('an emergency', () => {
  it('binds at once: a truck before it and one after are each judged by what held, whenever they are uploaded', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const { publishes, rollsBack } = await command(road)
    const facts = tested(road, '沪DX0001', 60)
    const made = road.clock.now()
    road.forward(10)
    const amendment = await publishes({ values: { testValidity: 72 } })
    const noon = road.clock.now()
    const upload = async (madeAt: number) => {
      const [result] = await inspector.uploads({ facts, madeAt: beijingIso(plus(made, madeAt)) })
      return result?.row
    }
    expect([await upload(0), await upload(noon - made)]).toEqual(['V11', 'V10'])
    road.forward(60)
    await rollsBack(amendment)
    road.forward(60)
    const minute = 60_000
    expect([
      await upload(minute),
      await upload(noon - made + minute),
      await upload(noon - made + 59 * minute),
      await upload(noon - made + 61 * minute),
    ]).toEqual(['V11', 'V10', 'V10', 'V11'])
  })

  it('made shorter, binds the tests from then on; whoever has one keeps its time, on his code and at the booth (R42)', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const { publishes } = await command(road)
    const row = async (hours: number) => (await inspector.uploads({ facts: tested(road, '沪DX0001', hours) }))[0]?.row
    await publishes({ values: { testValidity: 24 } })
    road.forward(1)
    expect([await row(30), await row(48), await row(49)]).toEqual(['V10', 'V10', 'V11'])
    road.forward(26 * 60)
    const later = await road.inspector('JZ-G02')
    const [kept, fresh] = await later.uploads(
      { facts: tested(road, '沪DX0001', 30) },
      { facts: tested(road, '沪DX0001', 25) },
    )
    expect([kept?.row, fresh?.row]).toEqual(['V10', 'V11'])
  })

  it('is told to every checkpoint, the dispatcher and the supervisor, in both languages and without a name', async () => {
    const road = await world()
    const { publishes, rollsBack } = await command(road)
    const amendment = await publishes()
    await rollsBack(amendment)
    const messages = await road.db.all(sql.selectFrom('message').selectAll().orderBy('id').compile())
    expect(messages.map(({ kind, audience }) => `${kind} ${audience}`).toSorted()).toEqual(
      ['checkpoint', 'checkpoint', 'command', 'dispatcher', 'epidemic', 'supervisor']
        .flatMap((audience) => [`amendment-published ${audience}`, `amendment-rolled-back ${audience}`])
        .toSorted(),
    )
    expect(messages[0]).toMatchObject({ urgent: 1, article: 'henan-16#7', subject: amendment.id })
  })

  it('resting on a new document alone names it: no message is without what it rests on', async () => {
    const road = await world()
    const document = {
      title: '示例通知',
      number: '示例〔2022〕1号',
      issuer: '示例指挥部',
      level: 'provincial',
      issuedOn: '2022-05-15',
      article: '第三条',
      words: { zh: '核酸有效期调整。', en: 'Tests hold longer.' },
    }
    const { publishes } = await command(road)
    await publishes({ basis: { clauses: [], document }, values: { testValidity: 72 } })
    const messages = await road.db.all(sql.selectFrom('message').select(['zh', 'article']).compile())
    expect(messages.every(({ zh }) => zh.includes('依据：《示例通知》（示例〔2022〕1号）第三条'))).toBe(true)
    expect(messages.length).toBeGreaterThan(0)
  })

  it('reaches every booth and every head, each by its own message', async () => {
    const road = await world()
    const booths = [await road.inspector('JZ-G01'), await road.inspector('JZ-G02')]
    await (await command(road)).publishes()
    for (const { call, head } of booths) {
      const alerts = (await call('GET', '/api/alerts')).as(listAlerts.answer).items
      expect(alerts.map(({ kind }) => kind)).toEqual(['amendment-published'])
      const { items, unseen } = (await head.send('GET', '/api/messages')).as(listMessages.answer)
      expect([items.map(({ kind, mine }) => [kind, mine]), unseen]).toEqual([[['amendment-published', true]], 1])
    }
  })
})

describe('a regular amendment', () => {
  it('needs its notice', async () => {
    const road = await world()
    const { drafts, tries, act, clerk, inHours } = await command(road)
    const soon = await drafts({ class: 'regular', from: inHours(23) })
    await tries(soon)
    expect(refusal(await act(clerk, soon, 'sign'))).toBe('409 AM-26 from')
  })

  it('is not signed on a day of long ago, when other trucks or none came', async () => {
    const road = await world()
    const { drafts, tries, act, clerk, inHours } = await command(road)
    const one = await drafts({ class: 'regular', from: inHours(200) })
    await tries(one, { from: inHours(-24 * 9), until: inHours(-24 * 8) })
    expect(refusal(await act(clerk, one, 'sign'))).toBe('409 AM-25')
    await tries(one, { from: inHours(-24 * 8), until: inHours(-24 * 7) })
    expect((await act(clerk, one, 'sign')).status).toBe(200)
  })

  it('is published at once and binds from its day on', async () => {
    const road = await world()
    const { publishes, inHours, drafter } = await command(road)
    const amendment = await publishes({ class: 'regular', from: inHours(30) })
    expect(amendment).toMatchObject({ state: 'published', standing: 'coming', from: '2022-05-17T16:00:00+08:00' })
    const numberOf = async () => {
      const { numbers } = (await drafter.send('GET', '/api/editions')).as(listEditions.answer)
      return numbers.find(({ parameter }) => parameter === 'testValidity')
    }
    expect(await numberOf()).toMatchObject({ value: 48, next: { value: 24, from: '2022-05-17T16:00:00+08:00' } })
    road.forward(30 * 60)
    const { read: readLater, drafter: later } = await command(road)
    expect((await readLater(amendment.id)).standing).toBe('in-force')
    const list = (await later.send('GET', '/api/editions')).as(listEditions.answer)
    expect(list.numbers.find(({ parameter }) => parameter === 'testValidity')).toMatchObject({ value: 24, next: null })
    expect(list.edition).toBe(amendment.edition)
  })

  it('shows what it changed, number by number, against the edition before it', async () => {
    const road = await world()
    const { publishes, inHours, drafter } = await command(road)
    const { edition, changes } = await publishes({
      class: 'regular',
      from: inHours(30),
      values: { testValidity: 72, testClockBasis: 'sample' },
    })
    expect(changes).toEqual([
      { parameter: 'testValidity', before: 48, after: 72, clause: 'henan-16#7' },
      { parameter: 'testClockBasis', before: 'report', after: 'sample', clause: 'henan-16#7' },
    ])
    const whole = (await drafter.send('GET', `/api/editions/${edition}`)).as(getEdition.answer)
    expect([whole.changes, whole.before]).toEqual([changes, expect.stringMatching(/^2022-05-JZ20-1\./)])
    expect(refusal(await drafter.send('GET', '/api/editions/2019-nothing'))).toBe('404 AM-29 path.edition')
  })

  it('may stand on a document that came today, registered with it', async () => {
    const road = await world()
    const { publishes } = await command(road)
    const document = {
      title: '示例省关于核酸检测的通知',
      number: '示例〔2022〕1号',
      issuer: '示例省指挥部',
      level: 'provincial',
      issuedOn: '2022-05-16',
      article: '第三条',
      words: { zh: '核酸有效期二十四小时。', en: 'Tests hold 24 hours.' },
    }
    const amendment = await publishes({ basis: { clauses: [], document } })
    expect(amendment).toMatchObject({
      standing: 'in-force',
      draft: { basis: { document } },
      changes: [{ clause: null }],
    })
  })
})

describe('the end of a draft and of an amendment', () => {
  it('a dropped draft stays readable and is signed by nobody', async () => {
    const road = await world()
    const { drafts, drafter, clerk, act, read } = await command(road)
    const one = await drafts()
    expect((await act(drafter, one, 'drop')).status).toBe(200)
    expect((await read(one.id)).standing).toBe('dropped')
    for (const what of ['sign', 'dry-run', 'drop']) expect(refusal(await act(clerk, one, what))).toBe('409 AM-21')
  })

  it('one person takes back what two signed, with a reason, once', async () => {
    const road = await world()
    const { publishes, rollsBack, clerk } = await command(road)
    const amendment = await publishes()
    expect(refusal(await clerk.send('POST', `/api/amendments/${amendment.id}/roll-back`, { reason: '' }))).toBe(
      '400 IN-01 reason',
    )
    expect(await rollsBack(amendment)).toMatchObject({
      state: 'rolled-back',
      standing: 'past',
      endReason: '依据文件已废止',
    })
    expect(refusal(await clerk.send('POST', `/api/amendments/${amendment.id}/roll-back`, { reason: '再来一次' }))).toBe(
      '409 AM-28',
    )
  })

  it('every deed stands in the log', async () => {
    const road = await world()
    const { publishes, rollsBack } = await command(road)
    const { id } = await publishes()
    await rollsBack(await (await command(road)).read(id))
    const deeds = sql
      .selectFrom('audit')
      .select(['action', 'reason'])
      .where('subject', '=', id)
      .orderBy('seq')
      .compile()
    expect((await road.db.all(deeds)).map(({ action }) => action)).toEqual([
      'amendment-drafted',
      'amendment-tried',
      'amendment-signed',
      'amendment-signed',
      'amendment-published',
      'amendment-rolled-back',
    ])
  })
})

describe('a dry run over stored inspections', () => {
  it('says what yesterday would have been, and leaves yesterday as it was', async () => {
    const road = await world()
    const [here, there] = [await road.inspector('JZ-G01'), await road.inspector('JZ-G02')]
    const [kept] = await here.uploads({ facts: tested(road, '沪DX0001', 30) }, { facts: tested(road, '沪DX0002', 10) })
    road.forward(5)
    await there.uploads({ facts: tested(road, '沪DX0003', 40) }, {})
    road.forward(24 * 60)
    const { drafts, tries } = await command(road)
    const { dryRun } = await tries(
      await drafts({ class: 'regular', from: beijingIso(plus(road.clock.now(), 48 * hour)) }),
    )
    expect(dryRun).toMatchObject({
      from: '2022-05-16T00:00:00+08:00',
      until: '2022-05-17T00:00:00+08:00',
      complete: true,
      version: 1,
      report: {
        inspections: 4,
        moved: 2,
        stricter: 2,
        milder: 0,
        testsMore: 2,
        testsFewer: 0,
        bayMinutes: 30,
        checkpoints: [
          { checkpoint: 'JZ-G01', lanes: 4, inspections: 2, moved: 1, testsMore: 1 },
          { checkpoint: 'JZ-G02', lanes: 4, inspections: 2, moved: 1, testsMore: 1 },
        ],
        trucks: [
          { id: kept?.id, plate: expect.stringContaining('*'), from: 'V10', to: 'V11', turn: 'stricter' },
          { checkpoint: 'JZ-G02' },
        ],
      },
    })
    const admin = await road.staff('admin')
    const stored = (await admin.send('GET', `/api/inspections/${kept?.id}`)).as(getInspection.answer)
    expect(stored.inspection.row).toBe('V10')
  })

  it.each<[string, object]>([
    ['more than 31 days', { from: '2022-04-01T00:00:00+08:00', until: '2022-05-16T00:00:00+08:00' }],
    ['hours to come', { from: '2022-05-16T00:00:00+08:00', until: '2022-05-16T10:01:00+08:00' }],
    ['backwards', { from: '2022-05-16T00:00:00+08:00', until: '2022-05-15T10:01:00+08:00' }],
  ])('%s: refused', async (_, span) => {
    const road = await world()
    const { drafts, drafter, act } = await command(road)
    expect(refusal(await act(drafter, await drafts(), 'dry-run', span))).toBe('400 AM-24 from')
  })
})
