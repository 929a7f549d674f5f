import { describe, expect, it } from 'vitest'
import { listNumberProposals, numberProposal, publishedNumbers } from '../../../schema/api/published-numbers.ts'
import { sql } from '../../../server/store/db.ts'
import { phonesOnPaper } from '../../../server/usecases/print.ts'
import { world } from '../../kit/world.ts'

const proposals = '/api/published-numbers/proposals'

async function office() {
  const road = await world()
  const [first, second] = [await road.staff('command'), await road.staff('command')]
  const proposes = async (number: string | null, kind = 'emergency', by = first) =>
    by.send('POST', proposals, { kind, number, reason: '市指挥部通知' })
  const decides = (by: typeof first, id: string, body: object) => by.send('POST', `${proposals}/${id}/decision`, body)
  const published = async () => (await road.anyone('GET', '/api/published-numbers')).as(publishedNumbers.answer)
  const listed = async (by = first) => (await by.send('GET', proposals)).as(listNumberProposals.answer)
  const publishes = async (number: string | null, kind = 'emergency') => {
    const { id } = (await proposes(number, kind)).as(numberProposal)
    road.forward(1)
    expect((await decides(second, id, { approve: true })).status).toBe(200)
    return id
  }
  return { ...road, first, second, proposes, decides, published, listed, publishes }
}

describe('应急运输保障电话 and 举报电话 (R108)', () => {
  it('nothing is published, and nothing made up, until another person approves', async () => {
    const road = await office()
    expect(await road.published()).toEqual({ emergency: null, complaints: null })
    const { id, may } = (await road.proposes('（0391）1234567')).as(numberProposal)
    expect(may).toEqual({ approve: false, decline: true })
    expect(await road.published()).toEqual({ emergency: null, complaints: null })
    expect(await road.decides(road.first, id, { approve: true })).toMatchObject({
      status: 403,
      body: { error: { code: 'TN-03' } },
    })
    expect(await road.published()).toEqual({ emergency: null, complaints: null })
    expect((await road.listed(road.second)).items[0]?.may).toEqual({ approve: true, decline: true })
    road.forward(1)
    await road.decides(road.second, id, { approve: true })
    expect(await road.published()).toEqual({ emergency: '0391-1234567', complaints: null })
  })

  it('the newest approved is in force, whichever was proposed first; taken back, it is said to be missing again', async () => {
    const road = await office()
    const late = (await road.proposes('12345')).as(numberProposal)
    road.forward(1)
    const early = await road.publishes('13800000001')
    await road.publishes('0391-7654321', 'complaints')
    expect(await road.published()).toEqual({ emergency: '13800000001', complaints: '0391-7654321' })
    road.forward(1)
    await road.decides(road.second, late.id, { approve: true })
    expect(await road.published()).toMatchObject({ emergency: '12345' })
    const states = Object.fromEntries((await road.listed()).items.map((one) => [one.id, one.state]))
    expect([states[late.id], states[early]]).toEqual(['in-force', 'past'])
    road.forward(1)
    await road.publishes(null)
    expect(await road.published()).toEqual({ emergency: null, complaints: '0391-7654321' })
  })

  it('is decided once: of two at one time the second is told, and a decline needs its reason', async () => {
    const road = await office()
    const third = await road.staff('command')
    const { id } = (await road.proposes('12345')).as(numberProposal)
    expect(await road.decides(road.second, id, { approve: false })).toMatchObject({
      status: 400,
      body: { error: { code: 'TN-06', path: 'reason' } },
    })
    const both = await Promise.all([
      road.decides(road.second, id, { approve: true }),
      road.decides(third, id, { approve: false, reason: '号码有误' }),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(await road.decides(third, id, { approve: true })).toMatchObject({ body: { error: { code: 'TN-05' } } })
  })

  it.each([
    '',
    '  ',
    '12',
    '123456',
    '1380000000',
    '13800000001 转 2',
    'tel:12345',
    '<b>12345</b>',
    '0391-12345678901',
  ])('what is no telephone number is refused and not kept: %j', async (number) => {
    const road = await office()
    expect((await road.proposes(number)).status).toBe(400)
    expect((await road.listed()).items).toEqual([])
  })
  it('what stands already is no proposal', async () => {
    const road = await office()
    await road.publishes('12345')
    expect(await road.proposes('１２３４５')).toMatchObject({ status: 400, body: { error: { code: 'TN-02' } } })
    expect(await road.proposes(null, 'complaints')).toMatchObject({ status: 400, body: { error: { code: 'TN-02' } } })
  })

  it('stands in the log with who, why and which; and on paper beside 12328', async () => {
    const road = await office()
    expect(await phonesOnPaper(road.deps)).toBe('12328')
    await road.publishes('0391-1234567')
    expect(await phonesOnPaper(road.deps)).toBe('12328、0391-1234567')
    const log = await road.db.all(sql.selectFrom('audit').selectAll().where('kind', '=', 'number').compile())
    expect(log.map(({ action, reason }) => [action, reason])).toEqual([
      ['number-proposed', '市指挥部通知'],
      ['number-published', null],
    ])
    expect(JSON.parse(log[0]!.detail)).toEqual({ kind: 'emergency', number: '0391-1234567' })
  })

  it('the supervisor sees it all and decides nothing', async () => {
    const road = await office()
    await road.proposes('12345')
    const supervisor = await road.staff('supervisor')
    const seen = await road.listed(supervisor)
    expect([seen.may.propose, seen.items[0]?.may]).toEqual([false, { approve: false, decline: false }])
    expect((await road.proposes('12346', 'emergency', supervisor)).status).toBe(403)
  })
})

describe('pages that the server writes', () => {
  const says = async (road: Awaited<ReturnType<typeof office>>, path: string) => (await road.app.request(path)).text()
  it.each([
    ['/rules/', '应急运输保障电话', '举报电话', '尚未公布'],
    ['/rules/en/', 'Emergency freight line', 'Line for complaints', 'not published yet'],
    ['/a/AAAAAAAAAAAAAAAA', '应急运输保障电话', '举报电话', '尚未公布'],
  ])(
    '%s names all three numbers, and those that are not published as missing',
    async (path, emergency, complaints, none) => {
      const road = await office()
      const before = await says(road, path)
      for (const part of [emergency, complaints, 'tel:12328']) expect(before).toContain(part)
      expect(before.split(none).length).toBeGreaterThan(2)
      await road.publishes('0391-1234567')
      await road.publishes('12345', 'complaints')
      const after = await says(road, path)
      for (const part of ['tel:0391-1234567', 'tel:12345', 'tel:12328']) expect(after).toContain(part)
      expect(after).not.toContain(none)
    },
  )
})
