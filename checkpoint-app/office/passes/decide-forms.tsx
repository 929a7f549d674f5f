import { useState } from 'react'
import { decidePassApplication } from '../../../schema/api/passes.ts'
import { declineReasonIds, declineReasons } from '../../../shared/passes/reasons.ts'
import { Button } from '../../ui/button.tsx'
import { comeIntoSight } from '../../ui/come-into-sight.ts'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useChosenLanguage, useOfficeWords } from '../words.ts'
import { ReasonForm } from './reason-form.tsx'
import { usePassWords } from './words.ts'

type Given = { id: string; onChanged: () => void; onCancel: () => void }

function IssueForm({ id, onChanged, onCancel }: Given) {
  const words = usePassWords()
  const { cancel } = useOfficeWords()
  const { ask } = useSession()
  const say = useToast()
  const {
    form: _,
    set: __,
    errors,
    ...rest
  } = useForm({
    start: {},
    check: () => ({}),
    send: () => ask(decidePassApplication, { params: { id }, body: { decision: 'issue' } }),
    done: () => {
      say(words.issued)
      onChanged()
    },
  })
  return (
    <Form
      submitLabel={words.issueButton}
      errors={errors}
      {...rest}
      onSubmit={rest.submit}
      more={
        <Button compact onClick={onCancel}>
          {cancel}
        </Button>
      }
    >
      <p>{words.issueSays}</p>
    </Form>
  )
}

function DeclineForm({ id, onChanged, onCancel }: Given) {
  const words = usePassWords()
  const language = useChosenLanguage()
  const { ask } = useSession()
  return (
    <ReasonForm
      says={words.declineSays}
      submit={words.declineButton}
      options={declineReasonIds.map((value) => ({ value, label: declineReasons[value][language] }))}
      send={(reason, note) =>
        ask(decidePassApplication, {
          params: { id },
          body: { decision: 'decline', reason, ...(note === undefined ? {} : { note }) },
        })
      }
      done={words.declined}
      onDone={onChanged}
      onCancel={onCancel}
    />
  )
}

/** 核发 or 不予核发, each confirmed once more. */
export function DecideForms({ id, onChanged }: Omit<Given, 'onCancel'>) {
  const words = usePassWords()
  const [open, setOpen] = useState<'issue' | 'decline'>()
  const given = { id, onChanged, onCancel: () => setOpen(undefined) }
  return (
    <section className="stack-tight" aria-label={words.decide}>
      <h3>{words.decide}</h3>
      {open === undefined ? (
        <div className="form-actions">
          <Button kind="primary" onClick={() => setOpen('issue')}>
            {words.issue}
          </Button>
          <Button onClick={() => setOpen('decline')}>{words.decline}</Button>
        </div>
      ) : (
        <div ref={comeIntoSight} role="group" aria-label={words[open]} tabIndex={-1}>
          {open === 'issue' ? <IssueForm {...given} /> : <DeclineForm {...given} />}
        </div>
      )}
    </section>
  )
}
