import type { Terminal } from '../device/store.ts'
import { TopPlace } from './top-place.tsx'
import { useInspectorWords } from './use-words.ts'

/** The top line until the rest is there: as high, and saying what the disk says. */
export function TopBefore({ terminal }: { terminal: Terminal }) {
  const words = useInspectorWords()
  return (
    <div>
      <header className="top-line">
        <div className="top-state">
          <TopPlace terminal={terminal} />
          <span className="top-facts">{words.loading}</span>
        </div>
        <span className="top-shift" />
        <span className="top-menu" />
      </header>
    </div>
  )
}
