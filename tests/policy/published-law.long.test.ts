import { describe, expect, test } from 'vitest'
import { Fault } from '../../shared/fault.ts'
import { hour, minute, plus, type Instant } from '../../shared/instant.ts'
import { editions } from '../../shared/policy/edition.ts'
import { provedUnder } from '../../shared/policy/overlay-weighed.ts'
import { parseOverlay } from '../../shared/policy/overlay.ts'
import {
  lawOf,
  nothingPublished,
  publishedAt,
  type LawOverTime,
  type PublishedLaw,
} from '../../shared/policy/published-law.ts'
import { parsePublished, publishedToJson } from '../../shared/policy/published-wire.ts'
import { checkOverlay } from '../../shared/policy/overlay-check.ts'
import { switches } from '../../shared/policy/overlay-settings.ts'
import { amendment, lawWith, newDocument, publishing } from './amendment-kit.ts'
import { overlayFile } from './overlay-kit.ts'
import { moment, now } from './truck.ts'

const [program] = editions
const hoursOf = (law: LawOverTime, at: Instant) => law.editionAt(at).numbersAt(at).testValidity
const noon = moment('16T12:00')
const longer = amendment({ testValidity: 72 })

test('with nothing published it is the program’s own law', () => {
  const law = lawOf(nothingPublished)
  for (const at of [moment('2020-01-01T00:00'), now, moment('2030-01-01T00:00')])
    expect(law.editionAt(at, { checkpoint: 'JZ-G01', county: '410822' })).toBe(program)
  expect([law.editions, law.edition(program.id), law.edition('none')]).toEqual([[program], program, undefined])
})

describe('what holds at a moment is what was published, begun and not ended then', () => {
  const law = lawWith({ amendment: longer, at: plus(now, hour), ended: moment('16T15:00') })
  test.each([
    ['before its publication', '16T10:59', 48],
    ['published, not begun', '16T11:30', 48],
    ['the last moment before', '16T11:59:59', 48],
    ['from its moment on', '16T12:00', 72],
    ['until it was taken back', '16T14:59:59', 72],
    ['from then on', '16T15:00', 48],
    ['and ever after', '2023-01-01T00:00', 48],
  ] as const)('%s (%s): %i h', (_, at, hours) => expect(hoursOf(law, moment(at))).toBe(hours))

  test('a rollback brings the edition before it back, with its own id; a verdict of before stays with what then held', () => {
    const ids = ['16T11:00', '16T13:00', '16T16:00'].map((at) => law.editionAt(moment(at)).id)
    expect(ids).toEqual([program.id, law.editions[1]!.id, program.id])
    expect(law.edition(ids[1]!)?.numbersAt(noon).testValidity).toBe(72)
  })
  test('one published after its own day holds from its publication', () => {
    const late = lawWith({ amendment: longer, at: plus(noon, hour) })
    expect([hoursOf(late, plus(noon, 59 * minute)), hoursOf(late, plus(noon, hour))]).toEqual([48, 72])
  })
  test('one taken back before it began never held', () => {
    const never = lawWith({ amendment: longer, at: now, ended: plus(now, minute) })
    expect(never.editions).toEqual([program])
  })
})

describe('several', () => {
  const may20 = amendment({ testValidity: 24, passLife: 20 }, { from: '2022-05-20T00:00:00+08:00' })
  const june = amendment({ testValidity: 72 }, { from: '2022-06-01T00:00:00+08:00' })
  const both = lawWith({ amendment: june, at: now }, { amendment: may20, at: plus(now, hour) })
  const at = (text: string) => both.editionAt(moment(text)).numbersAt(moment(text))

  test('each from its own moment, in whatever order they were published', () => {
    expect([at('19T23:59').testValidity, at('20T00:00').testValidity, at('2022-06-01T00:00').testValidity]).toEqual([
      48, 24, 72,
    ])
    expect(at('2022-06-01T00:00').passLife).toBe(20)
    expect(both.periods.map(({ amendments }) => amendments)).toEqual([[], ['a1'], ['a1', 'a0']])
  })
  test('the order in which they are told changes nothing', () => {
    const published = publishing({ amendment: june, at: now }, { amendment: may20, at: plus(now, hour) })
    const turned = lawOf({ ...published, amendments: published.amendments.toReversed() })
    expect(turned.editions.map(({ id }) => id)).toEqual(both.editions.map(({ id }) => id))
  })
  test('of two that begin together the later published holds', () => {
    const first = amendment({ testValidity: 24 })
    const law = lawWith({ amendment: longer, at: plus(now, minute) }, { amendment: first, at: now })
    expect(hoursOf(law, noon)).toBe(72)
  })
  test('one taken back leaves the other as if it had been alone', () => {
    const ended = moment('25T00:00')
    const law = lawWith({ amendment: june, at: now }, { amendment: may20, at: plus(now, hour), ended })
    const alone = lawWith({ amendment: june, at: now })
    expect(law.editionAt(moment('2022-06-02T00:00')).id).toBe(alone.editionAt(moment('2022-06-02T00:00')).id)
  })
})

