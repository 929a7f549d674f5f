import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { takeInResults } from '../../../schema/api/office.ts'
import type { FileRow } from './result-file.ts'
import type { ResultItem } from './read-row.ts'

/** The most items that one request may carry. */
export const chunkSize = 500

type ItemAnswer = AnswerOf<typeof takeInResults>['results'][number]
export type SentRow = { row: FileRow; answer: ItemAnswer }
export type Sending = { sent: readonly SentRow[]; left: readonly FileRow[] }

export const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, chunk) => items.slice(chunk * size, (chunk + 1) * size))

const itemOf = ({ read }: FileRow): ResultItem[] => ('item' in read ? [read.item] : [])

/**
 * Sends the readable rows chunk by chunk and tells after each how far it is. When a chunk fails, `onProgress` has already
 * been told of those before it, so the rest can be sent again; the same result twice is harmless.
 */
export async function sendResults(
  rows: readonly FileRow[],
  send: (items: ResultItem[]) => Promise<readonly ItemAnswer[]>,
  onProgress: (sending: Sending) => void,
): Promise<Sending> {
  const ready = rows.filter(({ read }) => 'item' in read)
  let sending: Sending = { sent: [], left: ready }
  for (const chunk of chunksOf(ready, chunkSize)) {
    const answers = await send(chunk.flatMap(itemOf))
    const fresh = chunk.flatMap((row, place) => (answers[place] ? [{ row, answer: answers[place] }] : []))
    sending = { sent: [...sending.sent, ...fresh], left: sending.left.slice(chunk.length) }
    onProgress(sending)
  }
  return sending
}

export const countOf = (sent: readonly SentRow[], status: ItemAnswer['status']): number =>
  sent.filter(({ answer }) => answer.status === status).length
