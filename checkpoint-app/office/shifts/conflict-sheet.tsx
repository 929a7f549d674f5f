import { reviewConflict } from '../../../schema/api/conflicts.ts'
import { conflictFindings, type ConflictFinding } from '../../../shared/sync/conflict.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Plate } from '../../ui/plate.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { addressOf } from '../address.ts'
import { Form } from '../form.tsx'
import { VerdictCard } from '../inspections/verdict-card.tsx'
import { Facts } from '../ledger/facts.tsx'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useForm } from '../use-form.ts'
import type { Conflict } from './duty.ts'
import { useDutyWords } from './words.ts'

type Given = { conflict: Conflict | undefined; onClose: () => void; onReviewed: () => void }

/** What phone and server said of one truck, why they may differ, and what the head found. */
export function ConflictSheet({ conflict, onClose, onReviewed }: Given) {
  const words = useDutyWords()
  const { role } = useStaff()
  return (
    <Sheet open={conflict !== undefined} title={words.conflict} onClose={onClose} side>
      {conflict && (
        <>
          <p className="sheet-plate">
            <Plate plate={conflict.plate} />
          </p>
          <VerdictCard title={words.deviceSaid} {...conflict.device} />
          <VerdictCard title={words.serverSaid} {...conflict.server} />
          <ConflictFacts conflict={conflict} />
          <a
            className="button button-secondary button-compact screen-only"
            href={addressOf('inspections', conflict.id)}
          >
            {words.whole1} ➜
          </a>
          {role === 'head' && conflict.review === null && <Review conflict={conflict} onDone={onReviewed} />}
        </>
      )}
    </Sheet>
  )
}

function ConflictFacts({ conflict }: { conflict: Conflict }) {
  const words = useDutyWords()
  const { review, otherEdition, offline, device, server } = conflict
  const why = [otherEdition ? words.otherEdition : words.sameEdition, ...(offline ? [words.wasOffline] : [])]
  const editions = otherEdition ? `${device.edition} / ${server.edition}` : server.edition
  const facts = [
    { label: words.at, value: shortIso(conflict.madeAt) },
    { label: words.inspector, value: `${conflict.inspector} ${words.laneNumber(conflict.lane)}` },
    { label: words.why, value: why.join('，') },
    { label: words.editions, value: <span className="code">{editions}</span> },
    ...(review
      ? [
          { label: words.finding, value: words.findings[review.finding] },
          { label: words.reviewed, value: words.reviewedBy(review.by, shortIso(review.at)) },
        ]
      : []),
    ...(review?.note ? [{ label: words.note, value: review.note }] : []),
  ]
  return <Facts facts={facts} />
}

type Values = { finding: ConflictFinding | ''; note: string }

function Review({ conflict: { id }, onDone }: { conflict: Conflict; onDone: () => void }) {
  const words = useDutyWords()
  const say = useToast()
  const { ask } = useSession()
  const start: Values = { finding: '', note: '' }
  const { form, set, errors, ...rest } = useForm({
    start,
    check: ({ finding }) => (finding ? {} : { finding: words.findingNeeded }),
    send: ({ finding, note }) =>
      ask(reviewConflict, {
        params: { id },
        body: { finding: finding || 'known-later', ...(note.trim().length >= 2 ? { note: note.trim() } : {}) },
      }),
    done: () => {
      say(words.reviewed)
      onDone()
    },
  })
  return (
    <section className="stack-tight screen-only" aria-label={words.finding}>
      <Form submitLabel={words.review} errors={errors} {...rest} onSubmit={rest.submit}>
        <Choice
          legend={words.finding}
          options={conflictFindings.map((value) => ({ value, label: words.findings[value] }))}
          value={form.finding || undefined}
          error={errors.finding}
          columns={2}
          onChange={(finding) => set({ finding })}
        />
        <Field
          label={words.note}
          optional
          hint={words.noteHint}
          value={form.note}
          maxLength={200}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </Form>
    </section>
  )
}
