import type { Terminal } from '../device/store.ts'
import { useInspectorWords } from './use-words.ts'

/** Where this phone works. On a narrow one the end of the name gives way, to the eye alone; the lane never does. */
export function TopPlace({ terminal }: { terminal: Terminal | undefined }) {
  const words = useInspectorWords()
  return (
    <span className="top-place">
      <span className="top-name">{terminal?.checkpoint.name}</span>
      <span className="top-lane"> · {words.lane(terminal?.lane ?? 0)}</span>
    </span>
  )
}
