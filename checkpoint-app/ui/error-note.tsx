import type { ApiProblem } from './api.ts'
import { Button } from './button.tsx'
import { useUiWords } from './use-ui-words.ts'
import type { UiWords } from './words.zh.ts'
import './notes.css'

/** What went wrong and what to do now, in words. */
export function wordsOfProblem(problem: ApiProblem, words: UiWords): { what: string; todo: string; code?: string } {
  if (problem.kind === 'offline') return { what: words.problemOffline, todo: words.problemOfflineDo }
  if (problem.kind === 'slow') return { what: words.problemSlow, todo: words.problemSlowDo }
  if (problem.kind === 'unreadable') {
    return { what: words.problemUnreadable, todo: words.problemUnreadableDo, code: `N-${problem.status}` }
  }
  const { message, code, retryAfterSeconds } = problem
  return {
    what: message,
    todo: retryAfterSeconds ? words.problemLater(retryAfterSeconds) : words.problemRefusedDo,
    code,
  }
}

/** Message, code and what to do; `onRetry` adds a button. */
export function ErrorNote({ problem, onRetry }: { problem: ApiProblem; onRetry?: () => void }) {
  const words = useUiWords()
  const { what, todo, code } = wordsOfProblem(problem, words)
  return (
    <div className="error-note" role="alert">
      <strong>{what}</strong>
      <p>{todo}</p>
      {code && <p className="quiet small">{words.errorCode(code)}</p>}
      {onRetry && <Button onClick={onRetry}>{words.retry}</Button>}
    </div>
  )
}
