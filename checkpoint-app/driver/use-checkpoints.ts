import { useEffect, useState } from 'react'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import { listCheckpoints } from '../../schema/api/office.ts'
import { call } from '../ui/api.ts'
import { keep, kept } from '../ui/kept.ts'
import { understood } from '../ui/understood.ts'

type Checkpoints = AnswerOf<typeof listCheckpoints>['items']

const name = 'checkpoints'
const before = (): Checkpoints => understood(listCheckpoints.answer, kept(name))?.items ?? []

/** The active checkpoints; those of the last time while there is no network. */
export function useCheckpoints(): Checkpoints {
  const [checkpoints, setCheckpoints] = useState(before)
  useEffect(() => {
    const stop = new AbortController()
    void call(listCheckpoints, { signal: stop.signal }).then((answer) => {
      if (!answer.ok || stop.signal.aborted) return
      keep(name, answer.value)
      setCheckpoints(answer.value.items)
    })
    return () => stop.abort()
  }, [])
  return checkpoints.filter(({ active }) => active)
}
