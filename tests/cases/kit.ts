import { fileOf, type CaseFile } from '../../shared/cases/case-file.ts'
import { caseNumbersAt } from '../../shared/cases/clocks.ts'
import type { CaseDeed, CaseMade } from '../../shared/cases/events.ts'
import type { CaseRole } from '../../shared/cases/kinds.ts'
import { instant, minute, parseInstant, type Instant } from '../../shared/instant.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'

const ten = parseInstant('2022-05-16T10:00:00+08:00')!
/** 10:00 and so many minutes. */
export const at = (minutes: number): Instant => instant(ten + minutes * minute)
export const numbers = caseNumbersAt(numbersAt(ten), ten)

/** A deed at 10:00 and so many minutes, by the desk unless told otherwise. */
export type Done = readonly [
  minutes: number,
  move: CaseDeed['move'],
  more?: Partial<Record<'to' | 'result' | 'why' | 'category', string>>,
  by?: CaseRole,
]

export const deed = ([minutes, move, more = {}, role = 'dispatcher']: Done): CaseDeed =>
  ({
    at: at(minutes),
    by: { role, id: role },
    move,
    ...(move === 'dispatch' && { to: '武陟县调度' }),
    ...more,
  }) as CaseDeed

export const made = (more: Partial<CaseMade> = {}): CaseMade => ({
  move: 'make',
  at: at(0),
  by: { role: 'driver', id: null },
  way: 'driver',
  category: 'congestion',
  level: 'county',
  ...more,
})

export const after = (...done: readonly Done[]): CaseFile => fileOf(made(), done.map(deed))
/** As 10:30, or `-`. */
export const clock = (moment: Instant | null): string =>
  moment === null ? '-' : new Date(moment + 8 * 60 * minute).toISOString().slice(11, 16)
