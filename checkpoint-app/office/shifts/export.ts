import { csvText } from '../csv.ts'
import { sheetTime } from '../inspections/export.ts'
import { minutesOf, remarksOf, stateOf, type Duty } from './duty.ts'
import type { DutyWords } from './words.ts'

/** The day as one file of three tables: shifts, gaps, checks. No plate and no document is in it. */
export function dutyCsv(duty: Duty, words: DutyWords): string {
  const { name } = duty.checkpoint
  const numbered = (rows: readonly (readonly string[])[]) =>
    rows.map(([first = '', ...rest], place) => [String(place + 1), name, first, ...rest])
  const shifts = duty.shifts.map((shift) => [
    shift.inspector,
    String(shift.lane),
    sheetTime(shift.onAt),
    shift.endAt === null ? '' : sheetTime(shift.endAt),
    words.states[stateOf(shift)],
    shift.segment ?? '',
    shift.device,
  ])
  const gaps = duty.gaps.map((gap) => [
    gap.lane === null ? words.whole : String(gap.lane),
    sheetTime(gap.from),
    gap.running ? words.until : sheetTime(gap.to),
    String(minutesOf(gap)),
    String(gap.checked),
    remarksOf(gap, words).join('；'),
  ])
  const counts = duty.counts.map((count) => [
    count.inspector,
    String(count.lane),
    String(count.checked),
    String(count.fast),
    String(count.offline),
    String(count.conflicts),
    count.medianSeconds === null ? '' : String(count.medianSeconds),
    Object.entries(count.rows)
      .map(([row, n]) => `${row} ${n}`)
      .join(' '),
  ])
  return csvText([
    [words.csvShifts],
    [...words.csvHeadings],
    ...numbered(shifts),
    [],
    [words.csvGaps],
    [...words.csvGapHeadings],
    ...numbered(gaps),
    [],
    [words.csvCounts],
    [...words.csvCountHeadings],
    ...numbered(counts),
  ])
}
