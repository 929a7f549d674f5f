import { describe, expect, it } from 'vitest'
import { takeBatchStep } from '../../../schema/api/lists.ts'
import { sql } from '../../../server/store/db.ts'
import { li, wang, zhang } from '../../kit/people.ts'
import { refusal } from '../../kit/refusal.ts'
import { company, crewItem, document, driverItem, lists } from './kit.ts'
import type { Item } from './kit.ts'

const said = (results: readonly { status: string; error: { code: string; path: string } | null }[]) =>
  results.map(({ status, error }) => (error === null ? status : `${error.code} ${error.path}`))

describe('an import answers each line by itself', () => {
  it('names the code and the column of what it refuses, and keeps the others', async () => {
    const { brings, road } = await lists()
    const wrong: [Item, string][] = [
      [driverItem({ ...zhang, number: '410899198001010016' }), 'I-16 items.0.number'],
      [driverItem({ ...zhang, name: '?' }), 'I-71 items.1.name'],
      [driverItem(zhang, { to: '2022-05-22T00:00:00+08:00' }), 'WL-03 items.2.to'],
      [driverItem(zhang, { to: '2022-05-22T23:59:00+08:00' }), 'WL-03 items.3.to'],
      [driverItem(zhang, { to: '2022-05-15T00:00:00+08:00' }), 'WL-11 items.4.to'],
      [driverItem(zhang, { companyCode: '91410899MA00000073' }), 'I-46 items.5.companyCode'],
      [driverItem(zhang, { phone: '1300000000' }), 'I-32 items.6.phone'],
      [
        { name: '张测试', number: zhang.number, closedLoop: true, to: '2022-05-23T00:00:00+08:00' },
        'WL-15 items.7.from',
      ],
    ]
    const results = await brings('W1', ...wrong.map(([item]) => item), driverItem(li))
    const codes = said(results).map((line) => line.replace(/^I-\d+/, 'I'))
    expect(codes).toEqual([...wrong.map(([, line]) => line.replace(/^I-\d+/, 'I')), 'recorded'])
    expect((await road.rows())['list_entry']).toBe(1)
  })

  it('exactly 7×24:00 is long enough (G32)', async () => {
    const { brings } = await lists()
    expect(said(await brings('W1', driverItem(li, { to: '2022-05-22T00:00:00+08:00' })))).toEqual(['WL-03 items.0.to'])
    expect(said(await brings('W1', driverItem(li)))).toEqual(['recorded'])
  })

  it('finds a person twice in the file, on the list already, and the same line again', async () => {
    const { brings } = await lists()
    const twice = await brings('W1', driverItem(li), driverItem({ ...li, number: li.number.toLowerCase() }))
    expect(said(twice)).toEqual(['recorded', 'WL-05 items.1.number'])
    const later = (from: string, to: string) =>
      driverItem(li, { from: `2022-05-${from}T00:00:00+08:00`, to: `2022-05-${to}T00:00:00+08:00` })
    expect(said(await brings('W1', driverItem(li), driverItem(wang)))).toEqual(['already', 'recorded'])
    expect(said(await brings('W1', later('22', '30')))).toEqual(['WL-04 items.0.number'])
    expect(said(await brings('W1', later('23', '30')))).toEqual(['recorded'])
    expect(said(await brings('W4', company, company))).toEqual(['recorded', 'WL-05 items.1.companyCode'])
  })

  it('the four lists know nothing of each other', async () => {
    const { brings, enterpriseInForce } = await lists()
    await enterpriseInForce()
    expect(said(await brings('W1', driverItem(li)))).toEqual(['recorded'])
    expect(said(await brings('W3', crewItem(li)))).toEqual(['recorded'])
    expect(said(await brings('W4', company))).toEqual(['recorded'])
  })

  it('two who bring the same file at once enter each person once', async () => {
    const { brings, road } = await lists()
    const both = await Promise.all([brings('W1', driverItem(li)), brings('W1', driverItem(li))])
    expect(both.flatMap(said).toSorted()).toEqual(['already', 'recorded'])
    expect((await road.rows())['list_entry']).toBe(1)
  })

  it('keeps no name, number or phone readable', async () => {
    const { brings, road } = await lists()
    await brings('W1', driverItem(li))
    const kept = JSON.stringify([
      await road.db.all(sql.selectFrom('list_entry').selectAll().compile()),
      await road.db.all(sql.selectFrom('audit').selectAll().compile()),
    ])
    for (const secret of [li.name, li.number, li.phone]) expect(kept).not.toContain(secret)
  })

  it('a whole import takes a step together', async () => {
    const { officer, command, batch, brings } = await lists()
    await brings('W1', driverItem(li), driverItem(wang), driverItem(zhang))
    const step = (who: typeof officer, step: string, more: object = {}) =>
      who.send('POST', `/api/list-batches/${batch}/steps`, { list: 'W1', step, ...more })
    expect((await step(officer, 'submit')).as(takeBatchStep.answer)).toEqual({ taken: 3, refused: 0, left: 0 })
    expect(refusal(await step(command, 'approve'))).toBe('400 WL-06 documentNo')
    expect(refusal(await step(officer, 'approve', document))).toBe('403 MA-01')
    expect((await step(command, 'approve', document)).as(takeBatchStep.answer)).toEqual({
      taken: 3,
      refused: 0,
      left: 0,
    })
    expect((await step(command, 'approve', document)).as(takeBatchStep.answer)).toEqual({
      taken: 0,
      refused: 0,
      left: 0,
    })
  })

  it('1,000 drivers in two calls', async () => {
    const { brings } = await lists()
    const thousand = Array.from({ length: 1000 }, (_, nth) => driverItem({ name: '李示例', number: someId(nth) }))
    const before = performance.now()
    const answers = [await brings('W1', ...thousand.slice(0, 500)), await brings('W1', ...thousand.slice(500))]
    const milliseconds = performance.now() - before
    expect(new Set(answers.flatMap(said))).toEqual(new Set(['recorded']))
    expect(milliseconds).toBeLessThan(20_000)
  }, 30_000)
})

/** Numbers of a county that does not exist, each with the check character that fits. */
function someId(nth: number): string {
  const first17 = `31999919800101${String(nth).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  return first17 + '10X98765432'.charAt(sum % 11)
}
