import { Button } from '../ui/button.tsx'
import { wordsOfProblem } from '../ui/error-note.tsx'
import { useUiWords } from '../ui/use-ui-words.ts'
import type { LinkTrouble } from './use-links.ts'
import { useDriverWords } from './use-words.ts'
import '../ui/notes.css'

/** A trip's link that did not open: why, and the other way to the trip. Where the line was at fault, once more. */
export function LinkNote({ problem, again, close }: LinkTrouble) {
  const ui = useUiWords()
  const { link } = useDriverWords()
  const { what, todo, code } = wordsOfProblem(problem, ui)
  const isWrong = problem.kind === 'refused'
  return (
    <div className="error-note on-screen" role="alert">
      <strong>{link.failed}</strong>
      <p>
        {what}　{isWrong ? link.find : todo}
      </p>
      {code && <p className="quiet small">{ui.errorCode(code)}</p>}
      {isWrong ? (
        <a className="button button-primary" href="#/find" onClick={close}>
          {link.goFind}
        </a>
      ) : (
        <Button kind="primary" onClick={again}>
          {ui.retry}
        </Button>
      )}
      <Button onClick={close}>{link.understood}</Button>
    </div>
  )
}
