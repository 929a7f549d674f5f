import { useEffect, useState } from 'react'
import { readRiskAreas } from '../../schema/api/risk-areas.ts'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import { call } from '../ui/api.ts'
import { RiskAreaButton } from '../ui/risk-area-list.tsx'

/** What the question of a stay is about. Public: no trip is needed to read it. */
export function RiskAreasButton() {
  const [list, setList] = useState<AnswerOf<typeof readRiskAreas>>()
  useEffect(() => {
    const stop = new AbortController()
    void call(readRiskAreas, { signal: stop.signal }).then((answer) => {
      if (answer.ok) setList(answer.value)
    })
    return () => stop.abort()
  }, [])
  return <RiskAreaButton areas={list?.items} {...(list === undefined ? {} : { asOf: list.at })} />
}
