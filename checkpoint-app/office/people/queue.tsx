import { useCallback, useEffect, useState } from 'react'
import { listPeople } from '../../../schema/api/codes.ts'
import type { PersonQueue } from '../../../shared/codes/purposes.ts'
import { shortTime } from '../../../shared/instant.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useLive } from '../inspections/use-live.ts'
import { ToggleChip } from '../ledger/chips.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import { useLoad } from '../use-load.ts'
import { useOfficeWords } from '../words.ts'
import { PeopleTable } from './people-table.tsx'
import type { PersonRow } from './person.ts'
import type { Tab } from './queues.ts'
import { usePeopleWords } from './words.ts'
import { Icon } from '../../ui/icon.tsx'
import { syncIcon } from '../../ui/icons.ts'

type Given = {
  queue: PersonQueue
  /** Grows when the sheet changed something. */
  changed: number
  onCounts: (counts: Partial<Record<Tab, number>>) => void
  onOpen: (person: string) => void
}

type Older = { rows: readonly PersonRow[]; next: string | null }

/** What was read further back; the first page is renewed above it. */
function useOlder(queue: PersonQueue) {
  const { ask } = useSession()
  const [older, setOlder] = useState<Older>()
  const [problem, setProblem] = useState<ApiProblem>()
  const [busy, setBusy] = useState(false)
  const read = async (after: string) => {
    setBusy(true)
    const answer = await ask(listPeople, { query: { queue, after } })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok)
      setOlder((before) => ({ rows: [...(before?.rows ?? []), ...answer.value.items], next: answer.value.next }))
  }
  return { older, problem, busy, read }
}

const once = (rows: readonly PersonRow[]) => [...new Map(rows.map((row) => [row.person, row])).values()]

function Rows({ rows, queue, onOpen }: { rows: readonly PersonRow[]; queue: PersonQueue; onOpen: Given['onOpen'] }) {
  const words = usePeopleWords()
  if (rows.length === 0)
    return (
      <Empty title={words.empty[queue]}>
        <p>{words.emptyDo}</p>
      </Empty>
    )
  return <PeopleTable rows={rows} onOpen={onOpen} waiting={queue === 'waiting'} />
}

/** One queue, renewed every 15 s while it is looked at. */
export function Queue({ queue, changed, onCounts, onOpen }: Given) {
  const words = usePeopleWords()
  const { refresh } = useOfficeWords()
  const { ask } = useSession()
  const [live, setLive] = useState(true)
  const list = useLoad(useCallback(() => ask(listPeople, { query: { queue } }), [ask, queue]))
  const { value, at, busy, reload } = list
  const { older, problem, busy: reading, read } = useOlder(queue)
  useLive(live, reload)
  useEffect(() => {
    if (value) onCounts(Object.fromEntries(Object.entries(value.counts).filter(([, count]) => count !== null)))
  }, [value, onCounts])
  useEffect(() => {
    if (changed > 0) void reload()
  }, [changed, reload])
  const next = older === undefined ? (value?.next ?? null) : older.next
  return (
    <>
      <p className="live-line screen-only">
        <ToggleChip pressed={live} onPress={() => setLive(!live)}>
          {live ? words.liveOn : words.live}
        </ToggleChip>
        <Button kind="ghost" compact aria-busy={busy} onClick={() => void reload()}>
          <Icon of={syncIcon} size={20} />
          {refresh}
        </Button>
        {at !== undefined && <span className="quiet">{words.renewed(shortTime(at))}</span>}
      </p>
      <WhenLoaded loaded={list}>
        {({ items }) => <Rows rows={once([...items, ...(older?.rows ?? [])])} queue={queue} onOpen={onOpen} />}
      </WhenLoaded>
      {problem && <ErrorNote problem={problem} />}
      {next !== null && (
        <p className="ledger-foot">
          <Button compact busy={reading} className="screen-only" onClick={() => void read(next)}>
            {words.more}
          </Button>
        </p>
      )}
    </>
  )
}
