import type { usePages } from '../use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useOfficeWords } from '../words.ts'

type Given = Pick<ReturnType<typeof usePages>, 'items' | 'next' | 'loadMore' | 'moreBusy' | 'moreProblem'>

/** How many lines are shown, and the way further back. */
export function More({ items, next, loadMore, moreBusy, moreProblem }: Given) {
  const { inspections: words } = useOfficeWords()
  if (!items || items.length === 0) return null
  return (
    <>
      {moreProblem && <ErrorNote problem={moreProblem} onRetry={() => void loadMore()} />}
      <p className="ledger-foot">
        <span className="quiet">{words.shown(items.length)}</span>
        {next === null ? (
          <span className="quiet">{words.end}</span>
        ) : (
          <Button compact busy={moreBusy} className="screen-only" onClick={() => void loadMore()}>
            {words.more}
          </Button>
        )}
      </p>
    </>
  )
}
