import { describe, expect, test } from 'vitest'
import {
  handedLines,
  minutesOf,
  remarksOf,
  stateOf,
  todoOf,
  type Duty,
} from '../../checkpoint-app/office/shifts/duty.ts'
import { dutyCsv } from '../../checkpoint-app/office/shifts/export.ts'
import { filtersIn } from '../../checkpoint-app/office/shifts/filters.tsx'
import { gapWords } from '../../checkpoint-app/office/shifts/gaps-table.tsx'
import { stripOf } from '../../checkpoint-app/office/shifts/strip.ts'
import { en } from '../../checkpoint-app/office/shifts/words.en.ts'
import { zh } from '../../checkpoint-app/office/shifts/words.zh.ts'

const at = (clock: string) => `2022-05-16T${clock}:00+08:00`
const shift = (onAt: string, endAt: string | null, more: Partial<Duty['shifts'][number]> = {}) => ({
  id: onAt,
  inspector: '张示例',
  lane: 1,
  segment: '19800000001',
  device: 'Redmi 9',
  onAt: at(onAt),
  endAt: endAt === null ? null : at(endAt),
  ended: endAt === null ? null : ('off' as const),
  onDuty: false,
  second: null,
  ...more,
})
const gap = (from: string, to: string, more: Partial<Duty['gaps'][number]> = {}) => ({
  lane: null,
  from: at(from),
  to: at(to),
  running: false,
  checked: 0,
  unsure: false,
  ...more,
})
const duty: Duty = {
  checkpoint: { id: 'JZ-G01', name: '焦作西站', lanes: 2 },
  from: at('00:00'),
  to: at('16:00'),
  today: true,
  gapMinutes: 10,
  openShiftHours: 12,
  shifts: [shift('08:00', '14:00'), shift('14:30', null, { onDuty: true, lane: 2 })],
  lanes: [
    { lane: 1, open: false, staffed: false, spans: [{ from: at('08:00'), to: at('14:00') }] },
    { lane: 2, open: true, staffed: true, spans: [{ from: at('14:30'), to: at('16:00') }] },
  ],
  gaps: [gap('00:00', '08:00'), gap('14:00', '14:30', { checked: 3, unsure: true })],
  counts: [
    {
      inspector: '张示例',
      lane: 1,
      checked: 41,
      fast: 30,
      rows: { V8: 30, V9: 11 },
      offline: 5,
      conflicts: 1,
      medianSeconds: 31,
    },
  ],
  handovers: [],
  openConflicts: 1,
}

describe('the picture of a day', () => {
  test('bars in minutes of the day; what runs goes to its end', () => {
    expect(stripOf(duty)).toEqual([
      {
        lane: null,
        duty: [
          { from: 480, to: 840, label: '08:00–14:00' },
          { from: 870, to: 960, label: '14:30–' },
        ],
        open: [],
        gaps: [
          { from: 0, to: 480, label: '00:00–08:00' },
          { from: 840, to: 870, label: '14:00–14:30' },
        ],
      },
      {
        lane: 1,
        duty: [{ from: 480, to: 840, label: '08:00–14:00' }],
        open: [{ from: 480, to: 840, label: '08:00–14:00' }],
        gaps: [],
      },
      {
        lane: 2,
        duty: [{ from: 870, to: 960, label: '14:30–' }],
        open: [{ from: 870, to: 960, label: '14:30–16:00' }],
        gaps: [],
      },
    ])
  })
  test('a forgotten sign-off is drawn as long as it counts, one that never counted not at all', () => {
    const rows = stripOf({ ...duty, to: at('23:00'), shifts: [shift('08:00', null)] })
    expect(rows[0]?.duty).toEqual([{ from: 480, to: 1200, label: '08:00–' }])
    const second = { of: 'segment' as const, shift: 'x' }
    expect(stripOf({ ...duty, shifts: [shift('08:00', null, { second })] })[0]?.duty).toEqual([])
  })
  test('a shift from the day before begins at midnight', () => {
    const early = { ...shift('08:00', '02:00'), onAt: '2022-05-15T22:00:00+08:00' }
    expect(stripOf({ ...duty, shifts: [early] })[0]?.duty[0]).toMatchObject({ from: 0, to: 120 })
  })
})

