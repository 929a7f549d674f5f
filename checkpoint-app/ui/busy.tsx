import { useUiWords } from './use-ui-words.ts'
import './notes.css'

/** Work that may take longer than a second; shown only once it does. */
export function Busy({ label }: { label?: string }) {
  const words = useUiWords()
  return (
    <p role="status" className="busy">
      <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" className="busy-ring">
        <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="3" strokeDasharray="40 17" />
      </svg>
      {label ?? words.busy}
    </p>
  )
}
