import { useState } from 'react'
import { proposeRed } from '../../../schema/api/codes.ts'
import { redReasons, rulesOf, type CodeGround, type RedReason } from '../../../shared/codes/reasons.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import { useGround } from './people-table.tsx'
import { isPaper, wordFor, type PersonAnswer } from './person.ts'
import type { Inside } from './person-sheet.tsx'
import { Step } from './step.tsx'
import { usePeopleWords } from './words.ts'

/** `evidence`: `kind/id` of an offered record, or `document`. */
type Filled = { reason: RedReason; ground: CodeGround; evidence: string; paper: string }

const documentChosen = 'document'

/** One reason of a person is worked on once: what waits or is open is signed or ended there. */
const freeReasons = ({ reasons }: PersonAnswer): readonly RedReason[] =>
  redReasons.filter((reason) => reasons.every((one) => one.reason !== reason || one.state === 'closed'))

const offered = ({ evidence }: PersonAnswer, reason: RedReason) =>
  evidence.filter(({ kind }) => rulesOf(reason).evidence.includes(kind))

function evidenceOf({ evidence, paper }: Filled, answer: PersonAnswer) {
  const record = answer.evidence.find(({ kind, id }) => `${kind}/${id}` === evidence)
  return record ? { kind: record.kind, id: record.id } : ({ kind: documentChosen, id: paper.trim() } as const)
}

function useProposing({ answer, onChanged }: Inside, onClose: () => void) {
  const { propose: words } = usePeopleWords()
  const say = useToast()
  const { ask } = useSession()
  // One id however often it is sent: a lost answer and another press make one proposal.
  const [id] = useState(() => crypto.randomUUID())
  const [reason = 'R1'] = freeReasons(answer)
  const start: Filled = { reason, ground: rulesOf(reason).grounds[0], evidence: '', paper: '' }
  return useForm({
    start,
    check: ({ evidence, paper }) => ({
      ...(evidence === '' ? { evidence: words.noEvidence } : {}),
      ...(evidence === documentChosen && !isPaper(paper) ? { paper: words.paperNeeded } : {}),
    }),
    send: (form) =>
      ask(proposeRed, {
        params: { person: answer.row.person },
        body: { id, reason: form.reason, ground: form.ground, evidence: evidenceOf(form, answer) },
      }),
    done: () => {
      say(words.done)
      onClose()
      onChanged()
    },
  })
}

function useEvidenceOptions(answer: PersonAnswer, reason: RedReason) {
  const { propose: words, choose, reason: kinds } = usePeopleWords()
  const nameOf = { inspection: kinds.seeInspection, result: kinds.seeResult, list: kinds.seeList, feed: kinds.seeFeed }
  return [
    { value: '', label: choose },
    ...offered(answer, reason).map(({ kind, id, at, label }) => ({
      value: `${kind}/${id}`,
      label: `${wordFor(nameOf, kind) ?? kind} ${shortIso(at)} ${label}`,
    })),
    { value: documentChosen, label: words.documentToo },
  ]
}

function Proposing({ onClose, ...inside }: Inside & { onClose: () => void }) {
  const { propose: words } = usePeopleWords()
  const { cancel } = useOfficeWords()
  const ground = useGround()
  const { form, set, errors, ...rest } = useProposing(inside, onClose)
  const options = useEvidenceOptions(inside.answer, form.reason)
  const choose = (reason: RedReason) => set({ reason, ground: rulesOf(reason).grounds[0], evidence: '' })
  return (
    <Form
      submitLabel={words.submit}
      errors={errors}
      {...rest}
      onSubmit={rest.submit}
      more={
        <Button kind="ghost" compact onClick={onClose}>
          {cancel}
        </Button>
      }
    >
      <h3>{words.title}</h3>
      <p>{words.lead}</p>
      <Choice
        legend={words.reason}
        options={freeReasons(inside.answer).map((value) => ({ value, label: words.reasons[value] }))}
        value={form.reason}
        onChange={choose}
      />
      <Choice
        legend={words.ground}
        hint={words.closedList}
        options={rulesOf(form.reason).grounds.map((value) => ({ value, label: ground(value) }))}
        value={form.ground}
        onChange={(ground) => set({ ground })}
      />
      <Select
        label={words.evidence}
        options={options}
        value={form.evidence}
        error={errors['evidence'] ?? errors['id']}
        onChange={(evidence) => set({ evidence })}
      />
      {form.evidence === documentChosen && (
        <Field
          label={words.paper}
          hint={words.paperHint}
          error={errors['paper']}
          value={form.paper}
          maxLength={40}
          onChange={(event) => set({ paper: event.currentTarget.value })}
        />
      )}
    </Form>
  )
}

/** Proposes a red from closed lists: kind, ground, and the record or paper it stands on. */
export function ProposeRed(inside: Inside) {
  const { propose: words } = usePeopleWords()
  if (freeReasons(inside.answer).length === 0) return null
  return (
    <section className="stack" aria-label={words.title}>
      <Step label={words.open}>{(onClose) => <Proposing {...inside} onClose={onClose} />}</Step>
    </section>
  )
}
