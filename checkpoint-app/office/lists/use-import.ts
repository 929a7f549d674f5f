import { useState } from 'react'
import { importEntries } from '../../../schema/api/lists.ts'
import type { ListKind } from '../../../shared/lists/kinds.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { useSession } from '../session.tsx'
import type { ListItem } from './columns.ts'
import type { ListFile } from './list-file.ts'
import { readyIn, sendLines, type Sent } from './send-lines.ts'

/** Stops the series at the first chunk that has no answer. */
class Unsent extends Error {
  readonly problem: ApiProblem
  constructor(problem: ApiProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

/** One import: its lines sent once each, what has no answer yet again on request. */
export function useImport(list: ListKind, file: ListFile) {
  const { ask } = useSession()
  const [batch] = useState(() => crypto.randomUUID())
  const [started, setStarted] = useState(false)
  const [sent, setSent] = useState<readonly Sent[]>([])
  const [problem, setProblem] = useState<ApiProblem>()
  const ready = readyIn(file.lines)
  const answered = new Set(sent.map(({ line }) => line.line))
  const left = ready.filter(({ line }) => !answered.has(line))
  const send = async (items: ListItem[]) => {
    const answer = await ask(importEntries, { params: { list }, body: { batch, items } })
    if (!answer.ok) throw new Unsent(answer.problem)
    return answer.value.results
  }
  const run = async () => {
    setStarted(true)
    setProblem(undefined)
    try {
      await sendLines(left, send, (fresh) => setSent((before) => [...before, ...fresh]))
    } catch (error) {
      if (!(error instanceof Unsent)) throw error
      setProblem(error.problem)
    }
  }
  return { batch, started, ready: ready.length, sent, left: left.length, problem, run }
}
export type Import = ReturnType<typeof useImport>
