import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { changeOf, formOf } from '../../checkpoint-app/driver/trip-request.ts'
import { draftOf } from '../../checkpoint-app/driver/draft.ts'
import { tripChange, tripForm } from '../../schema/api/trips.ts'
import { draft, driver, id, now } from './draft-kit.ts'
import { keptTrip } from './kept-trip.ts'

it('sends the eight needed fields in their stored form, and nothing that was not given', () => {
  expect(formOf(draft(), now)).toEqual({
    id,
    plate: '豫H12345',
    from: '330402',
    via: [],
    to: '410823',
    eta: '2022-05-16T13:30:00+08:00',
    cargo: '09',
    riskStay: null,
    plan: 'leave-at-once',
    throughTrain: false,
    commitment: true,
    crew: [{ role: 'driver', name: '张小三', document: 'id-card', number: '11010519491231002X', phone: '13800138000' }],
  })
})

it('sends what was unfolded too', () => {
  const full = draft({
    trailer: '豫H·1234挂',
    via: ['320500', ''],
    checkpoint: 'JZ-G01',
    cargoName: ' 蔬菜 ',
    consignee: '示例食品',
    riskStay: 'no',
    plan: 'short-stay',
    lodging: 'none',
    throughTrain: true,
    crew: [driver, { ...driver, role: 'escort', name: '李四', phone: '' }],
  })
  const form = formOf(full, now)
  expect(form).toMatchObject({
    trailer: '豫H1234挂',
    via: [{ region: '320500' }],
    checkpoint: 'JZ-G01',
    cargoName: '蔬菜',
    riskStay: false,
    lodging: 'none',
    throughTrain: true,
  })
  expect(form?.crew[1]).not.toHaveProperty('phone')
  expect(z.safeParse(tripForm, form).success).toBe(true)
})

it('drops the lodging of a driver who leaves at once', () => {
  expect(formOf(draft({ plan: 'leave-at-once', lodging: 'none' }), now)).not.toHaveProperty('lodging')
})

describe('there is nothing to send without', () => {
  it.each([
    ['a kind of goods', { cargo: '' as const }],
    ['the commitment', { commitment: false }],
    ['a moment of arrival', { etaDay: '' }],
  ])('%s', (_, lacking) => {
    expect(formOf(draft(lacking), now)).toBeUndefined()
  })
})

it('takes the moment the button was pressed for 「现在」', () => {
  expect(formOf(draft({ etaTime: 'now' }), now)?.eta).toBe('2022-05-16T10:05:00+08:00')
})

it('corrects a trip with its version, members already known by their seat', () => {
  const begun = draftOf(keptTrip().trip, { etaDay: '2022-05-16', etaTime: '15:00' })
  const changed = { ...begun, commitment: true, crew: [...begun.crew, { ...driver, role: 'escort' as const }] }
  const body = changeOf(changed, now)
  expect(body?.version).toBe(1)
  expect(body?.crew).toEqual([{ seat: 0 }, expect.objectContaining({ name: '张小三', role: 'escort' })])
  expect(z.safeParse(tripChange, body).success).toBe(true)
  expect(changeOf(draft(), now)).toBeUndefined()
})
