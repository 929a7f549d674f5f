/** What a record at the booth makes known beyond it: V13/V14 to driver, company and community; V1 and V3 to the epidemic office. */
import { describe, expect, it } from 'vitest'
import { codeGrounds, reasonRules } from '../../../shared/codes/reasons.ts'
import { numbersAt } from '../../../shared/policy/numbers.ts'
import { moment } from '../../policy/truck.ts'
import { yellowForDriver, yellowForHosts } from '../../../shared/wording/messages-recorded.ts'
import { iso, negative, road } from './kit.ts'
import type { Road } from './kit.ts'

const fresh = { nucleicAcid: negative('16T06:00') }
const heard = async (day: Road) =>
  (await day.told()).map(({ kind, audience, channel }) => `${kind} ${audience} ${channel}`).sort()

describe('yellow given at a checkpoint (V13, jiaozuo-20#7)', () => {
  it('is told to the driver with both ways out, and to the company and the community, with the record', async () => {
    const day = await road()
    expect((await day.inspects({ ...fresh, healthCode: 'yellow' })).row).toBe('V13')
    expect(await heard(day)).toEqual([
      'code-yellow community screen',
      'code-yellow company sms',
      'code-yellow driver screen',
      'code-yellow driver sms',
    ])
    const told = await day.told()
    expect(told.find(({ audience }) => audience === 'driver')?.zh).toBe(
      '【焦作保通保畅】您现为黄码（健康码为黄码），可通行。持48小时核酸阴性离焦即解码，留焦完成三天两检即解码。疑问12328',
    )
    expect(told.find(({ audience }) => audience === 'company')?.zh).toContain('可继续作业')
  })

  it('sent twice by the phone is told once; a green truck is told to nobody', async () => {
    const day = await road()
    const { id } = await day.inspects({ ...fresh, healthCode: 'yellow' })
    await day.inspects({ ...fresh, healthCode: 'yellow' }, { id })
    expect(await heard(day)).toHaveLength(4)
    const other = await road()
    expect((await other.inspects(fresh)).row).toBe('V10')
    expect(await heard(other)).toEqual([])
  })

  it('undone within two minutes is taken back from whoever heard of it', async () => {
    const day = await road()
    const { id } = await day.inspects({ ...fresh, healthCode: 'yellow' })
    day.forward(1)
    expect((await day.inspects(fresh, { corrects: id })).row).toBe('V10')
    expect((await heard(day)).filter((line) => line.startsWith('record-undone'))).toEqual([
      'record-undone community screen',
      'record-undone company sms',
      'record-undone driver screen',
      'record-undone driver sms',
    ])
  })

  it('fits a text message whatever the ground, and says to the hosts that work goes on', () => {
    const numbers = numbersAt(moment('16T10:00'))
    for (const ground of codeGrounds.filter((one) => reasonRules.Y1.grounds.some((known) => known === one)))
      expect(yellowForDriver(ground, numbers).zh.length).toBeLessThanOrEqual(70)
    expect(yellowForHosts('豫HAB1234').zh.length).toBeLessThanOrEqual(70)
  })
})

describe('red at a checkpoint', () => {
  it.each([
    ['V3', { ...fresh, healthCode: 'red' }],
    ['V1', { nucleicAcid: { result: 'positive', reportedAt: iso('16T08:00') } }],
  ])('%s: the epidemic office is told at once, of whomever it is', async (row, person) => {
    const day = await road()
    expect((await day.inspects(person, { trip: null, crew: [{ surname: '王', idTail: '0099' }] })).row).toBe(row)
    expect(await heard(day)).toEqual(['risk-at-checkpoint epidemic screen'])
    expect((await day.told())[0]?.zh).toContain('JZ-G01 站')
  })
})