describe('how it is said', () => {
  test.each([
    [shift('08:00', null, { onDuty: true }), 'on'],
    [shift('08:00', '09:00'), 'off'],
    [shift('08:00', null), 'overdue'],
    [shift('08:00', null, { second: { of: 'inspector', shift: 'x' } }), 'second'],
  ])('a shift %#', (one, state) => expect(stateOf(one)).toBe(state))

  test.each([
    [gap('14:00', '14:30'), '本班无人值守 14:00—14:30', ['无查验记录']],
    [gap('14:00', '14:30', { running: true }), '本班无人值守 14:00—至今', ['无查验记录']],
    [gap('14:00', '14:30', { lane: 2, checked: 3 }), '2道开放无人 14:00—14:30', ['期间查验 3 车：有人在岗，未签到']],
    [gap('14:00', '14:30', { unsure: true }), '本班无人值守 14:00—14:30', ['有终端尚未联网，记录可能还会补上']],
  ])('a gap %#', (one, said, remarks) => {
    expect([gapWords(one, zh), remarksOf(one, zh), minutesOf(one)]).toEqual([said, remarks, 30])
  })

  test('what was handed over: only what there is to say', () => {
    const handed = {
      shift: 'x',
      at: at('14:00'),
      inspector: '张示例',
      lane: 1,
      seenBy: null,
      notes: [{ kind: 'road' as const, text: '匝道积水' }],
      waiting: [{ plate: '豫HX0009', row: 'V9' }],
      queueMetres: 300,
      equipment: { thermometer: 'broken' as const, power: 'ok' as const },
      checked: 41,
      fast: 30,
    }
    const plain = (plate: string) => plate
    expect(handedLines(handed, zh, plain)).toEqual([
      '道路情况：匝道积水',
      '待检车 1 辆：豫HX0009',
      '排队约 300 米',
      '▲ 测温枪故障',
    ])
    const nothing = { ...handed, notes: [], waiting: [], queueMetres: null, equipment: {} }
    expect(handedLines(nothing, en, plain)).toEqual(['Equipment in order'])
  })

  test('what is still to do: a form, documents, a test, the head', () => {
    expect(todoOf({ V5: 3, V7: 1, V9: 2, V11: 1, V15: 1, ASK: 1 })).toBe(6)
  })
})

test('the file holds shifts, gaps and checks, and no plate', () => {
  const lines = dutyCsv(duty, zh).split('\r\n')
  expect(lines.slice(1, 4)).toEqual([
    '序号,检查点,查验员,车道,签到,签退,状态,专用号段,设备',
    '1,焦作西站,张示例,1,2022-05-16 08:00:00,2022-05-16 14:00:00,已签退,19800000001,Redmi 9',
    '2,焦作西站,张示例,2,2022-05-16 14:30:00,,当班,19800000001,Redmi 9',
  ])
  expect(lines).toContain(
    '2,焦作西站,全站,2022-05-16 14:00:00,2022-05-16 14:30:00,30,3,期间查验 3 车：有人在岗，未签到；有终端尚未联网，记录可能还会补上',
  )
  expect(lines).toContain('1,焦作西站,张示例,1,41,30,5,1,31,V8 30 V9 11')
})

test('the filters in the address; a head has his own checkpoint', () => {
  expect(filtersIn({ view: 'conflicts', checkpoint: 'JZ-G02', day: '2022-05-16' }, null)).toEqual({
    view: 'conflicts',
    checkpoint: 'JZ-G02',
    day: '2022-05-16',
  })
  expect(filtersIn({ view: 'x', checkpoint: 'JZ-G02', day: 'y' }, 'JZ-G01')).toEqual({
    view: 'duty',
    checkpoint: 'JZ-G01',
    day: undefined,
  })
})
