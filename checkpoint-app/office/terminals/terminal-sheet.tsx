import { releaseTerminal } from '../../../schema/api/terminals.ts'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useNow } from '../../ui/use-now.ts'
import { Form } from '../form.tsx'
import { Facts } from '../ledger/facts.tsx'
import { useSession } from '../session.tsx'
import { lastSeen, shortIso } from '../times.ts'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import { BoundMark, type Terminal } from './terminals-table.tsx'

function Release({ terminal, onReleased }: { terminal: Terminal; onReleased: () => void }) {
  const { terminals: words } = useOfficeWords()
  const say = useToast()
  const { ask } = useSession()
  const { form, set, errors, ...rest } = useForm({
    start: { reason: '' },
    check: ({ reason }) => (reason.trim().length >= 2 ? {} : { reason: words.reasonNeeded }),
    send: ({ reason }) => ask(releaseTerminal, { params: { id: terminal.id }, body: { reason: reason.trim() } }),
    done: () => {
      say(words.releaseDone)
      onReleased()
    },
  })
  return (
    <section className="stack" aria-label={words.releaseTitle}>
      <hr />
      <h3>{words.releaseTitle}</h3>
      <p className="quiet">{words.releaseLead(terminal.inspector.name, terminal.device)}</p>
      <Form submitLabel={words.release} errors={errors} {...rest} onSubmit={rest.submit}>
        <Field
          label={words.reason}
          hint={words.reasonHint}
          error={errors.reason}
          value={form.reason}
          maxLength={200}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      </Form>
    </section>
  )
}

function TerminalFacts({ terminal }: { terminal: Terminal }) {
  const { terminals: words } = useOfficeWords()
  const now = useNow()
  const { checkpoint, lane, device, boundAt, releasedAt, lastSeenAt, segment, releaseReason } = terminal
  const facts = [
    { label: words.state, value: <BoundMark terminal={terminal} /> },
    { label: words.checkpoint, value: `${checkpoint.name} ${checkpoint.id}` },
    { label: words.lane, value: words.laneNumber(lane) },
    { label: words.device, value: device },
    { label: words.segment, value: segment ?? words.noSegment },
    { label: words.boundAt, value: shortIso(boundAt) },
    { label: words.lastSeen, value: lastSeen(lastSeenAt, now, words) },
    ...(releasedAt ? [{ label: words.releasedAt, value: shortIso(releasedAt) }] : []),
    ...(releaseReason ? [{ label: words.releaseReason, value: releaseReason }] : []),
  ]
  return <Facts facts={facts} />
}

type Given = { terminal: Terminal | undefined; canRelease: boolean; onClose: () => void; onReleased: () => void }

export function TerminalSheet({ terminal, canRelease, onClose, onReleased }: Given) {
  return (
    <Sheet open={terminal !== undefined} title={terminal?.inspector.name ?? ''} onClose={onClose} side>
      {terminal && <TerminalFacts terminal={terminal} />}
      {terminal && canRelease && !terminal.releasedAt && <Release terminal={terminal} onReleased={onReleased} />}
    </Sheet>
  )
}
