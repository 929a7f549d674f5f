import { Select } from '../ui/select.tsx'
import { useNow } from '../ui/use-now.ts'
import { dayOptions, now as rightNow, timeOptions, type DayOption } from './eta.ts'
import type { PageProps } from './form-screen.tsx'
import { useDriverWords } from './use-words.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** Day and time as two lists: the phones' own date fields differ too much. */
export function EtaFields({ draft, edit, note }: Omit<PageProps, 'left'>) {
  const { form } = useDriverWords()
  const now = useNow()
  const near = [form.today, form.tomorrow, form.dayAfter]
  const dayLabel = ({ inDays, month, day }: DayOption) => `${near[inDays] ?? ''} ${two(month)}-${two(day)}`.trim()
  const days = dayOptions(now, draft.etaDay).map((option) => ({ value: option.value, label: dayLabel(option) }))
  const times = (etaDay: string) => timeOptions(now, etaDay, draft.etaTime)
  const chooseDay = (etaDay: string) => {
    const keeps = draft.etaTime !== rightNow || etaDay === dayOptions(now, '')[0]?.value
    edit({ etaDay, etaTime: keeps ? draft.etaTime : '12:00' })
  }
  return (
    <div className="side-by-side">
      <Select label={form.day} options={days} value={draft.etaDay} onChange={chooseDay} />
      <Select
        label={form.time}
        options={times(draft.etaDay).map((value) => ({ value, label: value === rightNow ? form.timeNow : value }))}
        value={draft.etaTime}
        onChange={(etaTime) => edit({ etaTime })}
        {...note('eta')}
      />
    </div>
  )
}
