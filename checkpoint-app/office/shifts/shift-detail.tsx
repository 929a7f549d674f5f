import { releaseShift } from '../../../schema/api/shifts.ts'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { Facts } from '../ledger/facts.tsx'
import { may } from '../pages.ts'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useForm } from '../use-form.ts'
import { stateOf, type Duty, type ShiftRow } from './duty.ts'
import { ShiftMark } from './shifts-table.tsx'
import { useDutyWords } from './words.ts'

type Given = { duty: Duty | undefined; id: string | undefined; onClose: () => void; onReleased: () => void }

/** One shift beside the ledger; a running one may be released by the head. */
export function ShiftDetail({ duty, id, onClose, onReleased }: Given) {
  const words = useDutyWords()
  const shift = duty?.shifts.find((one) => one.id === id)
  const mayRelease = may(useStaff().role, 'enrol')
  return (
    <Sheet open={shift !== undefined} title={words.shift} onClose={onClose} side>
      {shift && duty && <ShiftFacts shift={shift} hours={duty.openShiftHours} />}
      {shift?.onDuty === true && mayRelease && <Release key={shift.id} shift={shift} onReleased={onReleased} />}
    </Sheet>
  )
}

function ShiftFacts({ shift, hours }: { shift: ShiftRow; hours: number }) {
  const words = useDutyWords()
  const facts = [
    { label: words.inspector, value: shift.inspector },
    { label: words.state, value: <ShiftMark shift={shift} /> },
    { label: words.lane, value: words.laneNumber(shift.lane) },
    { label: words.from, value: shortIso(shift.onAt) },
    { label: words.to, value: shift.endAt === null ? '—' : shortIso(shift.endAt) },
    { label: words.segment, value: shift.segment ?? words.noSegment },
    { label: words.device, value: shift.device },
  ]
  return (
    <>
      <Facts facts={facts} />
      {shift.second && <p className="note">{words.secondOf[shift.second.of]}</p>}
      {stateOf(shift) === 'overdue' && <p className="note">{words.overdueWhat(hours)}</p>}
    </>
  )
}

function Release({ shift, onReleased }: { shift: ShiftRow; onReleased: () => void }) {
  const words = useDutyWords()
  const say = useToast()
  const { ask } = useSession()
  const { form, set, errors, ...rest } = useForm({
    start: { reason: '' },
    check: ({ reason }) => (reason.trim().length >= 2 ? {} : { reason: words.reasonNeeded }),
    send: ({ reason }) => ask(releaseShift, { params: { id: shift.id }, body: { reason: reason.trim() } }),
    done: () => {
      say(words.released)
      onReleased()
    },
  })
  return (
    <section className="stack screen-only" aria-label={words.release}>
      <h3>{words.release}</h3>
      <p className="quiet">{words.releaseLead}</p>
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
