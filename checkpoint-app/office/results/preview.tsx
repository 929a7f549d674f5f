import { useState } from 'react'
import { maskId } from '../../../shared/identity/id-card.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { shortIso } from '../times.ts'
import { useOfficeWords } from '../words.ts'
import { DownloadErrors } from './download-errors.tsx'
import type { FileRow, ResultFile } from './result-file.ts'

const mostShown = 100
const tones = { negative: 'go', positive: 'stop', pending: 'care' } as const

function useColumns(): readonly Column<FileRow>[] {
  const { results: words } = useOfficeWords()
  const of = (say: (item: { result: keyof typeof tones; sampledAt?: string; reportedAt?: string }) => string) =>
    function cell({ read }: FileRow) {
      return 'item' in read ? say(read.item) : ''
    }
  return [
    { title: words.line, cell: ({ line }) => line, number: true },
    { title: words.number, cell: ({ number }) => <span className="one-word">{number && maskId(number)}</span> },
    { title: words.sampled, cell: of(({ sampledAt }) => (sampledAt ? shortIso(sampledAt) : '')), wide: true },
    { title: words.reported, cell: of(({ reportedAt }) => (reportedAt ? shortIso(reportedAt) : '')), wide: true },
    {
      title: words.result,
      cell: ({ read }) =>
        'item' in read ? (
          <StateMark size="small" tone={tones[read.item.result]} word={words.words[read.item.result]} />
        ) : (
          <span className="row-fault">■ {words.faults[read.fault]}</span>
        ),
    },
  ]
}

const isBad = ({ read }: FileRow) => 'fault' in read

type Given = { name: string; file: ResultFile; onConfirm: (source: string) => void; onAnother: () => void }

/** What the file says, before anything is sent: numbers masked, problems first. */
export function Preview({ name, file, onConfirm, onAnother }: Given) {
  const { results: words } = useOfficeWords()
  const [source, setSource] = useState('')
  const [asked, setAsked] = useState(false)
  const bad = file.rows.filter(isBad)
  const ready = file.rows.length - bad.length
  const shown = [...bad, ...file.rows.filter((row) => !isBad(row))].slice(0, mostShown)
  const confirm = () => (source.trim() ? onConfirm(source.trim()) : setAsked(true))
  return (
    <section className="stack" aria-label={words.step2}>
      <h2>{words.step2}</h2>
      <p>
        <strong>{name}</strong>　{words.summary(ready, bad.length)}
      </p>
      {ready > 0 ? (
        <div className="confirm-line">
          <Field
            label={words.source}
            hint={words.sourceHint}
            error={asked && !source.trim() ? words.sourceNeeded : undefined}
            value={source}
            maxLength={60}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <Button kind="primary" onClick={confirm}>
            {words.confirm(ready)}
          </Button>
        </div>
      ) : (
        <p role="status">{words.nothing}</p>
      )}
      <div className="form-actions">
        <DownloadErrors file={file} sent={[]} />
        <Button kind="ghost" compact onClick={onAnother}>
          {words.another}
        </Button>
      </div>
      <Ledger
        caption={words.step2}
        unnumbered
        columns={useColumns()}
        rows={shown}
        rowKey={({ line }) => String(line)}
        muted={isBad}
      />
      {file.rows.length > mostShown && <p className="quiet">{words.firstRows(mostShown)}</p>}
    </section>
  )
}
