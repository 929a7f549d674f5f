import { describe, expect, it } from 'vitest'
import { sql } from '../../../server/store/db.ts'
import { driving, li } from '../../kit/people.ts'
import { letGo, reports, roadToWuzhi } from './kit.ts'

/** Plate and company of whom a positive was told, in order. */
async function companies(road: Awaited<ReturnType<typeof roadToWuzhi>>) {
  const messages = sql.selectFrom('message').innerJoin('trip', 'trip.id', 'message.ref').select('trip.plate')
  const rows = await road.db.all(
    messages.select('trip.consignee').where('message.kind', '=', 'tracking-positive').orderBy('trip.plate').compile(),
  )
  return rows.map(({ plate, consignee }) => `${plate} ${consignee}`)
}
const command = async (road: Awaited<ReturnType<typeof roadToWuzhi>>) =>
  (
    await road.db.all(
      sql
        .selectFrom('message')
        .select('zh')
        .where('kind', '=', 'tracking-positive')
        .where('audience', '=', 'command')
        .compile(),
    )
  ).length

describe('a positive of somebody who stands in two registrations', () => {
  const registers = async (road: Awaited<ReturnType<typeof roadToWuzhi>>, plate: string, consignee: string) => {
    await road.driver(plate).registers({ crew: [driving(li)], to: '410882', consignee })
    road.forward(1)
  }

  it('nobody knows in which truck he is: each company and each truck is told, the same one once', async () => {
    const road = await roadToWuzhi()
    await registers(road, '豫HX0002', '第二公司')
    await registers(road, '豫HX0003', '第三公司')
    await registers(road, '豫HX0003', '第三公司')
    await reports(road, { result: 'positive' })
    expect(await companies(road)).toEqual(['豫HX0002 第二公司', '豫HX0003 第三公司'])
    expect(await command(road)).toBe(2)
  })

  it('released with a sample on one of them: the other is told as well', async () => {
    const road = await roadToWuzhi()
    await letGo(road)
    await registers(road, '豫HX0002', '第二公司')
    road.forward(60)
    await reports(road, { result: 'positive' })
    expect(await companies(road)).toEqual(['豫HX0001 示例食品', '豫HX0002 第二公司'])
    expect(await command(road)).toBe(2)
  })
})
