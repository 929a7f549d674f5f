/** T6 到企: a truck that a company awaits, and the two ways to say that it is there. */
import { describe, expect, it } from 'vitest'
import { recordArrival, sayArrived } from '../../../schema/api/trips.ts'
import { listMessages } from '../../../schema/api/messages.ts'
import type { StaffRole } from '../../../schema/api/endpoint.ts'
import { sql } from '../../../server/store/db.ts'
import { refusal } from '../../kit/refusal.ts'
import { iso, negative, road } from './kit.ts'
import type { Road } from './kit.ts'

const fresh = { nucleicAcid: negative('16T09:00') }

/** Registered at 10:00 for 11:00, for a company of the city; let go at 10:00 unless the record comes later. */
const awaited = async () => {
  const day = await road()
  const presses = (at?: string) => day.driver.own('/arrived', 'POST', at === undefined ? {} : { at: iso(at) })
  const records = async (at?: string, role: StaffRole = 'dispatcher', trip = day.driver.trip.id) =>
    (await day.staff(role)).send('POST', `/api/trips/${trip}/arrival`, at === undefined ? {} : { at: iso(at) })
  return { ...day, presses, records, arrival: async () => (await day.driver.currentCode()).arrival }
}

/** Who was told by each of these times that the truck is not there. */
async function missing(day: Road, ...times: string[]) {
  const heard: string[] = []
  for (const time of times) {
    const before = (await day.told()).length
    day.until(time)
    await day.ticks()
    const news = (await day.told()).slice(before).filter(({ kind }) => kind !== 'remind-test')
    heard.push(...news.map(({ kind, audience }) => `${time} ${kind} ${audience}`))
  }
  return heard.sort()
}
const evening = ['16T12:59', '16T13:00', '16T14:00', '16T16:59', '16T17:00', '16T20:00']
const reminded = ['16T13:00 remind-company community', '16T13:00 remind-company company']
const alerted = ['16T17:00 alert-command command', '16T17:00 alert-command dispatcher']

describe('a truck that a company awaits', () => {
  it('nobody says that it is there: the company hears of it once, two hours after; the command at six', async () => {
    const day = await awaited()
    expect(await day.arrival()).toBeNull()
    await day.inspects(fresh)
    expect(await day.arrival()).toEqual({ at: null })
    expect(await missing(day, ...evening)).toEqual([...reminded, ...alerted])
  })

  it('let go at two checkpoints of one trip: the company is still told once', async () => {
    const day = await awaited()
    await day.inspects(fresh)
    day.forward(30)
    await day.inspects(fresh)
    expect(await missing(day, ...evening)).toEqual([...reminded, ...alerted])
  })

  it('the driver says so: no reminder, no alert; saying it again changes nothing', async () => {
    const day = await awaited()
    await day.inspects(fresh)
    day.until('16T12:20')
    expect((await day.presses()).as(sayArrived.answer)).toMatchObject({
      arrivedAt: iso('16T12:20'),
      code: { arrival: { at: iso('16T12:20') } },
    })
    day.until('16T12:40')
    expect((await day.presses()).as(sayArrived.answer).arrivedAt).toBe(iso('16T12:20'))
    expect([await day.arrival(), await missing(day, ...evening)]).toEqual([{ at: iso('16T12:20') }, []])
  })

  it('after the reminder he says so: no alert', async () => {
    const day = await awaited()
    await day.inspects(fresh)
    const before = await missing(day, '16T13:00')
    await day.presses()
    expect([before, await missing(day, '16T17:00', '16T20:00')]).toEqual([reminded, []])
  })

  it('nobody looked for hours, and he was there when somebody did: the reminder that was missed is not sent', async () => {
    const day = await awaited()
    await day.inspects(fresh)
    day.until('16T14:00')
    await day.presses()
    expect(await missing(day, '16T15:00', '16T20:00')).toEqual([])
    expect(await day.done('T6')).toEqual(['remind-company late untold'])
  })

  it('the record of his release is undone: nobody awaits him', async () => {
    const day = await awaited()
    const { id } = await day.inspects(fresh)
    day.forward(1)
    await day.inspects({ ...fresh, nucleicAcid: { result: 'positive', reportedAt: iso('16T09:00') } }, { corrects: id })
    expect([await day.arrival(), await missing(day, ...evening)]).toEqual([null, []])
  })

  it('the record of his release comes in after he was there: nobody is told', async () => {
    const day = await awaited()
    day.until('16T12:20')
    await day.presses()
    expect(await day.arrival()).toBeNull()
    day.until('16T15:00')
    await day.inspects(fresh, { madeAt: iso('16T10:05') })
    expect(await day.arrival()).toEqual({ at: iso('16T12:20') })
    expect(await missing(day, '16T15:01', '16T20:00')).toEqual([])
  })

  it('pressed where there is no network, sent hours later: it counts from the pressing', async () => {
    const day = await awaited()
    await day.inspects(fresh)
    await missing(day, '16T13:00')
    day.until('16T16:00')
    expect((await day.presses('16T12:20')).as(sayArrived.answer).arrivedAt).toBe(iso('16T12:20'))
    expect(await missing(day, '16T17:00')).toEqual([])
  })

  it.each([
    ['ahead', '17T12:20', '16T12:00'],
    ['before the registration', '15T12:20', '16T10:00'],
  ])('a phone whose clock is %s is believed as far as it can be', async (_, pressed, counted) => {
    const day = await awaited()
    await day.inspects(fresh)
    day.until('16T12:00')
    expect((await day.presses(pressed)).as(sayArrived.answer).arrivedAt).toBe(iso(counted))
    expect(refusal(await day.driver.own('/arrived', 'POST', { at: '2022-02-30T00:00:00+08:00' }))).toMatch(/^400/)
  })

  it('who says that he has left need not say it', async () => {
    const day = await awaited()
    await day.inspects(fresh)
    await day.saysLeft()
    expect([await day.arrival(), await missing(day, ...evening)]).toEqual([null, []])
  })

  it('after his registration has ended he can still say it', async () => {
    const day = await awaited()
    await day.inspects(fresh)
    day.forward(20 * 24 * 60)
    expect((await day.presses()).status).toBe(200)
  })
})

