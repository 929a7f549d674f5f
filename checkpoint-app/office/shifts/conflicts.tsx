import { useCallback, useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { listConflicts } from '../../../schema/api/conflicts.ts'
import { showPlate } from '../../../shared/identity/plate.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shape } from '../../ui/state-mark.tsx'
import { toneOf } from '../inspections/marks.tsx'
import { headlineOf } from '../inspections/headline.ts'
import { Chips } from '../ledger/chips.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { More } from '../ledger/more.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import { shortIso } from '../times.ts'
import { usePages } from '../use-pages.ts'
import { useChosenLanguage } from '../words.ts'
import { ConflictSheet } from './conflict-sheet.tsx'
import type { Conflict } from './duty.ts'
import { useDutyWords } from './words.ts'

const shows = ['open', 'reviewed', 'all'] as const
type Show = (typeof shows)[number]

export function Said({ judged: { row, outcome } }: { judged: Conflict['device'] }) {
  const language = useChosenLanguage()
  const tone = toneOf(outcome)
  return (
    <span className="verdict-cell">
      <Shape tone={tone} size={18} />
      <span>
        {headlineOf(row, language)} <span className="code">{row}</span>
      </span>
    </span>
  )
}

function useColumns(): readonly Column<Conflict>[] {
  const words = useDutyWords()
  return [
    { title: words.plate, cell: ({ plate }) => <strong className="plate-text">{showPlate(plate)}</strong> },
    { title: words.deviceSaid, cell: ({ device }) => <Said judged={device} /> },
    { title: words.serverSaid, cell: ({ server }) => <Said judged={server} /> },
    { title: words.finding, cell: ({ review }) => (review ? words.findings[review.finding] : '—'), wide: 'mid' },
    { title: words.inspector, cell: ({ inspector }) => inspector, wide: 'mid' },
    { title: words.lane, cell: ({ lane }) => words.laneNumber(lane), wide: true },
    { title: words.at, cell: ({ madeAt }) => <span className="time">{shortIso(madeAt)}</span>, wide: true },
  ]
}

/** 端云不一致: both verdicts side by side; the head says what it was, once. */
export function Conflicts({ checkpoint, onChanged }: { checkpoint: string; onChanged: () => void }) {
  const words = useDutyWords()
  const { ask } = useSession()
  const [show, setShow] = useState<Show>('open')
  const [open, setOpen] = useState<string>()
  const columns = useColumns()
  const list = usePages<Conflict, AnswerOf<typeof listConflicts>>(
    useCallback(
      (before?: string) =>
        ask(listConflicts, {
          query: {
            checkpoint,
            ...(show === 'all' ? {} : { state: show }),
            ...(before === undefined ? {} : { before }),
          },
        }),
      [ask, checkpoint, show],
    ),
  )
  const chips = shows.map((value) => ({ value, label: words.conflictStates[value] }))
  return (
    <section className="stack" aria-label={words.views.conflicts}>
      <p className="quiet">{words.conflictsLead}</p>
      <Chips label={words.conflictState} chips={chips} value={show} onChange={setShow} />
      <WhenLoaded loaded={list}>
        {() =>
          list.items?.length === 0 ? (
            <Empty title={show === 'open' ? words.conflictsNone : words.conflictsNoneFiltered} />
          ) : (
            <Ledger
              caption={words.views.conflicts}
              columns={columns}
              rows={list.items ?? []}
              rowKey={({ id }) => id}
              muted={({ review }) => review !== null}
              onOpen={({ id }) => setOpen(id)}
              openLabel={({ plate }) => words.openConflict(showPlate(plate))}
            />
          )
        }
      </WhenLoaded>
      <More {...list} />
      <ConflictSheet
        conflict={list.items?.find(({ id }) => id === open)}
        onClose={() => setOpen(undefined)}
        onReviewed={() => {
          setOpen(undefined)
          void list.reload()
          onChanged()
        }}
      />
    </section>
  )
}
