import { useCallback, useState } from 'react'
import { listRegister } from '../../../schema/api/register.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { shortRegion, useRegions } from '../../ui/use-regions.ts'
import { addressOf, type Address } from '../address.ts'
import { Chips } from '../ledger/chips.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { may } from '../pages.ts'
import { useSession, useStaff } from '../session.tsx'
import { goTo } from '../use-address.ts'
import { useCheckpoints, type Checkpoint } from '../use-checkpoints.ts'
import { useLoad } from '../use-load.ts'
import { useOfficeWords } from '../words.ts'
import { CheckpointForm } from './checkpoint-form.tsx'
import { RegisterSheet } from './register-sheet.tsx'
import { useRegisterWords } from './register-words.ts'
import type { Register } from './register.ts'
import { RoadSheet } from './road-sheet.tsx'
import { useRoadWords } from './road-words.ts'
import { PrintButton } from '../print-button.tsx'

type Shown = 'all' | 'active' | 'inactive'
const passes = { all: () => true, active: (c: Checkpoint) => c.active, inactive: (c: Checkpoint) => !c.active }

function ActiveMark({ active }: { active: boolean }) {
  const { checkpoints: words } = useOfficeWords()
  return <StateMark size="small" tone={active ? 'go' : 'void'} word={active ? words.active : words.inactive} />
}

type Registers = ReadonlyMap<string, Register>

/** The register, for whoever may see it; asked for beside the list, which does not wait. */
function useRegisters(): { registers: Registers; reload: () => Promise<void> } {
  const { ask } = useSession()
  const sees = may(useStaff().role, 'seeRoads')
  const load = useCallback(
    () => (sees ? ask(listRegister, {}) : Promise.resolve({ ok: true as const, value: { items: [] } })),
    [ask, sees],
  )
  const { value, reload } = useLoad(load)
  const registers = new Map(value?.items.map((one) => [one.checkpoint, one]))
  return { registers, reload }
}

function useColumns(registers: Registers): readonly Column<Checkpoint>[] {
  const { checkpoints: words } = useOfficeWords()
  const { road } = useRoadWords()
  const roads = may(useStaff().role, 'seeRoads')
  const { register, count, fine } = useRegisterWords()
  const regions = useRegions()
  const registerColumn: Column<Checkpoint> = {
    title: register,
    cell: ({ id, name }) => {
      const found = registers.get(id)?.warnings.length
      return (
        <a
          className="row-link"
          href={addressOf('checkpoints', undefined, { register: id })}
          aria-label={`${register} ${name}`}
        >
          {found === undefined ? register : found === 0 ? fine : `▲ ${count(found)}`}
        </a>
      )
    },
  }
  const roadColumn: Column<Checkpoint> = {
    title: road,
    cell: ({ id, name }) => (
      <a className="row-link" href={addressOf('checkpoints', undefined, { road: id })} aria-label={`${road} ${name}`}>
        {road}
      </a>
    ),
  }
  return [
    {
      title: words.name,
      cell: ({ name, fictional }) => (
        <>
          <strong>{name}</strong>
          {fictional && <span className="tag">{words.fictional}</span>}
        </>
      ),
    },
    { title: words.id, cell: ({ id }) => <span className="code">{id}</span>, wide: 'mid' },
    { title: words.road, cell: ({ road }) => road, wide: true },
    { title: words.county, cell: ({ county }) => shortRegion(regions, county), wide: 'mid' },
    { title: words.lanes, cell: ({ lanes }) => lanes, number: true },
    { title: words.state, cell: ({ active }) => <ActiveMark active={active} /> },
    {
      title: words.sign,
      cell: ({ id, name }) => (
        <a className="row-link" href={addressOf('checkpoints', id)} aria-label={words.signOf(name)}>
          {words.sign}
        </a>
      ),
    },
    ...(roads ? [roadColumn, registerColumn] : []),
  ]
}

type Shows = {
  items: readonly Checkpoint[]
  registers: Registers
  onOpen?: (checkpoint: Checkpoint) => void
}

function Table({ items, registers, onOpen }: Shows) {
  const { checkpoints: words, pages } = useOfficeWords()
  const [shown, setShown] = useState<Shown>('all')
  const columns = useColumns(registers)
  const chips = (['all', 'active', 'inactive'] as const).map((value) => ({
    value,
    label: words[value],
    count: items.filter(passes[value]).length,
  }))
  return (
    <>
      <Chips label={words.state} chips={chips} value={shown} onChange={setShown} />
      <Ledger
        caption={pages.checkpoints}
        columns={columns}
        rows={items.filter(passes[shown])}
        rowKey={({ id }) => id}
        muted={({ active }) => !active}
        {...(onOpen ? { onOpen, openLabel: ({ name }: Checkpoint) => `${words.edit} ${name}` } : {})}
      />
    </>
  )
}

/** Checkpoints: list, add, change, and the way to each one's printed code. */
export function CheckpointsPage({ address: { query } }: { address: Address }) {
  const { checkpoints: words, pages } = useOfficeWords()
  const editing = may(useStaff().role, 'editCheckpoints')
  const [open, setOpen] = useState<Checkpoint | 'new'>()
  const list = useCheckpoints()
  const { registers, reload } = useRegisters()
  const saved = () => {
    setOpen(undefined)
    void list.reload()
  }
  return (
    <>
      <PageHead title={pages.checkpoints} lead={words.lead}>
        {editing && (
          <Button kind="primary" compact onClick={() => setOpen('new')}>
            {words.add}
          </Button>
        )}
        <PrintButton />
      </PageHead>
      <WhenLoaded loaded={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.empty}>
              <p>{words.emptyDo}</p>
            </Empty>
          ) : (
            <Table items={items} registers={registers} {...(editing ? { onOpen: setOpen } : {})} />
          )
        }
      </WhenLoaded>
      <RegisterSheet
        checkpoint={list.value?.items.find(({ id }) => id === query['register'])}
        register={registers.get(query['register'] ?? '')}
        onClose={() => goTo('checkpoints')}
        onSaved={() => {
          goTo('checkpoints')
          void reload()
        }}
      />
      <RoadSheet
        checkpoint={list.value?.items.find(({ id }) => id === query['road'])}
        onClose={() => goTo('checkpoints')}
      />
      <CheckpointForm open={open} onClose={() => setOpen(undefined)} onSaved={saved} />
    </>
  )
}
