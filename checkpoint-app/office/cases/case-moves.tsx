import { useState } from 'react'
import type { BodyOf } from '../../../schema/api/endpoint.ts'
import { moveCase } from '../../../schema/api/cases.ts'
import {
  callResults,
  caseCategories,
  type CallResult,
  type CaseCategory,
  type CaseState,
} from '../../../shared/cases/kinds.ts'
import type { CaseMove } from '../../../shared/cases/moves.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Sheet as SideSheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession, useStaff } from '../session.tsx'
import { useForm, type Errors } from '../use-form.ts'
import type { Sheet } from './case-page.tsx'
import { useCaseNames } from './case-state.tsx'
import { useCaseWords, type CaseWords } from './words.ts'

type Body = BodyOf<typeof moveCase>
type Given = { sheet: Sheet; onChanged: (sheet: Sheet) => void }
type Values = { to: string; words: string; result: CallResult | ''; escalate: 'yes' | 'no'; category: CaseCategory }

/** What goes on with it in its state, as the one primary button; the rest beside it. */
const onward: Readonly<Record<CaseState, readonly CaseMove[]>> = {
  new: ['accept', 'supervise'],
  accepted: ['dispatch', 'reply', 'supervise'],
  dispatched: ['reply', 'supervise'],
  handling: ['reply', 'supervise'],
  replied: ['answer', 'supervise'],
  'call-back': ['close', 'answer', 'supervise'],
  closed: [],
}

/** Every move that the table gives this role now, as a button of its own. */
export function CaseMoves({ sheet, onChanged }: Given) {
  const words = useCaseWords()
  const [open, setOpen] = useState<CaseMove>()
  const { may } = sheet
  const first = onward[sheet.case.state].find((move) => may.includes(move)) ?? (may.length === 1 ? may[0] : undefined)
  const { role } = useStaff()
  const label = (move: CaseMove) =>
    move === 'escalate'
      ? words.escalateTo[sheet.case.level]
      : words.moves[move === 'note' && role === 'head' ? 'facts' : move]
  return (
    <section className="stack-tight screen-only" aria-label={words.does}>
      <h2>{words.does}</h2>
      {may.length === 0 && <p className="quiet">{words.nothingToDo}</p>}
      <div className="case-moves">
        {may.map((move) => (
          <Button key={move} kind={move === first ? 'primary' : 'secondary'} onClick={() => setOpen(move)}>
            {label(move)}
          </Button>
        ))}
      </div>
      <SideSheet open={open !== undefined} title={open ? label(open) : ''} onClose={() => setOpen(undefined)} side>
        {open && (
          <MoveForm
            key={open}
            move={open}
            sheet={sheet}
            onChanged={(after) => {
              setOpen(undefined)
              onChanged(after)
            }}
          />
        )}
      </SideSheet>
    </section>
  )
}

const asksWords: readonly CaseMove[] = ['reply', 'reopen', 'escalate', 'supervise', 'note']
const mayHaveWords: readonly CaseMove[] = ['dispatch', 'handle', 'answer']

function lackOf(move: CaseMove, { to, words: said, result }: Values, words: CaseWords): Errors {
  return {
    ...(move === 'dispatch' && to.trim().length < 2 && { to: words.toNeeded }),
    ...(asksWords.includes(move) && said.trim().length < 2 && { words: words.textNeeded }),
    ...(move === 'answer' && result === '' && { result: words.resultNeeded }),
  }
}

function bodyOf(move: CaseMove, { to, words: typed, result, escalate, category }: Values): Body {
  const words = typed.trim()
  const said = words === '' ? {} : { words }
  switch (move) {
    case 'dispatch':
      return { move, to: to.trim(), ...said }
    case 'handle':
      return { move, ...said }
    case 'answer':
      return { move, result: result || 'unreached', escalate: escalate === 'yes' && result === 'dissatisfied', ...said }
    case 'recategorise':
      return { move, category }
    case 'accept':
    case 'ask-call-back':
    case 'close':
      return { move }
    case 'more':
      return { move: 'note', words }
    default:
      return { move, words }
  }
}

function MoveForm({ move, sheet, onChanged }: Given & { move: CaseMove }) {
  const words = useCaseWords()
  const say = useToast()
  const { ask } = useSession()
  const { category, id } = sheet.case
  const start: Values = { to: sheet.dispatchedTo ?? '', words: '', result: '', escalate: 'no', category }
  const { form, set, errors, ...rest } = useForm({
    start,
    check: (values) => lackOf(move, values, words),
    send: (values) => ask(moveCase, { params: { id }, body: bodyOf(move, values) }),
    done: (after) => {
      say(words.done)
      onChanged(after)
    },
  })
  return (
    <Form submitLabel={words.send} errors={errors} {...rest} onSubmit={rest.submit}>
      {move === 'dispatch' && (
        <Field
          label={words.to}
          hint={words.toHint}
          error={errors.to}
          value={form.to}
          maxLength={60}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
      )}
      {move === 'answer' && <CallResultFields form={form} errors={errors} level={sheet.case.level} set={set} />}
      {move === 'recategorise' && <CategoryField value={form.category} onChange={(next) => set({ category: next })} />}
      {(asksWords.includes(move) || mayHaveWords.includes(move)) && (
        <WordsField move={move} value={form.words} error={errors.words} onChange={(next) => set({ words: next })} />
      )}
    </Form>
  )
}

type OfCall = {
  form: Values
  errors: Errors
  level: Sheet['case']['level']
  set: (change: Partial<Values>) => void
}

function CallResultFields({ form, errors, level, set }: OfCall) {
  const words = useCaseWords()
  return (
    <>
      <Choice
        legend={words.result}
        options={callResults.map((value) => ({ value, label: words.opinions[value] }))}
        value={form.result || undefined}
        error={errors.result}
        columns={2}
        onChange={(result) => set({ result })}
      />
      {form.result === 'dissatisfied' && level !== 'province' && (
        <Choice
          legend={words.alsoUp}
          options={[
            { value: 'no', label: words.no },
            { value: 'yes', label: words.yes },
          ]}
          value={form.escalate}
          columns={2}
          onChange={(escalate) => set({ escalate })}
        />
      )}
    </>
  )
}

function CategoryField({ value, onChange }: { value: CaseCategory; onChange: (next: CaseCategory) => void }) {
  const words = useCaseWords()
  const names = useCaseNames()
  return (
    <Select
      label={words.category}
      options={caseCategories.map((one) => ({ value: one, label: names.category(one) }))}
      value={value}
      onChange={onChange}
    />
  )
}

type OfWords = { move: CaseMove; value: string; error: string | undefined; onChange: (next: string) => void }

function WordsField({ move, value, error, onChange }: OfWords) {
  const words = useCaseWords()
  const isReply = move === 'reply'
  const label = isReply ? words.replyText : asksWords.includes(move) ? words.reason : words.optionalNote
  return (
    <Field
      label={label}
      hint={isReply ? words.replyHint : words.reasonHint}
      optional={mayHaveWords.includes(move)}
      error={error}
      value={value}
      maxLength={500}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
