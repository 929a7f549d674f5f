import type { ReactNode } from 'react'
import { Busy } from '../../ui/busy.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import type { Loaded } from '../use-load.ts'
import { useOfficeWords } from '../words.ts'

type Given<Value> = { loaded: Loaded<Value>; children: (value: Value) => ReactNode }

/** Loading, failed or there. What was loaded before stays readable under the note of a failed renewal. */
export function WhenLoaded<Value>({ loaded, children }: Given<Value>) {
  const words = useOfficeWords()
  const { value, problem, reload } = loaded
  return (
    <>
      {problem && <ErrorNote problem={problem} onRetry={() => void reload()} />}
      {value === undefined ? !problem && <Busy label={words.loading} /> : children(value)}
    </>
  )
}
