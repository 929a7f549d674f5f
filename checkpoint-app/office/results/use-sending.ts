import { useState } from 'react'
import { takeInResults } from '../../../schema/api/office.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { useSession, type Ask } from '../session.tsx'
import type { ResultItem } from './read-row.ts'
import type { FileRow, ResultFile } from './result-file.ts'
import { sendResults, type Sending, type SentRow } from './send-results.ts'

/** Stops the series at the first chunk that has no answer. */
class Unsent extends Error {
  readonly problem: ApiProblem
  constructor(problem: ApiProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

const chunkSender = (ask: Ask, source: string) => async (items: ResultItem[]) => {
  const answer = await ask(takeInResults, { body: { source, items } })
  if (!answer.ok) throw new Unsent(answer.problem)
  return answer.value.results
}

/** Sends the rows of a file; what has no answer yet can be sent again. */
export function useSending({ rows }: ResultFile) {
  const { ask } = useSession()
  const [source, setSource] = useState<string>()
  const [sent, setSent] = useState<readonly SentRow[]>([])
  const [left, setLeft] = useState<readonly FileRow[]>(() => rows.filter(({ read }) => 'item' in read))
  const [problem, setProblem] = useState<ApiProblem>()
  const all = rows.filter(({ read }) => 'item' in read).length

  const run = async (source: string, pending: readonly FileRow[]) => {
    const before = sent
    const told = (sending: Sending) => {
      setSent([...before, ...sending.sent])
      setLeft(sending.left)
    }
    setProblem(undefined)
    try {
      await sendResults(pending, chunkSender(ask, source), told)
    } catch (error) {
      if (!(error instanceof Unsent)) throw error
      setProblem(error.problem)
    }
  }
  const start = (source: string) => {
    setSource(source)
    void run(source, left)
  }
  return { started: source !== undefined, all, sent, left, problem, start, goOn: () => void run(source ?? '', left) }
}
