import { describe, expect, it } from 'vitest'
import { hour, instant, minute, parseInstant, plus } from '../../shared/instant.ts'
import { reasonIds, listReasons, reasonsFor } from '../../shared/lists/reasons.ts'
import { deeds } from '../../shared/lists/stage.ts'
import { overlap, refusalOfExtension, refusalOfTerm } from '../../shared/lists/term.ts'
import { transferEntry } from '../../shared/lists/transfer.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'

const moment = (text: string) => parseInstant(`2022-05-${text}:00+08:00`) ?? instant(0)
const now = moment('16T10:00')

describe('W1: no term under 7×24 h (G32)', () => {
  const shortest = numbersAt(now).driverWhitelistMin
  it.each([
    ['16T00:00', '22T00:00', 'too-short'],
    ['16T00:00', '22T23:59', 'too-short'],
    ['16T00:00', '23T00:00', null],
    ['16T00:00', '23T00:01', null],
    ['23T00:00', '16T00:00', 'backwards'],
    ['16T00:00', '16T00:00', 'backwards'],
    ['08T09:59', '16T09:59', 'over'],
    ['08T10:00', '16T10:00', null],
  ])('%s to %s: %s', (from, to, why) =>
    expect(refusalOfTerm({ from: moment(from), to: moment(to) }, now, shortest)).toBe(why),
  )
  it('the other lists have no shortest term', () =>
    expect(refusalOfTerm({ from: now, to: plus(now, minute) }, now, null)).toBeNull())
})

describe('extension without a gap', () => {
  const term = { from: moment('09T00:00'), to: moment('16T10:00') }
  it.each([
    ['to a later end', moment('18T00:00'), now, null],
    ['in its last minute', moment('18T00:00'), moment('16T10:00'), null],
    ['after its end', moment('18T00:00'), moment('16T10:01'), 'over'],
    ['to the same end', term.to, now, 'not-longer'],
    ['to an earlier end', moment('16T09:00'), now, 'not-longer'],
  ])('%s', (_, to, at, why) => expect(refusalOfExtension(term, to, at)).toBe(why))

  it('a second entry may begin where the first ends, and not a moment before', () => {
    const after = (from: string) => ({ from: moment(from), to: moment('30T00:00') })
    expect(overlap(term, after('16T10:00'))).toBe(false)
    expect(overlap(term, after('16T09:59'))).toBe(true)
  })
})

describe('the gate of a transfer point (G33): closed loop and a test within 24 h', () => {
  const hours = numbersAt(now).transferPointTestValidity
  const asked = (hoursAgo: number, closedLoop = true) =>
    transferEntry({ closedLoop, negativeAt: plus(now, -hoursAgo * hour), now }, hours)
  it.each([
    [24, 'enter'],
    [24 + 1 / 60, 'test-first'],
    [30, 'test-first'],
  ])('negative %d h ago: %s', (hoursAgo, entry) => expect(asked(hoursAgo)).toBe(entry))
  it('without a test, without a closed loop', () => {
    expect(transferEntry({ closedLoop: true, negativeAt: null, now }, hours)).toBe('test-first')
    expect(asked(1, false)).toBe('closed-loop-off')
  })
})

it('every deed that needs a reason has some, abuse among those to suspend, and nobody gives the system its own', () => {
  expect(reasonIds).toEqual(Object.keys(listReasons))
  expect(reasonsFor('suspend')).toEqual(expect.arrayContaining(['false-data', 'borrowed']))
  for (const deed of deeds.filter((one) => one !== 'extend')) expect(reasonsFor(deed).length).toBeGreaterThan(1)
  expect(deeds.flatMap(reasonsFor)).not.toContain('red-seen')
})
