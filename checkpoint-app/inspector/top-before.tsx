import type { Terminal } from '../device/store.ts'
import { useInspectorWords } from './use-words.ts'

/** The top line until the rest is there: as high, and saying what the disk says. */
export function TopBefore({ terminal }: { terminal: Terminal }) {
  const words = useInspectorWords()
  return (
    <div>
      <header className="top-line">
        <div className="top-state">
          <span className="top-place">
            {terminal.checkpoint.name} · {words.lane(terminal.lane)}
          </span>
          <span className="top-facts">{words.loading}</span>
        </div>
        <span className="top-shift" />
        <span className="top-menu" />
      </header>
    </div>
  )
}
