import { kept } from '../ui/kept.ts'
import { usePhone } from './desk-context.tsx'
import { ExportButton } from './export-button.tsx'
import { useOfflineWords } from './offline-words.ts'
import { countOf } from './top-line.tsx'
import { useInspectorWords } from './use-words.ts'

/** On a phone that is not bound any more: what of its records is still on it, or that the browser took them. */
export function StillHere() {
  const words = useInspectorWords()
  const offline = useOfflineWords()
  const state = usePhone()
  const left = countOf(state, 'waiting') + countOf(state, 'refused')
  return (
    <>
      {state.terminal === undefined && kept('bound') !== undefined && <p role="alert">▲ {offline.cleared}</p>}
      {left > 0 && (
        <>
          <p>▲ {words.releasedKept(left)}</p>
          <ExportButton />
        </>
      )}
    </>
  )
}
