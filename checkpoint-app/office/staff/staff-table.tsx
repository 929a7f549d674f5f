import { useState } from 'react'
import { staffRoles, type StaffRole } from '../../../schema/api/endpoint.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { Chips } from '../ledger/chips.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { useStaff, type Staff } from '../session.tsx'
import type { Checkpoint } from '../use-checkpoints.ts'
import { useOfficeWords } from '../words.ts'

const YesNo = ({ yes, words: [is, isNot] }: { yes: boolean; words: readonly [string, string] }) => (
  <StateMark size="small" tone={yes ? 'go' : 'void'} word={yes ? is : isNot} />
)

function useColumns(checkpoints: readonly Checkpoint[]): readonly Column<Staff>[] {
  const { staff: words, roles } = useOfficeWords()
  const me = useStaff()
  const nameOf = (id: string | null) => checkpoints.find((checkpoint) => checkpoint.id === id)?.name ?? id
  return [
    {
      title: words.name,
      cell: ({ id, name }) => (
        <strong>
          {name}
          {id === me.id && words.you}
        </strong>
      ),
    },
    { title: words.login, cell: ({ login }) => <span className="code">{login}</span>, wide: true },
    { title: words.role, cell: ({ role }) => roles[role] },
    { title: words.checkpoint, cell: ({ checkpoint }) => nameOf(checkpoint) ?? words.checkpointNone, wide: 'mid' },
    {
      title: words.terminal,
      cell: ({ role, terminal }) =>
        role === 'inspector' && <YesNo yes={terminal !== null} words={[words.bound, words.unbound]} />,
      wide: 'mid',
    },
    {
      title: words.state,
      cell: ({ disabled }) => <YesNo yes={!disabled} words={[words.enabled, words.disabled]} />,
    },
  ]
}

type Given = { items: readonly Staff[]; checkpoints: readonly Checkpoint[]; onOpen?: (staff: Staff) => void }

export function StaffTable({ items, checkpoints, onOpen }: Given) {
  const { staff: words, roles, pages } = useOfficeWords()
  const [role, setRole] = useState<StaffRole | 'all'>('all')
  const columns = useColumns(checkpoints)
  const present = staffRoles.filter((role) => items.some((item) => item.role === role))
  const chips = [
    { value: 'all' as const, label: words.allRoles, count: items.length },
    ...present.map((value) => ({
      value,
      label: roles[value],
      count: items.filter((item) => item.role === value).length,
    })),
  ]
  return (
    <>
      <Chips label={words.role} chips={chips} value={role} onChange={setRole} />
      <Ledger
        caption={pages.staff}
        columns={columns}
        rows={items.filter((item) => role === 'all' || item.role === role)}
        rowKey={({ id }) => id}
        muted={({ disabled }) => disabled}
        {...(onOpen ? { onOpen, openLabel: ({ name }: Staff) => `${words.edit} ${name}` } : {})}
      />
    </>
  )
}
