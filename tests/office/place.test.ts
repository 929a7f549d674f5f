import { expect, it } from 'vitest'
import { placeText, readPlace } from '../../checkpoint-app/office/checkpoints/place.ts'

it.each([
  ['35.238, 113.09', { lat: 35.238, lon: 113.09 }],
  ['35.238，113.09', { lat: 35.238, lon: 113.09 }],
  ['35.238 113.09', { lat: 35.238, lon: 113.09 }],
  ['35.238°, 113.09°', { lat: 35.238, lon: 113.09 }],
  ['-12,-77', { lat: -12, lon: -77 }],
  ['', null],
  ['  ', null],
  ['113.09, 35.238', undefined], // the other way round
  ['35.238', undefined],
  ['35.238, 190', undefined],
  ['焦作西站', undefined],
])('%s', (typed, place) => expect(readPlace(typed)).toEqual(place))

it('written and read again is the same', () =>
  expect(readPlace(placeText({ lat: 35.1, lon: 113.4 }))).toEqual({ lat: 35.1, lon: 113.4 }))
