import { kinds, type ListKind } from '../../../shared/lists/kinds.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { addressOf } from '../address.ts'
import { Ledger } from '../ledger/ledger.tsx'
import { outcomeBook, type ListFile } from './list-file.ts'
import { bookName, saveBook } from './save-book.ts'
import { outcomesOf } from './send-lines.ts'
import type { Import } from './use-import.ts'
import { useListWords } from './words.ts'

type Given = { list: ListKind; file: ListFile; sending: Import; onAnother: () => void }

function Progress({ sending: { ready, sent, left, problem, run } }: Pick<Given, 'sending'>) {
  const words = useListWords()
  if (problem)
    return (
      <>
        <ErrorNote problem={problem} />
        <p>{words.interrupted(left)}</p>
        <Button kind="primary" onClick={() => void run()}>
          {words.goOn}
        </Button>
      </>
    )
  return (
    <label className="stack-tight">
      <span role="status">{words.sending(sent.length, ready)}</span>
      <progress value={sent.length} max={ready} />
    </label>
  )
}

function Finished({ list, file, sending }: Omit<Given, 'onAnother'>) {
  const words = useListWords()
  const outcomes = outcomesOf(list, file, sending.sent, words)
  const failed = outcomes.filter((one) => one.failed)
  const there = sending.sent.filter(({ answer }) => answer.status === 'already').length
  const { zh } = kinds[list].name
  const save = async () => saveBook(bookName(words.outcomeName(zh)), await outcomeBook(zh, file.headings, outcomes))
  return (
    <>
      <p role="status" className="counts">
        <StateMark
          tone={failed.length > 0 ? 'care' : 'go'}
          word={words.outcome(outcomes.length - failed.length, failed.length)}
        />
        {there > 0 && <span>{words.already(there)}</span>}
      </p>
      <div className="form-actions">
        {failed.length > 0 && (
          <Button kind="primary" onClick={() => void save()}>
            {words.outcomeFile}
          </Button>
        )}
        {failed.length < outcomes.length && (
          <a className="button button-compact" href={addressOf('lists', list, { batch: sending.batch })}>
            {words.seeBatch}
          </a>
        )}
      </div>
      {failed.length > 0 && (
        <Ledger
          caption={words.problem}
          unnumbered
          columns={[{ title: words.problem, cell: ({ outcome }) => outcome }]}
          rows={failed.slice(0, 100)}
          rowKey={({ line }) => String(line)}
        />
      )}
    </>
  )
}

/** How far it is, then what became of each line and the same file back. */
export function Outcome({ onAnother, ...given }: Given) {
  const words = useListWords()
  const done = given.sending.left === 0
  return (
    <section className="stack" aria-label={words.step3}>
      <h2>{words.step3}</h2>
      {done ? <Finished {...given} /> : <Progress sending={given.sending} />}
      <p>
        <Button compact onClick={onAnother}>
          {words.another}
        </Button>
      </p>
    </section>
  )
}
