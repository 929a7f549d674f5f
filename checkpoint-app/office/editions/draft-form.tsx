import { changeDraft, draftAmendment } from '../../../schema/api/editions.ts'
import { hour, parseInstant, plus, type Instant } from '../../../shared/instant.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { serverNow } from '../../ui/server-clock.ts'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { useSession } from '../session.tsx'
import { shortIso } from '../times.ts'
import { goTo } from '../use-address.ts'
import { useForm } from '../use-form.ts'
import { BasisFields } from './basis-fields.tsx'
import { blankForm, checkDraft, draftOf, formOf, local, type DraftForm } from './draft.ts'
import { NumberPicker } from './number-picker.tsx'
import type { Amendment, Editions } from './standing.ts'
import { useEditionWords } from './words.ts'

/** Shown for a little longer than the server needs, so that a draft saved in time is still in time when it is signed. */
const toSign = 2 * hour

type Start = { form: DraftForm; earliest: Instant; regular: string }
type Given = { before?: Amendment; editions?: Editions; onSaved?: (amendment: Amendment) => void }

function startOf({ before, editions }: Given): Start {
  const now = serverNow()
  const earliest = (before && parseInstant(before.earliest)) ?? plus(now, (editions?.noticeHours ?? 24) * hour)
  const rounded = plus(earliest, toSign + hour - ((earliest + toSign) % hour))
  return { form: before ? formOf(before.draft) : blankForm(rounded), earliest, regular: local(rounded) }
}

function useDrafting(given: Given, { form, earliest }: Start) {
  const words = useEditionWords()
  const say = useToast()
  const { ask } = useSession()
  const { before, onSaved } = given
  return useForm({
    start: form,
    check: (typed) => checkDraft(typed, words.form, earliest),
    send: (typed) =>
      before
        ? ask(changeDraft, { params: { id: before.id }, body: { version: before.version, draft: draftOf(typed) } })
        : ask(draftAmendment, { body: draftOf(typed) }),
    done: (amendment) => {
      say(words.form.saved)
      onSaved?.(amendment)
      goTo('editions', amendment.id)
    },
  })
}

type Fields = Pick<ReturnType<typeof useDrafting>, 'form' | 'set' | 'errors'>

type Day = { earliest: string; notice: number; regular: string }

function NameAndDay({ form, set, errors, earliest, notice, regular }: Fields & Day) {
  const { form: words, classes, classHints } = useEditionWords()
  return (
    <section className="stack">
      <div className="side-by-side">
        <Field
          label={words.nameZh}
          hint={words.nameZhHint}
          error={errors.nameZh}
          maxLength={60}
          value={form.nameZh}
          onChange={(event) => set({ nameZh: event.currentTarget.value })}
        />
        <Field
          label={words.nameEn}
          error={errors.nameEn}
          maxLength={60}
          value={form.nameEn}
          onChange={(event) => set({ nameEn: event.currentTarget.value })}
        />
      </div>
      <Choice
        legend={words.kind}
        columns={2}
        options={[
          { value: 'regular', label: classes.regular, hint: classHints.regular(notice) },
          { value: 'emergency', label: classes.emergency, hint: classHints.emergency },
        ]}
        value={form.kind}
        onChange={(kind) => set({ kind, from: kind === 'emergency' ? local(serverNow()) : regular })}
      />
      <div className="narrow-field">
        <Field
          label={words.from}
          type="datetime-local"
          hint={form.kind === 'regular' ? words.fromHint(earliest) : words.fromEmergency}
          error={errors.from}
          value={form.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
      </div>
    </section>
  )
}

/** A draft: which number, on what basis, from when. Nothing changes by saving it. */
export function DraftPage(given: Given) {
  const { form: words } = useEditionWords()
  const start = startOf(given)
  const { form, set, errors, problem, busy, submit } = useDrafting(given, start)
  const fields = { form, set, errors }
  const values = new Map<string, number | string>([
    ...(given.editions?.numbers ?? []).map(({ parameter, value }) => [parameter, value] as const),
    ...(given.before?.changes ?? []).map(({ parameter, before }) => [parameter, before] as const),
  ])
  const earliest = shortIso(new Date(start.earliest).toISOString())
  return (
    <>
      <PageHead
        title={given.before ? words.change : words.title}
        lead={given.before ? words.changeNote : words.basisWhy}
      />
      <div className="drafting">
        <Form submitLabel={words.save} busy={busy} problem={problem} errors={errors} onSubmit={submit}>
          <NameAndDay
            {...fields}
            earliest={earliest}
            regular={start.regular}
            notice={given.editions?.noticeHours ?? 24}
          />
          <NumberPicker {...fields} values={values} />
          <BasisFields {...fields} />
        </Form>
      </div>
    </>
  )
}
