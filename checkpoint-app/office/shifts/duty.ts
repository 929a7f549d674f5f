import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { listConflicts } from '../../../schema/api/conflicts.ts'
import type { lookAtDuty } from '../../../schema/api/shifts.ts'
import { equipment as things } from '../../../shared/shifts/kinds.ts'
import { minutesBetween, parseInstant } from '../../../shared/instant.ts'
import type { DutyWords } from './words.ts'

export type Duty = AnswerOf<typeof lookAtDuty>
export type ShiftRow = Duty['shifts'][number]
export type Gap = Duty['gaps'][number]
export type Handed = Duty['handovers'][number]
export type Conflict = AnswerOf<typeof listConflicts>['items'][number]

export type ShiftState = keyof DutyWords['states']

/** How a shift stands: running, ended in some way, forgotten, or one that never counted. */
export function stateOf({ second, onDuty, ended }: ShiftRow): ShiftState {
  if (second !== null) return 'second'
  if (ended !== null) return ended
  return onDuty ? 'on' : 'overdue'
}

export const minutesOf = ({ from, to }: Pick<Gap, 'from' | 'to'>): number => {
  const [start, end] = [parseInstant(from), parseInstant(to)]
  return start === undefined || end === undefined ? 0 : minutesBetween(start, end)
}

/** What may explain a gap; the plain truth where nothing does. */
export function remarksOf({ checked, unsure }: Gap, words: DutyWords): string[] {
  const remarks = [...(checked > 0 ? [words.gapChecked(checked)] : []), ...(unsure ? [words.gapUnsure] : [])]
  return remarks.length === 0 ? [words.gapPlain] : remarks
}

/** What was handed over, line by line; only what there is to say. Plates are written as they are given. */
export function handedLines(handed: Handed, words: DutyWords, showPlate: (plate: string) => string): string[] {
  const { notes, waiting, queueMetres, equipment } = handed
  const wrong = things.flatMap((thing) => {
    const state = equipment[thing]
    return state === undefined || state === 'ok' ? [] : [`${words.things[thing]}${words.thingStates[state]}`]
  })
  return [
    ...notes.map(({ kind, text }) => `${words.noteKinds[kind]}：${text}`),
    ...(waiting.length > 0
      ? [`${words.waiting(waiting.length)}：${waiting.map(({ plate }) => showPlate(plate)).join('、')}`]
      : []),
    ...(queueMetres === null ? [] : [words.queue(queueMetres)]),
    wrong.length === 0 ? words.equipmentOk : `▲ ${wrong.join('、')}`,
  ]
}

const todoRows: ReadonlySet<string> = new Set(['V7', 'V9', 'V11', 'V15', 'ASK'])
/** Trucks whose last record still asks for something: a form, documents, a test, the head. */
export const todoOf = (rows: Readonly<Record<string, number>>): number =>
  Object.entries(rows).reduce((sum, [row, count]) => sum + (todoRows.has(row) ? count : 0), 0)
