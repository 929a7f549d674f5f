import { beijingIso, day as oneDay, plus, type Instant } from '../../../shared/instant.ts'
import { Select } from '../../ui/select.tsx'
import { useNow } from '../../ui/use-now.ts'
import type { Address } from '../address.ts'
import { Chips } from '../ledger/chips.tsx'
import type { Checkpoint } from '../use-checkpoints.ts'
import { useDutyWords } from './words.ts'

const views = ['duty', 'handovers', 'conflicts'] as const
export type Filters = {
  view: (typeof views)[number]
  checkpoint: string | undefined
  /** Left out = today. */
  day: string | undefined
}

const daysBack = 31
const dayOf = (at: Instant) => beijingIso(at).slice(0, 10)

export const filtersIn = ({ view, checkpoint, day }: Address['query'], own: string | null): Filters => ({
  view: views.find((one) => one === view) ?? 'duty',
  checkpoint: own ?? checkpoint,
  day: day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined,
})

type Given = {
  filters: Filters
  /** Empty where the asker has his own. */
  checkpoints: readonly Checkpoint[]
  onChange: (next: Partial<Filters>) => void
}

export function DutyFilters({ filters, checkpoints, onChange }: Given) {
  const words = useDutyWords()
  const now = useNow()
  const days = Array.from({ length: daysBack }, (_, back) => dayOf(plus(now, -back * oneDay)))
  return (
    <section className="filter-bar duty-filters screen-only" aria-label={words.view}>
      <Chips
        label={words.view}
        chips={views.map((value) => ({ value, label: words.views[value] }))}
        value={filters.view}
        onChange={(view) => onChange({ view })}
      />
      <div className="filter-fields">
        {checkpoints.length > 0 && (
          <Select
            label={words.checkpoint}
            options={[
              { value: '', label: words.choose },
              ...checkpoints.map(({ id, name }) => ({ value: id, label: `${name}　${id}` })),
            ]}
            value={filters.checkpoint ?? ''}
            onChange={(checkpoint) => onChange({ checkpoint: checkpoint === '' ? undefined : checkpoint })}
          />
        )}
        <Select
          label={words.day}
          options={days.map((value, back) => ({
            value: back === 0 ? '' : value,
            label: back === 0 ? words.today : value,
          }))}
          value={filters.day ?? ''}
          onChange={(day) => onChange({ day: day === '' ? undefined : day })}
        />
      </div>
    </section>
  )
}
