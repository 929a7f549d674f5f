import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { sheetTime } from '../inspections/export.ts'
import { useChosenLanguage } from '../words.ts'
import { useCheck, type Check } from './use-check.ts'
import { useAuditWords } from './words.ts'

const counted = (n: number) => n.toLocaleString('en')

/** What was found, loudest where something is wrong. */
function Finding({ check, whole }: { check: Check; whole: boolean }) {
  const { chain: words } = useAuditWords()
  const language = useChosenLanguage()
  const { entries, checked, flaw } = check
  if (flaw)
    return (
      <div role="alert" className="stack-tight">
        <StateMark tone="stop" word={words.broken} />
        <p>
          <strong>{flaw[language]}</strong> {flaw.at && sheetTime(flaw.at)}
        </p>
        <p>{words.todo}</p>
      </div>
    )
  const says = whole ? words.all(checked.to) : words.recent(checked.from, checked.to)
  return (
    <p className="chain-line">
      <StateMark tone="go" word={words.whole} />
      <span>{entries === 0 ? words.empty : says}</span>
    </p>
  )
}

function Ends({ check: { entries, lastAt, head } }: { check: Check }) {
  const { chain: words } = useAuditWords()
  return (
    <p className="quiet small">
      {lastAt && `${words.entries(counted(entries), sheetTime(lastAt))} · `}
      {head ? words.signed(head.seq, sheetTime(head.at), head.key.slice(0, 8)) : words.unsigned}
    </p>
  )
}

/** Whether the log is whole: the newest entries at once, all of it on demand. */
export function ChainState() {
  const { chain: words } = useAuditWords()
  const { recent, whole, checkAll } = useCheck()
  return (
    <section className="chain screen-only" aria-label={words.title}>
      <WhenLoaded loaded={recent}>
        {(check) => (
          <>
            <Finding check={whole?.last ?? check} whole={whole?.last !== undefined} />
            <Ends check={whole?.last ?? check} />
            <p className="quiet small">{words.every}</p>
          </>
        )}
      </WhenLoaded>
      {whole?.problem && <ErrorNote problem={whole.problem} onRetry={() => void checkAll()} />}
      <p className="chain-line">
        <Button compact busy={whole?.busy === true} onClick={() => void checkAll()}>
          {words.checkAll}
        </Button>
        {whole?.busy && (
          <span role="status" className="quiet">
            {words.checking(counted(whole.done), counted(whole.entries))}
          </span>
        )}
      </p>
    </section>
  )
}
