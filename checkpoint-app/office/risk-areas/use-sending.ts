import { useState } from 'react'
import { addRiskAreas, mostRiskAreaLines } from '../../../schema/api/risk-areas.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { chunksOf } from '../results/send-results.ts'
import { useSession } from '../session.tsx'
import type { AreaItem, AreaLine } from './read-areas.ts'

export type Answer = AnswerOf<typeof addRiskAreas>['results'][number]
type Ready = Extract<AreaLine, { item: AreaItem }>

export const readyIn = (lines: readonly AreaLine[]): readonly Ready[] =>
  lines.flatMap((line) => ('item' in line ? [line] : []))

/** Sent in parts, each once; what has no answer yet is sent again on request, and is `already` where it got through. */
export function useSending(lines: readonly AreaLine[]) {
  const { ask } = useSession()
  const [answers, setAnswers] = useState<ReadonlyMap<number, Answer>>(new Map())
  const [problem, setProblem] = useState<ApiProblem>()
  const [busy, setBusy] = useState(false)
  const left = readyIn(lines).filter(({ line }) => !answers.has(line))
  const send = async (source: string) => {
    setBusy(true)
    setProblem(undefined)
    for (const chunk of chunksOf(left, mostRiskAreaLines)) {
      const answer = await ask(addRiskAreas, { body: { source, items: chunk.map(({ item }) => item) } })
      if (!answer.ok) {
        setProblem(answer.problem)
        break
      }
      const got = chunk.flatMap(({ line }, at) => {
        const result = answer.value.results[at]
        return result ? [[line, result] as const] : []
      })
      setAnswers((before) => new Map([...before, ...got]))
    }
    setBusy(false)
  }
  return { answers, problem, busy, left: left.length, send }
}
