import { describe, expect, it } from 'vitest'
import { answersRelease } from '../../../shared/codes/tracked-sample.ts'
import { instant, parseInstant } from '../../../shared/instant.ts'
import {
  laterNegative,
  overdueForTestPoint,
  positiveForCheckpoint,
  positiveForCompany,
  positiveForOffices,
} from '../../../shared/wording/messages-tracking.ts'
import { checkpointsAhead } from '../../../server/usecases/tracking-ahead.ts'

const at = (time: string) => parseInstant(`2022-05-${time}+08:00`) ?? instant(0)

describe('which result answers a release at 05-16 10:00', () => {
  const releasedAt = at('16T10:00:00')
  it.each<[string, string | null, string | null, string, boolean]>([
    ['sampled at the release', '16T10:00:00', null, '16T18:00:00', true],
    ['sampled a day before to the minute', '15T10:00:00', '16T09:00:00', '16T18:00:00', true],
    [
      'sampled a minute more than a day before, reported before the release',
      '15T09:59:00',
      '16T09:59:00',
      '16T18:00:00',
      false,
    ],
    ['sampled long before, reported after the release', '14T10:00:00', '16T10:01:00', '16T18:00:00', true],
    ['reported before the release, no sampling time', null, '16T09:59:00', '16T18:00:00', false],
    ['reported at the release, no sampling time', null, '16T10:00:00', '16T18:00:00', true],
    ['without a time, here after the release', null, null, '16T18:00:00', true],
    ['without a time, here before the release', null, null, '16T09:00:00', false],
    ['sampled long before, no report time', '10T10:00:00', null, '16T18:00:00', false],
  ])('%s', (_title, sampled, reported, takenIn, expected) => {
    const result = {
      sampledAt: sampled === null ? null : at(sampled),
      reportedAt: reported === null ? null : at(reported),
      takenInAt: at(takenIn),
    }
    expect(answersRelease(releasedAt, result)).toBe(expected)
  })
})

describe('the checkpoints ahead of a truck let go at A', () => {
  const place = (id: string, county: string, active: 0 | 1 = 1) =>
    ({ id, county, active, name: id, road: '', lanes: 1, fictional: 1 }) as const
  const places = [
    place('A', '410811'),
    place('B', '410823'),
    place('C', '410882'),
    place('D', '410823', 0),
    place('E', '410105'),
  ]
  const trip = (to: string, via: string[] = [], checkpoint: string | null = null) => ({
    to_region: to,
    via: JSON.stringify(via),
    checkpoint_id: checkpoint,
  })
  it.each<[string, Parameters<typeof checkpointsAhead>[0], string]>([
    ['in the county it goes to, closed ones not among them', trip('410823'), 'B'],
    ['in the counties it goes through', trip('410823', ['410882']), 'B C'],
    ['the one it named', trip('410823', [], 'E'), 'B E'],
    ['to a city: all its counties', trip('410800'), 'B C'],
    ['to a province: all of it', trip('410000'), 'B C E'],
    ['to where there is none: every other one', trip('310115'), 'B C E'],
    ['only the one that let it go stands in its county: every other one', trip('410811'), 'B C E'],
    ['nothing is known of the trip: every other one', undefined, 'B C E'],
  ])('%s', (_title, of, expected) => {
    expect(
      checkpointsAhead(of, 'A', places)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(expected)
  })
})

describe('the words', () => {
  const found = { plate: '豫HX00001', released: { checkpoint: '焦作西站', at: at('16T10:00:00') }, ahead: ['武陟站'] }
  const waiting = { plate: '豫HX00001', checkpoint: '焦作西站', at: at('16T10:00:00'), hours: 24 }

  it('an SMS has 70 characters at most, also for the longest plate', () => {
    expect(Array.from(positiveForCompany(found).zh).length).toBeLessThanOrEqual(70)
  })

  it('say it in Chinese and in English, and never what must not stand on a screen', () => {
    const all = [
      positiveForOffices(found),
      positiveForOffices({ ...found, ahead: [] }),
      positiveForCheckpoint(found),
      positiveForCheckpoint({ ...found, released: undefined }),
      positiveForCompany(found),
      overdueForTestPoint(waiting),
      laterNegative('豫HX0001'),
    ]
    for (const { zh, en } of all) {
      expect(zh).not.toMatch(/劝返|禁止通行|不予放行|遣返|疑似患者|黑名单|高危人员/)
      expect(en.replace(/豫H·X0001|豫H·X00001|焦作西站|武陟站|豫HX00001/g, '')).not.toMatch(/\p{Script=Han}/u)
    }
  })
})
