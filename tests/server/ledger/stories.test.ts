/** Golden cases of the decision table as days on the road: over HTTP, with a clock that is moved on. */
import { describe, expect, it } from 'vitest'
import { findPeople, getPerson } from '../../../schema/api/codes.ts'
import { iso, negative, road } from './kit.ts'
import type { Road } from './kit.ts'

const fresh = { nucleicAcid: negative('15T10:00') }

describe('G38 in the city with a test reported 15T10:00', () => {
  it('is yellow from 17T10:01 on, and the driver, the company and the community are told within the minute', async () => {
    const day = await road()
    expect((await day.inspects(fresh)).row).toBe('V10')
    day.until('17T10:00')
    await day.ticks()
    expect([await day.code(), await day.done('T2')]).toEqual(['grey', []])
    day.until('17T10:01')
    expect(await day.code()).toBe('yellow: Y2 open')
    await day.ticks()
    expect(await day.done('T2')).toEqual(['2022-05-17T10:01:00+08:00'])
    const told = (await day.told()).filter(({ kind }) => kind === 'open-overstay')
    expect(told.map(({ audience, channel }) => `${audience} ${channel}`).sort()).toEqual([
      'community screen',
      'company sms',
      'driver screen',
      'driver sms',
    ])
    expect(told.find(({ audience }) => audience === 'driver')?.zh).toBe(
      '【焦作保通保畅】您在焦停留已超核酸48小时，现为黄码，完成三天两检阴性后自动解码。有疑问拨12328。',
    )
    const [reason] = (await day.driver.currentCode()).crew[0]?.reasons ?? []
    expect(reason).toMatchObject({
      opening: 'Y2@2022-05-17T10:01:00+08:00',
      colour: 'yellow',
      since: iso('17T10:01'),
      ground: 'overstay',
      appealable: true,
      zh: {
        title: '▲ 黄码·请完成三天两检',
        reason: '原因：在焦停留超过核酸48小时',
        article: '依据：二十条第七条',
        since: '05-17 10:01起',
        unit: '系统按规定自动办理',
      },
    })
  })

  it('is none with a new negative reported 17T09:00', async () => {
    const day = await road()
    await day.inspects(fresh)
    day.until('17T09:00')
    await day.laboratory(negative('17T09:00', '17T05:00'))
    day.until('17T10:01')
    await day.ticks()
    expect([await day.code(), await day.done('T2')]).toEqual(['grey', []])
  })

  it('goes by the record that stands: a time typed wrong and undone counts for nothing', async () => {
    const day = await road()
    const { id } = await day.inspects({ nucleicAcid: negative('16T09:00') })
    day.forward(1)
    await day.inspects(fresh, { corrects: id })
    day.until('17T10:01')
    expect(await day.code()).toBe('yellow: Y2 open')
  })

  it('a driver who was matched to nobody has no ledger, and nobody is told', async () => {
    const day = await road()
    await day.inspects(fresh, { crew: [{ surname: '王', idTail: '0031' }] })
    day.until('17T10:01')
    await day.ticks()
    const aboutHim = (await day.told()).filter(({ audience }) => audience === 'driver')
    expect([await day.code(), await day.done('T2'), aboutHim]).toEqual(['grey', [], []])
  })
})

