import { enrol } from '../../../schema/api/terminals.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Shape } from '../../ui/state-mark.tsx'
import { Form } from '../form.tsx'
import { useSession, useStaff, type Staff } from '../session.tsx'
import { CheckpointSelect } from '../staff/checkpoint-select.tsx'
import { useCheckpoints } from '../use-checkpoints.ts'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import type { Link } from './enrol.tsx'

type Values = { staff: string; checkpoint: string; lane: string; segment: string }

const isSegment = (text: string) => text === '' || /^\d{3,24}$/.test(text)
const plain = (segment: string) => segment.replaceAll(/\s/g, '')
type Given = {
  inspectors: readonly Staff[]
  onLink: (link: Link) => void
  onShowTerminal: (id: string) => void
}

/** One card, one phone, one inspector: told before the server would refuse. */
function AlreadyBound({ inspector, onShow }: { inspector: Staff; onShow: (terminal: string) => void }) {
  const { enrol: words } = useOfficeWords()
  const { terminal } = inspector
  if (!terminal) return null
  return (
    <div className="note" role="status">
      <Shape tone="care" size={20} />
      <div className="stack-tight">
        <strong>{words.busy(inspector.name)}</strong>
        <p>{words.oneEach}</p>
        <Button compact onClick={() => onShow(terminal)}>
          {words.toRelease}
        </Button>
      </div>
    </div>
  )
}

function useEnrolment(inspectors: readonly Staff[], onLink: (link: Link) => void) {
  const words = useOfficeWords()
  const { ask } = useSession()
  const me = useStaff()
  const inspectorOf = (id: string) => inspectors.find((inspector) => inspector.id === id)
  const staffError = (inspector: Staff | undefined) => {
    if (!inspector) return { staff: words.password.needed }
    return inspector.terminal ? { staff: words.enrol.busy(inspector.name) } : {}
  }
  const start: Values = { staff: '', checkpoint: me.checkpoint ?? '', lane: '1', segment: '' }
  const form = useForm({
    start,
    check: ({ staff, checkpoint, segment }: Values) => ({
      ...staffError(inspectorOf(staff)),
      ...(checkpoint ? {} : { checkpoint: words.password.needed }),
      ...(isSegment(plain(segment)) ? {} : { segment: words.enrol.segmentWrong }),
    }),
    send: ({ staff, checkpoint, lane, segment }: Values) =>
      ask(enrol, {
        body: { staff, checkpoint, lane: Number(lane), ...(plain(segment) ? { segment: plain(segment) } : {}) },
      }),
    done: (made) => {
      const inspector = inspectorOf(form.form.staff)
      if (inspector) onLink({ ...made, inspector })
    },
  })
  return { ...form, inspector: inspectorOf(form.form.staff) }
}

export function EnrolForm({ inspectors, onLink, onShowTerminal }: Given) {
  const { enrol: words, terminals } = useOfficeWords()
  const { role, checkpoint: own } = useStaff()
  const all = useCheckpoints().value?.items ?? []
  const checkpoints = role === 'head' ? all.filter(({ id }) => id === own) : all
  const { form, set, errors, inspector, ...rest } = useEnrolment(inspectors, onLink)
  const lanes = checkpoints.find(({ id }) => id === form.checkpoint)?.lanes ?? 1
  const people = inspectors.map(({ id, name, login }) => ({ value: id, label: `${name}　${login}` }))
  const choose = (staff: string) => {
    const checkpoint = inspectors.find(({ id }) => id === staff)?.checkpoint
    set({ staff, lane: '1', ...(checkpoint ? { checkpoint } : {}) })
  }
  return (
    <Form submitLabel={words.make} errors={errors} {...rest} onSubmit={rest.submit}>
      <Select
        label={words.inspector}
        options={[{ value: '', label: words.choose }, ...people]}
        value={form.staff}
        error={errors.staff}
        onChange={choose}
      />
      {inspector && <AlreadyBound inspector={inspector} onShow={onShowTerminal} />}
      <CheckpointSelect
        label={words.checkpoint}
        none={words.choose}
        checkpoints={checkpoints}
        value={form.checkpoint}
        error={errors.checkpoint}
        onChange={(checkpoint) => set({ checkpoint, lane: '1' })}
      />
      <Select
        label={words.lane}
        options={Array.from({ length: lanes }, (_, at) => String(at + 1)).map((lane) => ({
          value: lane,
          label: terminals.laneNumber(Number(lane)),
        }))}
        value={form.lane}
        onChange={(lane) => set({ lane })}
      />
      <Field
        label={words.segment}
        optional
        inputMode="numeric"
        hint={words.segmentHint}
        error={errors.segment}
        value={form.segment}
        maxLength={24}
        onChange={(event) => set({ segment: event.currentTarget.value })}
      />
    </Form>
  )
}