describe('the settings of places', () => {
  const milder = parseOverlay(overlayFile({ testValidityHours: 72, priorReleaseHours: 36 }))
  const at = { checkpoint: 'JZ-G01', county: '410822' }
  const overlay = (more: Partial<PublishedLaw['overlays'][number]> = {}): PublishedLaw['overlays'][number] => ({
    level: 'county',
    place: '410822',
    overlay: milder,
    under: provedUnder(program),
    from: now,
    endedAt: null,
    ...more,
  })
  const hoursAt = (law: LawOverTime, where = at, when = plus(now, hour)) =>
    law.editionAt(when, where).numbersAt(when).testValidity

  test('bind in their county, from their moment to their end, and nowhere else', () => {
    const law = lawOf({ amendments: [], overlays: [overlay({ endedAt: plus(now, 2 * hour) })] })
    expect(hoursAt(law)).toBe(72)
    expect(hoursAt(law, { checkpoint: 'JZ-G09', county: '410881' })).toBe(48)
    expect(hoursAt(law, at, plus(now, -1))).toBe(48)
    expect(hoursAt(law, at, plus(now, 2 * hour))).toBe(48)
    expect(law.editionAt(plus(now, hour))).toBe(program)
    const id = law.editionAt(plus(now, hour), at).id
    expect(law.edition(id)?.id).toBe(id)
  })
  test('a checkpoint’s lie over its county’s, when they were proved against them', () => {
    const county = lawOf({ amendments: [], overlays: [overlay()] }).editionAt(plus(now, hour), at)
    const own = parseOverlay(overlayFile({ testValidityHours: 96 }, { level: 'checkpoint' }))
    const over = overlay({ level: 'checkpoint', place: 'JZ-G01', overlay: own, under: provedUnder(county) })
    const law = lawOf({ amendments: [], overlays: [overlay(), over] })
    expect(hoursAt(law)).toBe(96)
    expect(law.editionAt(plus(now, hour), at).numbersAt(plus(now, hour)).priorReleaseWindow).toBe(36)
    expect(hoursAt(law, { checkpoint: 'JZ-G02', county: '410822' })).toBe(72)
    const apart = lawOf({ amendments: [], overlays: [overlay(), { ...over, under: provedUnder(program) }] })
    expect(hoursAt(apart)).toBe(72)
  })
  test('rest over a law that is another where their proof looks, and stay over one that is not', () => {
    const under = (one: ReturnType<typeof amendment>) =>
      lawOf({ ...publishing({ amendment: one, at: now }), overlays: [overlay()] })
    const [unrelated, weighed] = [
      under(amendment({ appealTarget: 10, appealAlert: 20 })),
      under(amendment({ priorReleaseWindow: 48 })),
    ]
    expect([hoursAt(unrelated, at, noon), hoursAt(weighed, at, noon)]).toEqual([72, 48])
    expect([hoursAt(unrelated), hoursAt(weighed)]).toEqual([72, 72])
  })
  test('never hold a switch that is on: each alone is stricter, so that a number of the law is all they change', () => {
    for (const name of Object.keys(switches))
      expect([name, checkOverlay(overlayFile({ [name]: true })).proof.ok]).toEqual([name, false])
  }, 60_000)

  test('a phone is given its own place only, without what was ended long ago', () => {
    const other = overlay({ place: '410881' })
    const ended = overlay({ endedAt: plus(now, -hour) })
    const published = {
      ...publishing({ amendment: longer, at: now, ended: plus(now, -2 * hour) }, { amendment: longer, at: now }),
      overlays: [overlay(), other, ended],
    }
    const given = publishedAt(published, at, plus(now, -hour))
    expect([given.amendments.map(({ id }) => id), given.overlays]).toEqual([['a1'], [overlay()]])
    const whole = lawOf(published)
    for (const when of [now, noon, plus(noon, 48 * hour)])
      expect(lawOf(given).editionAt(when, at).id).toBe(whole.editionAt(when, at).id)
  })
})

describe('as JSON', () => {
  const document = amendment({ testValidity: 72 }, { basis: { document: newDocument } })
  const published: PublishedLaw = {
    ...publishing({ amendment: document, at: plus(now, 1), ended: plus(now, 60_001) }, { amendment: longer, at: now }),
    overlays: [
      {
        level: 'checkpoint',
        place: 'JZ-G01',
        overlay: parseOverlay(overlayFile({ testValidityHours: 72 })),
        under: provedUnder(program),
        from: plus(now, 7),
        endedAt: null,
      },
    ],
  }
  test('comes back to the millisecond, and makes the same editions', () => {
    const back = parsePublished(JSON.parse(JSON.stringify(publishedToJson(published))))
    expect(back).toEqual(published)
    expect(
      lawOf(back)
        .every()
        .map(({ id }) => id),
    ).toEqual(
      lawOf(published)
        .every()
        .map(({ id }) => id),
    )
  })
  test.each<readonly [string, (json: Record<string, unknown[]>) => unknown]>([
    ['not an object', () => 'law'],
    ['no list', () => ({})],
    ['an amendment that is none', (json) => ({ ...json, amendments: ['x'] })],
    [
      'without its moment',
      (json) => ({ ...json, amendments: [{ ...Object(json['amendments']![0]), publishedAt: 'now' }] }),
    ],
    [
      'a number that this program does not know',
      (json) => JSON.parse(JSON.stringify(json).replace('testValidity', 'futureNumber')),
    ],
    ['an overlay of another level', (json) => JSON.parse(JSON.stringify(json).replace('"checkpoint"', '"village"'))],
  ])('is refused as a whole: %s', (_, spoil) => {
    const json = JSON.parse(JSON.stringify(publishedToJson(published))) as Record<string, unknown[]>
    expect(() => parsePublished(spoil(json))).toThrow(Fault)
  })
})
