import { useCallback } from 'react'
import { listAppeals } from '../../../schema/api/appeals.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { placeOf } from '../../../shared/appeals/places.ts'
import { Empty } from '../../ui/empty.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { addressOf, type Address } from '../address.ts'
import { useLive } from '../inspections/use-live.ts'
import { Chips } from '../ledger/chips.tsx'
import { More } from '../ledger/more.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import { goTo } from '../use-address.ts'
import { usePages } from '../use-pages.ts'
import { useOfficeWords } from '../words.ts'
import { AppealSheet } from './appeal-sheet.tsx'
import type { Appeal } from './appeal-state.tsx'
import { AppealsTable } from './appeals-table.tsx'
import { Poster } from './poster.tsx'
import { PosterForm } from './poster-form.tsx'
import { useAppealOfficeWords } from './words.ts'
import './appeals.css'

const shows = ['running', 'decided'] as const
type Show = (typeof shows)[number]
type Answer = AnswerOf<typeof listAppeals>

function useAppealList(state: Show) {
  const { ask } = useSession()
  const fetch = useCallback(
    (after?: string) => ask(listAppeals, { query: { state, ...(after === undefined ? {} : { after }) } }),
    [ask, state],
  )
  return usePages<Appeal, Answer>(fetch)
}

function Late({ counts: { late, overdue } }: Answer) {
  const words = useAppealOfficeWords()
  return (
    <>
      {overdue > 0 && <StateMark size="small" tone="stop" word={words.overdue(overdue)} />}
      {late > overdue && <StateMark size="small" tone="care" word={words.late(late - overdue)} />}
    </>
  )
}

function Queue({ part, show }: { part: string | undefined; show: Show }) {
  const { pages } = useOfficeWords()
  const words = useAppealOfficeWords()
  const list = useAppealList(show)
  useLive(true, list.reload)
  const go = (next: Show, id?: string) => goTo('appeals', id, { show: next })
  const running = list.value?.counts.running
  return (
    <>
      <PageHead title={pages.appeals} lead={words.lead}>
        <a className="button button-secondary button-compact" href={addressOf('appeals', undefined, { poster: 'new' })}>
          {words.posters}
        </a>
      </PageHead>
      <section className="filter-bar appeal-bar screen-only" aria-label={words.filters}>
        <Chips
          label={words.filters}
          chips={shows.map((value) => ({
            value,
            label: words.show[value],
            ...(value === 'running' && running !== undefined && { count: running }),
          }))}
          value={show}
          onChange={(next) => go(next)}
        />
        {list.value && <Late {...list.value} />}
      </section>
      <WhenLoaded loaded={list}>
        {() =>
          list.items?.length === 0 ? (
            <Empty title={show === 'running' ? words.empty : words.emptyDecided} />
          ) : (
            <AppealsTable rows={list.items ?? []} onOpen={({ id }) => go(show, id)} />
          )
        }
      </WhenLoaded>
      <More {...list} />
      <AppealSheet id={part} onClose={() => go(show)} onChanged={() => void list.reload()} />
    </>
  )
}

/** 申诉绿色通道: the queue by waiting time, what was decided, and the posters that open the lane. */
export function AppealsPage({ address: { part, query } }: { address: Address }) {
  const { poster, show } = query
  const place = placeOf(poster ?? '')
  if (place) return <Poster place={place} />
  if (poster !== undefined) return <PosterForm />
  return <Queue part={part} show={shows.find((one) => one === show) ?? 'running'} />
}
