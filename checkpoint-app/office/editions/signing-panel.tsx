import { useState } from 'react'
import { dropDraft, rollBack, signAmendment } from '../../../schema/api/editions.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { serverNow } from '../../ui/server-clock.ts'
import { useToast } from '../../ui/toast.tsx'
import { addressOf } from '../address.ts'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useCheckpoints } from '../use-checkpoints.ts'
import { Confirm } from './confirm.tsx'
import { isStale, signAct, type Amendment } from './standing.ts'
import { useEditionWords } from './words.ts'

type Given = { amendment: Amendment; overlays: number; onChanged: (amendment: Amendment) => void }
type Step = { name: string; done: string | undefined }

function Steps({ amendment }: { amendment: Amendment }) {
  const words = useEditionWords()
  const { draftedBy, draftedAt, dryRun, first, second, publishedAt } = amendment
  const said = (signature: { by: { name: string }; at: string } | null) =>
    signature ? words.done(signature.by.name, shortIso(signature.at)) : undefined
  const tried = dryRun && (publishedAt !== null || !isStale(amendment, serverNow()))
  const steps: readonly Step[] = [
    { name: words.steps.draft, done: words.done(draftedBy.name, shortIso(draftedAt)) },
    { name: words.steps.try, done: tried ? words.done(dryRun.by.name, shortIso(dryRun.at)) : undefined },
    { name: words.steps.first, done: said(first) },
    { name: words.steps.second, done: said(second) },
    { name: words.steps.published, done: publishedAt === null ? undefined : shortIso(publishedAt) },
  ]
  return (
    <ol className="sign-steps">
      {steps.map(({ name, done }) => (
        <li key={name} className={done ? 'is-done' : undefined}>
          <strong>
            {name} {done && <span aria-hidden="true">✔︎</span>}
          </strong>
          <span className="quiet small">{done ?? words.waiting}</span>
        </li>
      ))}
    </ol>
  )
}

/** What happens at every checkpoint, and when. */
function Consequences({ amendment, overlays }: Pick<Given, 'amendment' | 'overlays'>) {
  const words = useEditionWords()
  const checkpoints = useCheckpoints().value?.items.filter(({ active }) => active).length ?? 0
  return (
    <ul className="says">
      <li>{words.atPhones}</li>
      <li>{words.atCheckpoints(checkpoints)}</li>
      <li>{words.atPast}</li>
      {overlays > 0 && <li>{words.atOverlays(overlays)}</li>}
      {amendment.dryRun && <li>{words.otherwise(amendment.dryRun.report.moved)}</li>}
    </ul>
  )
}

function Sign({ amendment, overlays, onChanged }: Given) {
  const words = useEditionWords()
  const say = useToast()
  const { ask } = useSession()
  const staff = useStaff()
  const { language } = useLanguage()
  const [open, setOpen] = useState(false)
  const act = signAct(amendment, staff.id, serverNow())
  if (act.kind === 'none') return <p>{act.why === 'try' ? words.needsTry : words.needsAnother}</p>
  const second = act.kind === 'second'
  const label = second ? words.signSecond : words.sign
  const { id, version } = amendment
  return (
    <>
      <Button kind="primary" compact onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Confirm
        open={open}
        title={second ? words.confirmPublish : words.confirmSign}
        label={label}
        send={() => ask(signAmendment, { params: { id }, body: { version } })}
        onClose={() => setOpen(false)}
        onDone={(after) => {
          setOpen(false)
          say(second ? words.published : words.signed)
          onChanged(after)
        }}
      >
        {second ? (
          <>
            <p>
              <strong>{amendment.name[language]}</strong>
            </p>
            <p>{amendment.class === 'emergency' ? words.publishNow : words.publishLater(shortIso(amendment.from))}</p>
            <Consequences amendment={amendment} overlays={overlays} />
          </>
        ) : (
          <p>{words.signSays}</p>
        )}
      </Confirm>
    </>
  )
}

function Drop({ amendment: { id, version }, onChanged }: Omit<Given, 'overlays'>) {
  const words = useEditionWords()
  const say = useToast()
  const { ask } = useSession()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="ghost" compact onClick={() => setOpen(true)}>
        {words.drop}
      </Button>
      <Confirm
        open={open}
        title={words.drop}
        label={words.drop}
        kind="danger"
        send={() => ask(dropDraft, { params: { id }, body: { version } })}
        onClose={() => setOpen(false)}
        onDone={(after) => {
          setOpen(false)
          say(words.dropped)
          onChanged(after)
        }}
      >
        <p>{words.dropAsk}</p>
      </Confirm>
    </>
  )
}

function RollBack({ amendment, overlays, onChanged }: Given) {
  const words = useEditionWords()
  const say = useToast()
  const { ask } = useSession()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <>
      <Button kind="danger" compact onClick={() => setOpen(true)}>
        {words.rollBack}
      </Button>
      <Confirm
        open={open}
        title={words.confirmRollBack}
        label={words.rollBack}
        kind="danger"
        waits={reason.trim().length < 4}
        send={() => ask(rollBack, { params: { id: amendment.id }, body: { reason } })}
        onClose={() => setOpen(false)}
        onDone={(after) => {
          setOpen(false)
          say(words.rolledBack)
          onChanged(after)
        }}
      >
        <p>{words.rollBackSays}</p>
        <Consequences amendment={{ ...amendment, dryRun: null }} overlays={overlays} />
        <Field
          label={words.reason}
          hint={words.reasonHint}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Confirm>
    </>
  )
}

/** 起草 ✔ 试运行 ✔ 经办 ✔ 复核 …, and what this person may do next. */
export function SigningPanel(given: Given) {
  const words = useEditionWords()
  const { amendment, onChanged } = given
  const { role } = useStaff()
  const { state } = amendment
  return (
    <section className="stack panel" aria-label={words.steps.first}>
      <Steps amendment={amendment} />
      {role === 'command' && (
        <div className="form-actions screen-only">
          {state === 'draft' && <Sign {...given} />}
          {state === 'draft' && (
            <a
              className="button button-secondary button-compact"
              href={addressOf('editions', amendment.id, { edit: '1' })}
            >
              {words.edit}
            </a>
          )}
          {state === 'draft' && <Drop amendment={amendment} onChanged={onChanged} />}
          {state === 'published' && <RollBack {...given} />}
        </div>
      )}
    </section>
  )
}
