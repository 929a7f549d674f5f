import type { Difference, Tally } from '../../shared/policy/edition-replay.ts'
import { rowsByGravity, type Answer } from '../../shared/policy/verdict.ts'

export type Shown = {
  readonly id: string
  /** Beijing time. */
  readonly at: string
  readonly difference: Difference
  readonly stored: Answer
  readonly again: Answer | undefined
}
export type Replayed = {
  readonly tally: Tally
  readonly shown: readonly Shown[]
  /** undefined = each by the edition of its moment. */
  readonly edition: string | undefined
  readonly seconds: number
}

const words: { readonly [D in Difference]: string } = {
  row: '结论行不同 another row',
  detail: '细节不同 same row, other details',
  edition: '仅版本号不同 only the edition’s id',
  unreadable: '无法读取 facts refused today',
}

const number = (value: number) => value.toLocaleString('en')

export function report({ tally, shown, edition, seconds }: Replayed): string {
  const { inspections, differences } = tally
  const counted = Object.entries(differences).filter(([, many]) => many > 0)
  const different = counted.reduce((sum, [, many]) => sum + many, 0)
  return [
    `重判 replayed ${number(inspections)} · 规则 by ${edition ?? '当时的版本 the edition of each moment'}`,
    `一致 equal ${number(inspections - different)} · 不一致 different ${number(different)}`,
    ...Object.entries(words).flatMap(([name, says]) =>
      counted.filter(([key]) => key === name).map(([, many]) => `  ${says}: ${number(many)}`),
    ),
    ...(tally.moved.size > 0 ? movedTable(tally) : []),
    ...(shown.length > 0
      ? ['', '最早的不一致 first differences', ...shown.flatMap((one) => lines(one, edition)), '']
      : []),
    `用时 ${seconds.toFixed(1)} s · ${number(Math.round(inspections / Math.max(seconds, 0.001)))} /s`,
    '',
  ].join('\n')
}

/** From the row on the left to the row above; what stays is left out. */
function movedTable({ moved, stricter, milder, testsMore, testsFewer }: Tally): readonly string[] {
  const moves = [...moved].map(([move, many]) => ({ from: move.split(' ')[0]!, to: move.split(' ')[1]!, many }))
  const from = rowsByGravity.filter((row) => moves.some((move) => move.from === row))
  const to = rowsByGravity.filter((row) => moves.some((move) => move.to === row))
  const cell = (row: string, column: string) => {
    const found = moves.find((move) => move.from === row && move.to === column)
    return found === undefined ? '·' : number(found.many)
  }
  const width = Math.max(6, ...[...moved.values()].map((many) => number(many).length + 2))
  const line = (head: string, cells: readonly string[]) =>
    `  ${head.padEnd(6)}${cells.map((one) => one.padStart(width)).join('')}`
  return [
    '',
    '改判 rows moved（左为原结论 from，上为新结论 to）',
    line('', to),
    ...from.map((row) =>
      line(
        row,
        to.map((column) => cell(row, column)),
      ),
    ),
    `  更严 stricter ${number(stricter)} · 更宽 milder ${number(milder)} · 多检测 more tests ${number(testsMore)} · 少检测 fewer ${number(testsFewer)}`,
  ]
}

const fields = ['row', 'persons', 'needs', 'modifiers', 'opens', 'tasks', 'articles', 'edition', 'headline'] as const

function lines({ id, at, difference, stored, again }: Shown, edition: string | undefined): readonly string[] {
  const head = `  ${at} ${id} ${words[difference]}`
  if (again === undefined) return [head]
  // Judged by another edition, its id says nothing.
  const told = edition === undefined ? fields : fields.filter((field) => field !== 'edition')
  const changed = told.filter((field) => JSON.stringify(stored[field]) !== JSON.stringify(again[field]))
  return [
    head,
    ...changed.map((field) => `    ${field}: ${JSON.stringify(stored[field])} → ${JSON.stringify(again[field])}`),
  ]
}
