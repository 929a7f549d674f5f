import { describe, expect, it } from 'vitest'
import {
  bodyOf,
  checkRoad,
  exampleOf,
  formOf,
  stakeTyped,
  withSign,
  type Road,
  type RoadForm,
} from '../../checkpoint-app/office/checkpoints/road.ts'
import { zh as words } from '../../checkpoint-app/office/checkpoints/road-words.zh.ts'
import { changeSite } from '../../schema/api/sites.ts'

const road: Road = {
  checkpoint: 'JZ-G04',
  version: 3,
  approachLanes: 2,
  approachMetres: 4000,
  greenLane: null,
  booth: { stake: 'K44+950', upstream: 'decreasing' },
  fenceMetres: 2500,
  signs: [
    { number: 2, metres: 300, stake: 'K44+650' },
    { number: 5, metres: 600, stake: 'K44+350' },
  ],
  changed: null,
  may: { change: true },
}
const form: RoadForm = { ...formOf(road), reason: '踏勘' }
const errors = (more: Partial<RoadForm>) => Object.keys(checkRoad({ ...form, ...more }, 4, words, '必填'))

describe('the form of a road', () => {
  it('sends what it was opened with, and keeps the contract', () => {
    const body = bodyOf(form, road.version)
    expect(changeSite.body?.parse(body)).toEqual(body)
    const { checkpoint: _, changed: __, may: ___, signs, ...same } = road
    expect(body).toEqual({ ...same, signs: signs.map(({ number, metres }) => ({ number, metres })), reason: '踏勘' })
  })
  it('empty fields are nothing, not nought', () => {
    expect(bodyOf({ ...form, stake: '', greenLane: '', fenceMetres: '', signs: [] }, 0)).toMatchObject({
      booth: null,
      greenLane: null,
      fenceMetres: null,
      signs: [],
    })
  })
  it.each<[string, Partial<RoadForm>, string[]]>([
    ['as it stands', {}, []],
    ['no reason', { reason: ' ' }, ['reason']],
    ['a green lane of five on four', { greenLane: '5' }, ['greenLane']],
    ['a stake without its plus', { stake: 'K44950' }, ['stake']],
    ['a fence beyond the approach', { fenceMetres: '4001' }, ['fenceMetres']],
    ['no room for a queue', { approachMetres: '' }, ['approachMetres']],
    ['a sign without its metres', { signs: [{ number: 1, metres: '' }] }, ['signs']],
    [
      'two signs at one place',
      {
        signs: [
          { number: 1, metres: '300' },
          { number: 2, metres: '0300' },
        ],
      },
      ['signs'],
    ],
    ['a sign beyond the approach', { signs: [{ number: 1, metres: '4001' }] }, ['signs']],
  ])('%s', (_, more, named) => expect(errors(more)).toEqual(named))
  it('a new sign has a number that none of them ever had', () => {
    expect(withSign(form.signs).at(-1)).toEqual({ number: 6, metres: '' })
    expect(withSign([])).toEqual([{ number: 1, metres: '' }])
  })
  it('shows what a stake up the queue will be read as, in the direction chosen', () => {
    expect(exampleOf(form)).toEqual({ stake: 'K44+450', metres: 500 })
    expect(exampleOf({ ...form, upstream: 'increasing' })).toEqual({ stake: 'K45+450', metres: 500 })
    expect(exampleOf({ ...form, stake: '' })).toBeUndefined()
    expect(exampleOf({ ...form, stake: 'K0+200' })).toBeUndefined()
  })
  it('takes a stake as thumbs type it', () => expect(stakeTyped(' k44＋950 ')).toBe('K44+950'))
})