describe('G39 yellow at the checkpoint, test reported 16T06:00', () => {
  const arrives = async () => {
    const day = await road()
    const { row, id } = await day.inspects({ nucleicAcid: negative('16T06:00'), healthCode: 'yellow' })
    expect(row).toBe('V13')
    return { day, id }
  }

  it('says that he left at 18T06:00: cleared when two hours passed without a record to the contrary', async () => {
    const { day, id } = await arrives()
    const [reason] = (await day.driver.currentCode()).crew[0]?.reasons ?? []
    expect(reason).toMatchObject({
      opening: `Y1@${id}/0`,
      ground: 'health-code-yellow',
      countdown: { what: 'leave', at: iso('18T06:00') },
      zh: { unit: 'JZ-G01 站', clears: expect.arrayContaining(['05-18 06:00前离焦（含），随即解码']) },
    })
    day.until('18T06:00')
    await day.ticks()
    const { saidAt, countsFrom } = await day.saysLeft()
    expect([saidAt, countsFrom]).toEqual([iso('18T06:00'), iso('18T08:00')])
    day.until('18T07:59')
    // Beyond his test by now; but he says that he has left.
    expect(await day.code()).toBe('yellow: Y1 open')
    expect((await day.saysLeft()).countsFrom).toBe(countsFrom)
    await day.ticks()
    day.until('18T08:00')
    expect(await day.code()).toMatch(/: Y1 cleared$/)
    await day.ticks()
    await day.ticks()
    const told = (await day.told()).filter(({ kind }) => kind === 'tell-cleared')
    expect(told.map(({ zh, channel }) => `${channel} ${zh}`).sort()).toEqual([
      'screen 【焦作保通保畅】您的黄码已自动解除，可正常通行。',
      'sms 【焦作保通保畅】您的黄码已自动解除，可正常通行。',
    ])
    const [cleared] = (await day.driver.currentCode()).crew[0]?.reasons ?? []
    expect(cleared).toMatchObject({ clearedAt: iso('18T08:00'), appealable: false, zh: { title: '✔ 已随即解码' } })
  })

  it('says so at 18T06:01: not cleared by this rule', async () => {
    const { day } = await arrives()
    day.until('18T06:01')
    await day.saysLeft()
    day.until('18T12:00')
    await day.ticks()
    expect([await day.code(), await day.done('T2')]).toEqual(['yellow: Y1 open', []])
  })

  it('says so, is seen in the city after his test lapsed: he overstayed from that minute on', async () => {
    const { day } = await arrives()
    day.until('18T05:50')
    await day.saysLeft()
    day.until('18T06:30')
    expect(await day.code()).toBe('yellow: Y1 open')
    const pending = { result: 'pending', sampledAt: iso('18T06:20') }
    expect((await day.inspects({ nucleicAcid: pending, antigen: 'negative' })).row).toBe('V12')
    await day.ticks()
    expect(await day.code()).toBe('yellow: Y1 open | Y2 open')
    expect(await day.done('T2')).toEqual(['2022-05-18T06:01:00+08:00 late'])
  })

  it('says so, and is inspected in the city an hour later: not cleared; says it again when he has really left', async () => {
    const { day } = await arrives()
    day.until('17T06:00')
    await day.saysLeft()
    day.until('17T07:00')
    await day.inspects({ nucleicAcid: negative('16T06:00') })
    day.until('17T09:00')
    expect(await day.code()).toBe('yellow: Y1 open')
    expect((await day.saysLeft()).saidAt).toBe(iso('17T09:00'))
    day.until('17T11:00')
    expect(await day.code()).toMatch(/: Y1 cleared$/)
  })
})

describe('G40 overstay since 17T10:01', () => {
  const second = async (sampled: string) => {
    const day = await road()
    await day.inspects(fresh)
    day.until('17T18:00')
    await day.ticks()
    await day.laboratory(negative('17T18:00', '17T12:00'))
    expect(await day.code()).toBe('yellow: Y2 open')
    day.until('18T20:00')
    await day.laboratory(negative('18T20:00', sampled))
    await day.ticks()
    return day
  }

  it('second sample 23:59 after the first: still yellow', async () => {
    expect(await (await second('18T11:59')).code()).toBe('yellow: Y2 open')
  })

  it('24:00 after the first: cleared when its result is here, by nobody, and the driver is told', async () => {
    const day = await second('18T12:00')
    expect(await day.code()).toMatch(/: Y2 cleared$/)
    expect(await day.done('T3')).toEqual(['Y2@2022-05-17T10:01:00+08:00-over'])
    expect((await day.told()).filter(({ kind }) => kind === 'tell-cleared')).toHaveLength(2)
  })
})

it('a sample taken at the inspection that made him yellow is the first of the two (A16)', async () => {
  const day = await road()
  const pending = { result: 'pending', sampledAt: iso('16T09:50') }
  expect((await day.inspects({ nucleicAcid: pending, antigen: 'negative', healthCode: 'yellow' })).row).toBe('V14')
  day.until('16T20:00')
  await day.laboratory(negative('16T20:00', '16T09:48'))
  day.until('17T18:00')
  await day.laboratory(negative('17T18:00', '17T09:48'))
  expect(await day.code()).toMatch(/: Y1 cleared$/)
})

describe('G41 red over an overstay', () => {
  it('red while two have signed it, yellow again when it is closed', async () => {
    const day = await road()
    await day.inspects(fresh)
    day.until('17T10:30')
    await day.inspects({ ...fresh, healthCode: 'red' })
    expect(await day.code()).toBe('yellow: Y2 open | R2 proposed')
    const [first, second] = [await day.staff('epidemic'), await day.staff('epidemic')]
    const { person, opening } = await waiting(first)
    for (const officer of [first, second])
      expect((await officer.send('POST', `/api/people/${person}/signatures`, { opening })).status).toBe(201)
    expect(await day.code()).toBe('red: R2 open | Y2 open')
    day.forward(60)
    const paper = { opening, way: 'external-green', document: '沪疫函〔2022〕5号' }
    await first.send('POST', `/api/people/${person}/closings`, paper)
    expect(await day.code()).toBe('yellow: Y2 open | R2 cleared')
  })
})

async function waiting(officer: Awaited<ReturnType<Road['staff']>>) {
  const found = (await officer.send('POST', '/api/people/searches', { plate: '沪DX0001' })).as(findPeople.answer)
  const person = found.items[0]?.person ?? ''
  const { reasons } = (await officer.send('GET', `/api/people/${person}`)).as(getPerson.answer)
  return { person, opening: reasons.find(({ reason }) => reason === 'R2')?.opening ?? '' }
}
