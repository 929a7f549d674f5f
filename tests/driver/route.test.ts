import { describe, expect, it } from 'vitest'
import { findBody, type Clues } from '../../checkpoint-app/driver/find-screen.tsx'
import { hashOf, linkOf, routeOf, tabRoute } from '../../checkpoint-app/driver/route.ts'
import { showNumber } from '../../checkpoint-app/driver/trip-facts.tsx'
import { id } from './draft-kit.ts'

describe('each screen has an address', () => {
  it.each([
    { screen: 'code', id: null },
    { screen: 'code', id },
    { screen: 'pass', id: null },
    { screen: 'register', page: 2 },
    { screen: 'correct', id, page: 1 },
    { screen: 'trips' },
    { screen: 'find' },
    { screen: 'appeal', opening: null },
    { screen: 'appeal', opening: `Y1@${id}/0` },
    { screen: 'cases', trip: null, inspection: null },
    { screen: 'cases', trip: 'b2a0', inspection: null },
    { screen: 'cases', trip: 'b2a0', inspection: 'c3d4' },
  ] as const)('%j', (route) => {
    expect(routeOf(hashOf(route))).toEqual(route)
  })
})

describe('with two trips on the phone', () => {
  it('the pass behind a code is that trip’s, and the code behind a pass', () => {
    expect(tabRoute('pass', { screen: 'code', id })).toEqual({ screen: 'pass', id })
    expect(tabRoute('code', { screen: 'pass', id })).toEqual({ screen: 'code', id })
    expect(tabRoute('code', { screen: 'correct', id, page: 1 })).toEqual({ screen: 'code', id })
  })

  it('a tab pressed again, or from elsewhere, leads to the newest', () => {
    expect(tabRoute('code', { screen: 'code', id })).toEqual({ screen: 'code', id: null })
    expect(tabRoute('pass', { screen: 'trips' })).toEqual({ screen: 'pass', id: null })
  })
})

it('opens the appeal about a reason whose id is written as it is', () => {
  expect(routeOf(`#/appeal/Y1@${id}/0`)).toEqual({ screen: 'appeal', opening: `Y1@${id}/0` })
  expect(routeOf('#/appeal/%')).toEqual({ screen: 'appeal', opening: null })
})

it('shows the code for an address it does not know', () => {
  for (const hash of ['', '#', '#/', '#/nowhere/1', '#at=JZ-G01'])
    expect(routeOf(hash)).toEqual({ screen: 'code', id: null })
})

it("reads a checkpoint's code and a trip's link, and nothing else", () => {
  expect(linkOf('#at=JZ-G01')).toEqual({ checkpoint: 'JZ-G01' })
  expect(linkOf(`#trip=${id}&key=abc_-1`)).toEqual({ trip: id, key: 'abc_-1' })
  for (const hash of ['', '#/trips', '#at=<b>', '#at=', `#trip=${id}`, '#trip=7&key=a'])
    expect(linkOf(hash)).toBeUndefined()
})

const clues: Clues = {
  way: 'number',
  number: '9883 7620-8022',
  phoneTail: '8000',
  plate: '豫h·12345',
  phone: '+86 138 0013 8000',
  idTail: '002x',
}

it('finds by number or by plate, however they are typed', () => {
  expect(findBody(clues)).toEqual({ number: '988376208022', phoneTail: '8000' })
  expect(findBody({ ...clues, way: 'plate' })).toEqual({ plate: '豫H12345', phone: '13800138000', idTail: '002X' })
  expect(findBody({ ...clues, phoneTail: '800' })).toBeUndefined()
  expect(findBody({ ...clues, way: 'plate', idTail: '' })).toBeUndefined()
})

it('writes the number in fours', () => {
  expect(showNumber('988376208022')).toBe('9883 7620 8022')
})
