import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { importEntries } from '../../../schema/api/lists.ts'
import { chunksOf } from '../results/send-results.ts'
import { columnsOf, type ListItem } from './columns.ts'
import type { ListKind } from '../../../shared/lists/kinds.ts'
import type { CellFault } from './read-item.ts'
import type { FileLine, ListFile } from './list-file.ts'
import type { ListWords } from './words.ts'

/** The most items that one request may carry. */
export const chunkSize = 500

export type Answer = AnswerOf<typeof importEntries>['results'][number]
export type Sent = { readonly line: FileLine; readonly answer: Answer }

export const readyIn = (lines: readonly FileLine[]): readonly FileLine[] => lines.filter(({ read }) => 'item' in read)

const itemOf = ({ read }: FileLine): ListItem[] => ('item' in read ? [read.item] : [])

/** Sends the readable lines chunk by chunk and tells after each; what failed in between can be sent again without harm. */
export async function sendLines(
  lines: readonly FileLine[],
  send: (items: ListItem[]) => Promise<readonly Answer[]>,
  onSent: (sent: readonly Sent[]) => void,
): Promise<void> {
  for (const chunk of chunksOf(lines, chunkSize)) {
    const answers = await send(chunk.flatMap(itemOf))
    onSent(chunk.flatMap((line, place) => (answers[place] ? [{ line, answer: answers[place] }] : [])))
  }
}

export const faultText = ({ column, why }: CellFault, words: ListWords): string => words.why[why](column)

/** Which column of the file the server's refusal is about. */
function columnNamed(list: ListKind, path: string): string | undefined {
  const field = path.split('.').at(-1)
  return columnsOf[list].find((column) => column.field === field)?.heading
}

function refusalText(list: ListKind, error: NonNullable<Answer['error']>): string {
  const column = columnNamed(list, error.path)
  return column === undefined ? error.message : `「${column}」${error.message}`
}

export type Outcome = {
  readonly line: number
  readonly cells: readonly string[]
  readonly outcome: string
  readonly failed: boolean
}

/** What became of each line, in the order of the file: 第12行：证件号重复. */
export function outcomesOf(list: ListKind, { lines }: ListFile, sent: readonly Sent[], words: ListWords): Outcome[] {
  const answers = new Map(sent.map(({ line, answer }) => [line.line, answer]))
  return lines.map(({ line, cells, read }) => {
    const failed = (fault: string) => ({ line, cells, outcome: words.lineFault(line, fault), failed: true })
    if ('fault' in read) return failed(faultText(read.fault, words))
    const answer = answers.get(line)
    if (answer?.error) return failed(refusalText(list, answer.error))
    const outcome = answer?.status === 'already' ? words.alreadyThere : answer ? words.ok : ''
    return { line, cells, outcome, failed: false }
  })
}
