import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Ledger } from '../ledger/ledger.tsx'
import { useOfficeWords } from '../words.ts'
import { DownloadErrors, refusedRows } from './download-errors.tsx'
import type { ResultFile } from './result-file.ts'
import { countOf } from './send-results.ts'
import type { useSending } from './use-sending.ts'

type Given = { sending: ReturnType<typeof useSending>; file: ResultFile; onAnother: () => void }

function Progress({ sending }: Pick<Given, 'sending'>) {
  const { results: words } = useOfficeWords()
  const { sent, all, left, problem, goOn } = sending
  if (problem)
    return (
      <>
        <ErrorNote problem={problem} />
        <p>{words.interrupted(left.length)}</p>
        <Button kind="primary" onClick={goOn}>
          {words.goOn}
        </Button>
      </>
    )
  return (
    <label className="stack-tight">
      <span role="status">{words.sending(sent.length, all)}</span>
      <progress value={sent.length} max={all} />
    </label>
  )
}

function Refused({ sending, file }: Omit<Given, 'onAnother'>) {
  const { results: words } = useOfficeWords()
  const refused = refusedRows(file, sending.sent, words)
  if (refused.length === 0) return <StateMark tone="go" word={words.allDone} />
  return (
    <>
      <StateMark tone="care" word={words.refused(refused.length)} />
      <Ledger
        caption={words.reason}
        unnumbered
        columns={[
          { title: words.line, cell: ({ line }) => line, number: true },
          { title: words.reason, cell: ({ reason }) => reason },
        ]}
        rows={refused.slice(0, 100)}
        rowKey={({ line }) => String(line)}
      />
    </>
  )
}

/** How far it is, then what became of each row. */
export function Outcome({ sending, file, onAnother }: Given) {
  const { results: words } = useOfficeWords()
  const { sent, left } = sending
  return (
    <section className="stack" aria-label={words.step3}>
      <h2>{words.step3}</h2>
      {left.length > 0 && <Progress sending={sending} />}
      <p role="status" className="counts">
        <strong>{words.recorded(countOf(sent, 'recorded'))}</strong>
        <span>{words.already(countOf(sent, 'already'))}</span>
      </p>
      {left.length === 0 && <Refused sending={sending} file={file} />}
      <div className="form-actions">
        {left.length === 0 && <DownloadErrors file={file} sent={sent} />}
        <Button compact onClick={onAnother}>
          {words.finish}
        </Button>
      </div>
    </section>
  )
}
