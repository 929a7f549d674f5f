import { useCallback } from 'react'
import { lookAtDuty } from '../../../schema/api/shifts.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import type { Address } from '../address.ts'
import { useLive } from '../inspections/use-live.ts'
import { PageHead } from '../ledger/page-head.tsx'
import { fileName, saveTable } from '../ledger/save-table.ts'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession, useStaff } from '../session.tsx'
import { PrintButton } from '../print-button.tsx'
import { goTo } from '../use-address.ts'
import { useCheckpoints } from '../use-checkpoints.ts'
import { useLoad } from '../use-load.ts'
import { useOfficeWords } from '../words.ts'
import { Conflicts } from './conflicts.tsx'
import { CountsTable } from './counts-table.tsx'
import { DayStrip } from './day-strip.tsx'
import type { Duty } from './duty.ts'
import { dutyCsv } from './export.ts'
import { DutyFilters, filtersIn, type Filters } from './filters.tsx'
import { GapsTable } from './gaps-table.tsx'
import { Handovers } from './handovers.tsx'
import { ShiftDetail } from './shift-detail.tsx'
import { ShiftsTable } from './shifts-table.tsx'
import { Summary } from './summary.tsx'
import { useDutyWords } from './words.ts'
import './shifts.css'

/** 值守: who is on duty, when nobody was, what was counted and handed over, and what phone and server see differently. */
export function ShiftsPage({ address: { part, query } }: { address: Address }) {
  const { pages } = useOfficeWords()
  const words = useDutyWords()
  const { checkpoint: own } = useStaff()
  const checkpoints = useCheckpoints().value?.items ?? []
  const filters = filtersIn(query, own)
  const go = (next: Partial<Filters>, id?: string) => goTo('shifts', id, { ...filters, ...next })
  return (
    <>
      <PageHead title={pages.shifts} lead={words.lead} {...printed(filters, checkpoints)}>
        <Actions filters={filters} />
      </PageHead>
      <DutyFilters filters={filters} checkpoints={own === null ? checkpoints : []} onChange={(next) => go(next)} />
      {filters.checkpoint === undefined ? (
        <Empty title={words.choose}>
          <p>{words.chooseDo}</p>
        </Empty>
      ) : (
        <OneDay checkpoint={filters.checkpoint} filters={filters} part={part} go={go} />
      )}
    </>
  )
}

function printed({ checkpoint, day }: Filters, checkpoints: readonly { id: string; name: string }[]) {
  const name = checkpoints.find(({ id }) => id === checkpoint)?.name
  return name === undefined ? {} : { printNote: [name, day].filter(Boolean).join(' ') }
}

function useDuty(checkpoint: string, day: string | undefined) {
  const { ask } = useSession()
  return useLoad(
    useCallback(
      () => ask(lookAtDuty, { query: { checkpoint, ...(day === undefined ? {} : { day }) } }),
      [ask, checkpoint, day],
    ),
  )
}

function Actions({ filters: { checkpoint, day } }: { filters: Filters }) {
  const { exportFile } = useOfficeWords()
  const words = useDutyWords()
  const { ask } = useSession()
  if (checkpoint === undefined) return null
  const save = async () => {
    const answer = await ask(lookAtDuty, { query: { checkpoint, ...(day === undefined ? {} : { day }) } })
    if (answer.ok) saveTable(fileName(words.csvShifts), dutyCsv(answer.value, words))
  }
  return (
    <>
      <Button compact onClick={() => void save()}>
        {exportFile}
      </Button>
      <PrintButton />
    </>
  )
}

type Given = {
  checkpoint: string
  filters: Filters
  part: string | undefined
  go: (next: Partial<Filters>, id?: string) => void
}

function OneDay({ checkpoint, filters, part, go }: Given) {
  const duty = useDuty(checkpoint, filters.day)
  useLive(filters.day === undefined, duty.reload)
  return (
    <>
      <WhenLoaded loaded={duty}>
        {(value) => (
          <>
            <Summary duty={value} />
            {filters.view === 'duty' && <DutyView duty={value} onOpen={(id) => go({}, id)} />}
            {filters.view === 'handovers' && <Handovers duty={value} />}
          </>
        )}
      </WhenLoaded>
      {filters.view === 'conflicts' && <Conflicts checkpoint={checkpoint} onChanged={() => void duty.reload()} />}
      <ShiftDetail
        duty={duty.value}
        id={part}
        onClose={() => go({})}
        onReleased={() => {
          go({})
          void duty.reload()
        }}
      />
    </>
  )
}

function DutyView({ duty, onOpen }: { duty: Duty; onOpen: (id: string) => void }) {
  return (
    <div className="stack duty">
      <DayStrip duty={duty} />
      <ShiftsTable duty={duty} onOpen={onOpen} />
      <GapsTable duty={duty} />
      <CountsTable duty={duty} />
    </div>
  )
}
