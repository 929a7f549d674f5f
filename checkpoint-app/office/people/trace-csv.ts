import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { exportTrace } from '../../../schema/api/codes.ts'
import { csvText } from '../csv.ts'
import { sheetTime } from '../inspections/export.ts'
import { wordFor } from './person.ts'
import type { PeopleWords } from './words.ts'

export type Passages = AnswerOf<typeof exportTrace>['passages']
type Words = Pick<PeopleWords, 'trace' | 'documents'> & { headline: (row: string) => string }

/** A line for everybody on board of each passage, so that a sheet can be sorted by person. */
export function traceCsv(passages: Passages, { trace, documents, headline }: Words): string {
  const lines = passages.flatMap((one) => {
    const passage = [
      sheetTime(one.at),
      one.checkpoint,
      one.road,
      String(one.lane),
      one.plate,
      headline(one.row),
      one.to ?? '',
      one.consignee ?? '',
    ]
    const crew = one.crew.length > 0 ? one.crew : [{ name: '', role: '', document: null, number: '', phone: null }]
    return crew.map(({ name, role, document, number, phone }) => [
      ...passage,
      name,
      wordFor(trace.roles, role) ?? role,
      document === null ? '' : documents[document],
      number,
      phone ?? '',
      one.inspection,
    ])
  })
  return csvText([[...trace.headings], ...lines.map((line, place) => [String(place + 1), ...line])])
}
