import { describe, expect, test } from 'vitest'
import { numberSettings, switches } from '../../shared/policy/overlay-settings.ts'
import { found, isTrue, overlayFile } from './overlay-kit.ts'

describe('each switch by itself is found', () => {
  test.each(Object.keys(switches))('%s', (name) => {
    const json = overlayFile({ [name]: true })
    const list = found(json)
    expect(list.length).toBeGreaterThan(0)
    for (const one of list) expect([isTrue(one, json), one.points > 0]).toEqual([true, true])
  })
  test('none of them on', () => {
    expect(found(overlayFile(Object.fromEntries(Object.keys(switches).map((name) => [name, false]))))).toEqual([])
  })
})

/** Beside what the law says: a step in the strict direction, and one in the mild. */
const steps: Readonly<Record<keyof typeof numberSettings, readonly [strict: number, mild: number]>> = {
  testValidityHours: [47, 49],
  normalMax: [37.1, 37.3],
  priorReleaseHours: [23, 25],
  pendingSampleHours: [23, 25],
  driverWhitelistDays: [8, 6],
  riskLookBackDays: [15, 13],
  riskStayHours: [3, 5],
  freightCodeHours: [23, 25],
}

describe('each number by itself', () => {
  test.each(Object.entries(steps))('%s: one step stricter is found', (name, [strict]) => {
    const json = overlayFile({ [name]: strict })
    const list = found(json)
    expect(list.length).toBeGreaterThan(0)
    for (const one of list) expect(isTrue(one, json)).toBe(true)
  })
  test('one step milder in all of them is lawful', () => {
    expect(
      found(overlayFile(Object.fromEntries(Object.entries(steps).map(([name, [, mild]]) => [name, mild])))),
    ).toEqual([])
  })
})
