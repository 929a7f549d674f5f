import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hour, minute } from '../../shared/instant.ts'
import { kilometresBetween, shortestDrive, tooFarFrom, twoPlacesNumbers } from '../../shared/leads/two-places.ts'
import type { Place } from '../../shared/leads/two-places.ts'

const place = (lat: number, lon: number): Place => ({ lat, lon })
const anywhere = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('the straight line', () => {
  it.each([
    ['a degree of latitude', place(35, 113), place(36, 113), 111.2],
    ['a degree of longitude in Jiaozuo', place(35.2, 113), place(35.2, 114), 90.9],
    ['half round the earth', place(0, 0), place(0, 180), 20015.1],
    ['over the date line', place(35, 179.9), place(35, -179.9), 18.2],
    ['nowhere', place(35.2, 113.2), place(35.2, 113.2), 0],
  ])('%s', (_, a, b, km) => expect(kilometresBetween(a, b)).toBeCloseTo(km, 1))

  it('is the same both ways, never negative and never more than half round the earth', () =>
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const km = kilometresBetween(a, b)
        expect(km).toBeCloseTo(kilometresBetween(b, a), 6)
        expect(km >= 0 && km <= 20016).toBe(true)
      }),
    ))
})

describe('how soon nobody can be there', () => {
  // 110 km/h over all but 2 km, less 10 minutes; by hand.
  it.each([
    [0, 0, 0],
    [2, 0, 0],
    [20, 0, 0], // 9.8 minutes of driving, within the slack
    [21, 0, 0.36],
    [57, 0, 20],
    [112, 0, 50],
    [112, 1, 20], // one clock never compared
    [112, 2, 0],
    [222, 2, 50],
  ] as const)('%i km, %i clocks unknown: %d min', (km, unknown, minutes) =>
    expect(shortestDrive(km, unknown) / minute).toBeCloseTo(minutes, 1),
  )

  it('is later the farther it is, and never before a truck at 110 km/h', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 3000, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (km, more) => {
          expect(shortestDrive(km + more)).toBeGreaterThanOrEqual(shortestDrive(km))
          expect(shortestDrive(km)).toBeLessThanOrEqual((km / twoPlacesNumbers.kmPerHour) * hour)
        },
      ),
    ))
})

describe('from a checkpoint', () => {
  const west = place(35.238, 113.09)
  const places = new Map([
    ['JZ-G01', west],
    ['JZ-G02', place(35.11, 113.43)], // 34 km off
    ['JZ-G03', place(35.24, 113.15)], // 5 km off
  ])
  it('only those are too far that take more than the slack; where it stands itself is not', () => {
    expect(tooFarFrom('JZ-G01', places)).toEqual([
      { checkpoint: 'JZ-G02', km: 34, within: expect.closeTo(7.5 * minute, -4) },
    ])
  })
  it('nothing is known of a place without coordinates, from it or to it', () => {
    expect(tooFarFrom('JZ-G09', places)).toEqual([])
    expect(tooFarFrom('JZ-G01', new Map([['JZ-G01', west]]))).toEqual([])
  })
})
