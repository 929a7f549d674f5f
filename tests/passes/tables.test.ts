import { describe, expect, it } from 'vitest'
import { cargoCodes } from '../../shared/facts.ts'
import { instant } from '../../shared/instant.ts'
import { oldStyleCounts } from '../../shared/passes/old-style.ts'
import { passFlagIds, passFlags } from '../../shared/passes/checks.ts'
import {
  comesFirst,
  departmentFor,
  departmentIds,
  departments,
  isKeyGoods,
  keyGoods,
} from '../../shared/passes/departments.ts'
import {
  declineReasonIds,
  declineReasons,
  readPurposeIds,
  readPurposes,
  reasonsFor,
  standingDeeds,
  standingReasonIds,
  standingReasons,
  standingReasonWords,
  voidReasonIds,
  voidReasons,
} from '../../shared/passes/reasons.ts'

describe('R65: which department looks at which goods', () => {
  it.each([
    ['01', '医疗与防控物资', 'industry'],
    ['02', '生活必需品', 'commerce'],
    ['03', '政府储备物资', 'planning'],
    ['04', '邮政快递', 'post'],
    ['05', '农业生产资料', 'agriculture'],
    ['06', '能源', 'planning'],
    ['07', '原材料', 'industry'],
    ['08', '重点工业品', 'industry'],
    ['09', '鲜活农产品', 'agriculture'],
  ] as const)('%s %s → %s', (cargo, _, department) => expect(departmentFor(cargo)).toBe(department))

  it('every department has goods, every goods but the others is key goods, and daily necessities come first', () => {
    expect(new Set(keyGoods.map(departmentFor))).toEqual(new Set(departmentIds))
    expect(cargoCodes.filter((code) => !isKeyGoods(code))).toEqual(['99'])
    expect(cargoCodes.filter(comesFirst)).toEqual(['01', '02', '03', '04'])
  })
})

describe('closed lists of reasons', () => {
  it('a deed has its own reasons, and those of the system are nobody’s to choose', () => {
    expect(Object.fromEntries(standingDeeds.map((deed) => [deed, reasonsFor(deed)]))).toEqual({
      revoke: [
        'false-commitment',
        'false-data',
        'vehicle-changed',
        'lost',
        'applicant-asked',
        'court-or-police',
        'entered-in-error',
      ],
      suspend: ['false-commitment', 'false-data', 'being-checked', 'lost', 'applicant-asked', 'court-or-police'],
      restore: ['applicant-asked', 'checked', 'entered-in-error'],
    })
    expect(Object.keys(standingReasons).filter((id) => !standingReasonIds.some((one) => one === id))).toEqual([
      'trip-changed',
      'replaced',
      'other',
    ])
  })

  it('what was kept under a code of another version is another reason', () => {
    expect(standingReasonWords('toString')).toEqual(standingReasons.other)
    expect(standingReasonWords('replaced').zh).toBe('已换发新证')
  })

  it('each says in both languages what it is; a declined one what to do now', () => {
    const all = [
      ...Object.values(standingReasons),
      ...Object.values(departments),
      ...passFlagIds.map((id) => passFlags[id]),
      ...voidReasonIds.map((id) => voidReasons[id]),
      ...readPurposeIds.map((id) => readPurposes[id]),
      ...Object.values(declineReasons),
      ...Object.values(declineReasons).map(({ next }) => next),
    ]
    expect(all.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en) || en === '')).toEqual(
      [],
    )
    expect(Object.keys(declineReasons)).toEqual([...declineReasonIds, 'trip-changed'])
  })
})

it('R62: an old-style pass counts before 2022-05-08, and is information from then on', () => {
  const at = (iso: string) => oldStyleCounts(instant(Date.parse(iso)))
  expect([at('2022-05-07T23:59:59+08:00'), at('2022-05-08T00:00:00+08:00')]).toEqual([true, false])
  expect(oldStyleCounts(instant(5), instant(6))).toBe(true)
})
