import { useId, useState, type FormEvent } from 'react'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field, FieldNotes } from '../../ui/field.tsx'
import { loadRegions } from '../../ui/regions.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { shortRegion, useRegions } from '../../ui/use-regions.ts'
import { addressOf } from '../address.ts'
import { DropPlace } from '../drop-place.tsx'
import { textOfFile } from '../file-text.ts'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { rowsOfWorkbook } from '../lists/workbook.ts'
import { shortIso } from '../times.ts'
import { LevelMark } from './level-mark.tsx'
import { cellsOfCsv, cellsOfPasted, readAreas, type AreaLine } from './read-areas.ts'
import { readyIn, useSending, type Answer } from './use-sending.ts'
import { useRiskAreaPageWords } from './words.ts'

type Rows = { line: number; cells: string[] }[]

async function rowsOfFile(file: File): Promise<Rows | undefined> {
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (bytes === undefined) return undefined
  const text = textOfFile(new Uint8Array(bytes))
  if (text.ok) return cellsOfCsv(text.text)
  return text.why === 'workbook' ? rowsOfWorkbook(new Uint8Array(bytes)) : undefined
}

type Choose = { onRead: (lines: readonly AreaLine[]) => void }

function useReading({ onRead }: Choose) {
  const [problem, setProblem] = useState<'file' | 'nothing'>()
  const take = async (rows: Rows | undefined) => {
    const lines = rows && readAreas(rows, await loadRegions())
    setProblem(lines === undefined ? 'file' : lines.length === 0 ? 'nothing' : undefined)
    if (lines && lines.length > 0) onRead(lines)
  }
  return { problem, take }
}

function ChooseLines(given: Choose) {
  const words = useRiskAreaPageWords()
  const id = useId()
  const [text, setText] = useState('')
  const { problem, take } = useReading(given)
  const said = problem === undefined ? undefined : problem === 'file' ? words.fileProblem : words.nothing
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void take(cellsOfPasted(text))
  }
  return (
    <section className="stack">
      <form className="stack" onSubmit={submit}>
        <div className="field">
          <label htmlFor={id} className="field-label">
            {words.pasted}
          </label>
          <textarea
            id={id}
            className="field-input risk-pasted"
            rows={8}
            maxLength={200_000}
            aria-describedby={`${id}-hint`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <FieldNotes id={id} hint={words.pastedHint} error={said} />
        </div>
        <p>
          <Button kind="primary" type="submit">
            {words.read}
          </Button>
        </p>
      </form>
      <DropPlace
        id={`${id}-file`}
        words={words}
        accept=".xlsx,.csv,.txt"
        invalid={problem === 'file'}
        onFile={(file) => {
          if (file) void rowsOfFile(file).then(take)
        }}
      />
      <p id={`${id}-file-formats`} className="quiet">
        {words.formats}
      </p>
    </section>
  )
}

function useColumns(answers: ReadonlyMap<number, Answer>): readonly Column<AreaLine>[] {
  const words = useRiskAreaPageWords()
  const regions = useRegions()
  const outcome = (line: AreaLine) => {
    if ('fault' in line) return <span className="row-fault">■ {words.faults[line.fault]}</span>
    const answer = answers.get(line.line)
    if (answer?.error) return <span className="row-fault">■ {answer.error.message}</span>
    return <StateMark size="small" tone="go" word={answer ? words.result[answer.status] : words.ready} />
  }
  return [
    { title: words.line, cell: ({ line }) => line, number: true },
    { title: words.name, cell: (line) => ('item' in line ? line.item.name : line.text) },
    { title: words.region, cell: (line) => 'item' in line && shortRegion(regions, line.item.region), wide: 'mid' },
    { title: words.level, cell: (line) => 'item' in line && <LevelMark level={line.item.level} /> },
    {
      title: words.from,
      cell: (line) => ('item' in line && line.item.from ? shortIso(line.item.from) : ''),
      wide: true,
    },
    { title: words.problem, cell: outcome },
  ]
}

function Source({ send, busy, onSend }: { send: string; busy: boolean; onSend: (source: string) => void }) {
  const words = useRiskAreaPageWords()
  const [source, setSource] = useState('')
  const [tried, setTried] = useState(false)
  const missing = source.trim().length < 4
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!missing) onSend(source.trim())
  }
  return (
    <form className="stack-tight risk-source" noValidate onSubmit={submit}>
      <Field
        label={words.source}
        hint={words.sourceHint}
        error={tried && missing ? words.errors.source : undefined}
        value={source}
        maxLength={80}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <Button kind="primary" type="submit" busy={busy}>
        {send}
      </Button>
    </form>
  )
}

function Checked({ lines, onAnother }: { lines: readonly AreaLine[]; onAnother: () => void }) {
  const words = useRiskAreaPageWords()
  const { answers, problem, busy, left, send } = useSending(lines)
  const columns = useColumns(answers)
  const bad = lines.length - readyIn(lines).length
  const told = [...answers.values()]
  const count = (status: Answer['status']) => told.filter((answer) => answer.status === status).length
  return (
    <section className="stack">
      <p role="status">
        {told.length > 0
          ? words.done(count('recorded'), count('already'), count('refused') + bad)
          : words.summary(readyIn(lines).length, bad)}
      </p>
      {problem && <ErrorNote problem={problem} />}
      {left > 0 && (
        <Source
          send={told.length > 0 ? words.sendRest(left) : words.confirm(left)}
          busy={busy}
          onSend={(source) => void send(source)}
        />
      )}
      <p>
        <Button compact onClick={onAnother}>
          {words.another}
        </Button>
      </p>
      <Ledger
        caption={words.problem}
        unnumbered
        columns={columns}
        rows={[...lines.filter((line) => 'fault' in line), ...readyIn(lines)].slice(0, 300)}
        rowKey={({ line }) => String(line)}
      />
    </section>
  )
}

/** Paste or choose → check → list. Nothing is sent before it was looked at. */
export function ImportAreas() {
  const words = useRiskAreaPageWords()
  const [lines, setLines] = useState<readonly AreaLine[]>()
  return (
    <>
      <PageHead title={words.bring} lead={words.bringLead}>
        <a className="button button-compact" href={addressOf('risk-areas')}>
          {words.back}
        </a>
      </PageHead>
      {lines ? <Checked lines={lines} onAnother={() => setLines(undefined)} /> : <ChooseLines onRead={setLines} />}
    </>
  )
}
