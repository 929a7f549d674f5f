import { maskId } from '../../../shared/identity/id-card.ts'
import { maskName } from '../../../shared/identity/name.ts'
import type { ListKind } from '../../../shared/lists/kinds.ts'
import { Button } from '../../ui/button.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import type { FileLine, ListFile } from './list-file.ts'
import { faultText, readyIn } from './send-lines.ts'
import { useListWords } from './words.ts'

const mostShown = 100

const isBad = ({ read }: FileLine) => 'fault' in read

function useColumns(): readonly Column<FileLine>[] {
  const words = useListWords()
  return [
    { title: words.line, cell: ({ line }) => line, number: true },
    {
      title: words.who,
      cell: ({ read }) => ('item' in read ? (read.item.name && maskName(read.item.name)) || read.item.company : ''),
    },
    {
      title: words.number,
      cell: ({ read }) =>
        'item' in read && (
          <span className="one-word">{read.item.number ? maskId(read.item.number) : read.item.companyCode}</span>
        ),
      wide: true,
    },
    {
      title: words.problem,
      cell: ({ read }) =>
        'item' in read ? (
          <StateMark size="small" tone="go" word={words.ready} />
        ) : (
          <span className="row-fault">■ {faultText(read.fault, words)}</span>
        ),
    },
  ]
}

type Given = { list: ListKind; name: string; file: ListFile; onConfirm: () => void; onAnother: () => void }

/** What the file says before anything is sent: numbers masked, problems first. */
export function Preview({ name, file: { lines }, onConfirm, onAnother }: Given) {
  const words = useListWords()
  const columns = useColumns()
  const ready = readyIn(lines).length
  const bad = lines.filter(isBad)
  const shown = [...bad, ...lines.filter((line) => !isBad(line))].slice(0, mostShown)
  return (
    <section className="stack" aria-label={words.step2}>
      <h2>{words.step2}</h2>
      <p>
        <strong>{name}</strong>　{words.summary(ready, bad.length)}
      </p>
      <div className="form-actions">
        {ready > 0 && (
          <Button kind="primary" onClick={onConfirm}>
            {words.confirm(ready)}
          </Button>
        )}
        <Button compact onClick={onAnother}>
          {words.another}
        </Button>
      </div>
      {ready === 0 && <p role="alert">{words.nothing}</p>}
      {lines.length > mostShown && <p className="quiet">{words.firstLines(mostShown)}</p>}
      <Ledger caption={words.step2} unnumbered columns={columns} rows={shown} rowKey={({ line }) => String(line)} />
    </section>
  )
}
