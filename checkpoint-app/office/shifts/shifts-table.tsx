import { Empty } from '../../ui/empty.tsx'
import { StateMark, type Tone } from '../../ui/state-mark.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { stateOf, type Duty, type ShiftRow, type ShiftState } from './duty.ts'
import { clockOf } from './strip.ts'
import { useDutyWords } from './words.ts'

const tones: Readonly<Record<ShiftState, Tone>> = {
  on: 'go',
  off: 'void',
  next: 'void',
  released: 'void',
  unbound: 'void',
  overdue: 'care',
  second: 'care',
}

export function ShiftMark({ shift }: { shift: ShiftRow }) {
  const words = useDutyWords()
  const state = stateOf(shift)
  return <StateMark size="small" tone={tones[state]} word={words.states[state]} />
}

/** 08:00–16:00; a shift that began on another day says which. */
export const spanOf = ({ onAt, endAt }: ShiftRow, day: string): string => {
  const on = onAt.startsWith(day) ? clockOf(onAt) : `${onAt.slice(5, 10)} ${clockOf(onAt)}`
  return `${on}–${endAt === null ? '' : clockOf(endAt)}`
}

function useColumns(day: string): readonly Column<ShiftRow>[] {
  const words = useDutyWords()
  return [
    { title: words.inspector, cell: ({ inspector }) => <strong>{inspector}</strong> },
    { title: words.lane, cell: ({ lane }) => words.laneNumber(lane) },
    { title: words.state, cell: (shift) => <ShiftMark shift={shift} /> },
    { title: words.span, cell: (shift) => <span className="time">{spanOf(shift, day)}</span> },
    { title: words.segment, cell: ({ segment }) => segment ?? words.noSegment, wide: 'mid' },
    { title: words.device, cell: ({ device }) => <span className="one-line">{device}</span>, wide: true },
  ]
}

const running = ({ onDuty }: ShiftRow) => (onDuty ? 0 : 1)

/** Who is on duty first, then the day’s other shifts, the newest first. */
export function ShiftsTable({ duty, onOpen }: { duty: Duty; onOpen: (id: string) => void }) {
  const words = useDutyWords()
  const columns = useColumns(duty.from.slice(0, 10))
  const rows = duty.shifts.toSorted((a, b) => running(a) - running(b) || (a.onAt < b.onAt ? 1 : -1))
  if (rows.length === 0)
    return (
      <Empty title={words.shiftsNone}>
        <p>{words.shiftsNoneDo}</p>
      </Empty>
    )
  return (
    <Ledger
      caption={words.shifts}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      muted={({ onDuty }) => !onDuty}
      onOpen={({ id }) => onOpen(id)}
      openLabel={({ inspector, onAt }) => words.open(inspector, clockOf(onAt))}
    />
  )
}
