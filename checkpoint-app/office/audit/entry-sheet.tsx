import { Sheet } from '../../ui/sheet.tsx'
import { addressOf } from '../address.ts'
import { sheetTime } from '../inspections/export.ts'
import { Facts } from '../ledger/facts.tsx'
import { actorOf, detailOf, kindOf, reasonOf, roleOf, sentenceOf, type Entry } from './entry-words.ts'
import { useEntryWords } from './use-entry-words.ts'

const Code = ({ text }: { text: string }) => <span className="code">{text}</span>

function EntryFacts({ entry }: { entry: Entry }) {
  const words = useEntryWords()
  const { actor, subject, device, reason } = entry
  const facts = [
    { label: words.number, value: entry.seq },
    { label: words.time, value: sheetTime(entry.at) },
    { label: words.actor, value: actorOf(entry, words) || words.system },
    { label: words.role, value: roleOf(entry.role, words) },
    ...(device === null ? [] : [{ label: words.device, value: <Code text={device} /> }]),
    {
      label: words.subject,
      value: (
        <>
          {kindOf(entry.kind, words)} {subject.name} <Code text={subject.id} />
        </>
      ),
    },
    ...(reason === null ? [] : [{ label: words.reason, value: reasonOf(entry, words) }]),
    ...detailOf(entry, words).map(({ label, value }) => ({ label, value })),
  ]
  return (
    <>
      <p>
        <strong>{sentenceOf(entry, words)}</strong>
      </p>
      <Facts facts={facts} />
      <p>
        <a href={addressOf('audit', undefined, { subject: subject.id })}>{words.sameSubject}</a>
      </p>
      <p>
        <a href={addressOf('audit', undefined, { actor: actor.id })}>{words.sameActor}</a>
      </p>
    </>
  )
}

type Given = { seq: string | undefined; entry: Entry | undefined; onClose: () => void }

/** One entry as a sentence, and all that it holds. */
export function EntrySheet({ seq, entry, onClose }: Given) {
  const words = useEntryWords()
  return (
    <Sheet open={seq !== undefined} title={words.entry(Number(seq ?? 0))} onClose={onClose} side>
      {entry ? <EntryFacts entry={entry} /> : <p className="quiet">{words.gone}</p>}
    </Sheet>
  )
}