describe('the office, after a telephone call', () => {
  it('between the reminder and the alert: no alert, and the log tells of it', async () => {
    const day = await awaited()
    await day.inspects(fresh)
    await missing(day, '16T13:00')
    day.until('16T13:20')
    expect((await day.records('16T12:10')).as(recordArrival.answer)).toEqual({
      trip: day.driver.trip.id,
      arrivedAt: iso('16T12:10'),
    })
    expect(await missing(day, '16T17:00', '16T20:00')).toEqual([])
    const entries = await day.db.all(
      sql
        .selectFrom('audit')
        .select(['kind', 'role', 'subject', 'detail'])
        .where('action', '=', 'arrival-recorded')
        .compile(),
    )
    expect(entries).toEqual([
      {
        kind: 'trip',
        role: 'dispatcher',
        subject: day.driver.trip.id,
        detail: JSON.stringify({
          plate: day.driver.trip.plate,
          trip: day.driver.trip.number.replaceAll(' ', ''),
          at: iso('16T12:10'),
        }),
      },
    ])
  })

  it('too late for the alert: it stands all the same, and nothing more follows', async () => {
    const day = await awaited()
    await day.inspects(fresh)
    expect(await missing(day, '16T13:00', '16T17:00')).toEqual([...reminded, ...alerted])
    day.until('16T19:00')
    await day.records('16T12:10', 'command')
    expect([await day.arrival(), await missing(day, '16T20:00')]).toEqual([{ at: iso('16T12:10') }, []])
  })

  it('finds at the message which truck, and that it has arrived', async () => {
    const day = await awaited()
    await day.inspects(fresh)
    await missing(day, '16T13:00', '16T17:00')
    const seen = async (role: StaffRole) =>
      (await (await day.staff(role)).send('GET', '/api/messages'))
        .as(listMessages.answer)
        .items.map(({ kind, arrival }) => [kind, arrival])
    const trip = day.driver.trip.id
    expect(await seen('command')).toEqual([['alert-command', { trip, at: null }]])
    await day.records(undefined, 'epidemic')
    expect(await seen('command')).toEqual([['alert-command', { trip, at: iso('16T17:00') }]])
    expect((await seen('epidemic')).filter(([kind]) => kind === 'remind-test').every(([, of]) => of === null)).toBe(
      true,
    )
  })

  it('the first to say so counts, whoever it is; two at once are one deed', async () => {
    const day = await awaited()
    await day.inspects(fresh)
    day.until('16T12:00')
    const answers = await Promise.all([day.records('16T11:10'), day.records('16T11:40', 'command'), day.presses()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const [arrival] = await day.db.all(sql.selectFrom('arrival').selectAll().compile())
    const said = answers.map(({ body }) => (body as { arrivedAt: string }).arrivedAt)
    expect(new Set(said).size).toBe(1)
    const logged = await day.db.all(
      sql.selectFrom('audit').select('seq').where('action', '=', 'arrival-recorded').compile(),
    )
    expect(logged).toHaveLength(arrival?.source === 'office' ? 1 : 0)
  })

  it('refuses what cannot be', async () => {
    const day = await awaited()
    expect(refusal(await day.records('16T23:00'))).toBe('400 TR-13 at')
    expect(refusal(await day.records('16T09:00'))).toBe('400 TR-13 at')
    expect(refusal(await day.records(undefined, 'dispatcher', crypto.randomUUID()))).toBe('404 TR-01 path.id')
    expect(await day.db.all(sql.selectFrom('arrival').selectAll().compile())).toEqual([])
  })
})
