import { useCallback, useMemo } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { listForeignPasses, listPassApplications, listPasses } from '../../../schema/api/passes.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Shape } from '../../ui/state-mark.tsx'
import { useLive } from '../inspections/use-live.ts'
import { More } from '../ledger/more.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import { usePages } from '../use-pages.ts'
import { useOfficeWords } from '../words.ts'
import type { Filters } from './filters.ts'
import type { ApplicationLine } from './pass-state.tsx'
import { ApplicationsTable, ForeignTable, PassesTable, type ForeignLine } from './tables.tsx'
import { usePassWords } from './words.ts'

type Given = { filters: Filters; onOpen: (part: string) => void }
type Counted = { onCounts: (show: Filters['show']) => void }

/** Those that wait too long are said above everything else. */
function Late({ late, onCounts }: { late: number } & Counted) {
  const words = usePassWords()
  return (
    <p className="pass-late" role="status">
      <Shape tone="stop" size={22} />
      <strong>{words.lateTitle(late)}</strong>
      <Button compact onClick={() => onCounts('late')}>
        {words.lateShow}
      </Button>
    </p>
  )
}

export function Applications({ filters: { show }, onOpen, onCounts }: Given & Counted) {
  const words = usePassWords()
  const { ask } = useSession()
  const fetch = useCallback(
    (before?: string) =>
      ask(listPassApplications, {
        query: {
          show: show === 'late' || show === 'declined' ? show : 'waiting',
          ...(before === undefined ? {} : { before }),
        },
      }),
    [ask, show],
  )
  const list = usePages<ApplicationLine, AnswerOf<typeof listPassApplications>>(fetch)
  useLive(true, list.reload)
  const late = list.value?.counts.late ?? 0
  return (
    <>
      {show === 'waiting' && late > 0 && <Late late={late} onCounts={onCounts} />}
      <WhenLoaded loaded={list}>
        {() =>
          list.items?.length === 0 ? (
            <Empty title={show === 'waiting' ? words.empty : words.emptyFound}>
              {show === 'waiting' && <p>{words.emptyDo}</p>}
            </Empty>
          ) : (
            <ApplicationsTable rows={list.items ?? []} caption={words.show[show]} onOpen={({ id }) => onOpen(id)} />
          )
        }
      </WhenLoaded>
      <More {...list} />
    </>
  )
}

type PassPage = AnswerOf<typeof listPasses>
const withId = (page: PassPage) => ({ ...page, items: page.items.map((item) => ({ ...item, id: item.number })) })
type Identified = ReturnType<typeof withId>

export function Passes({ filters: { show, find }, onOpen }: Given) {
  const words = usePassWords()
  const { pages } = useOfficeWords()
  const { ask } = useSession()
  const query = useMemo(() => {
    if (find !== undefined) return { find }
    return show === 'suspended' || show === 'revoked' || show === 'expired' ? { show } : { show: 'valid' as const }
  }, [show, find])
  const fetch = useCallback(
    async (before?: string) => {
      const answer = await ask(listPasses, { query: { ...query, ...(before === undefined ? {} : { before }) } })
      return answer.ok ? { ...answer, value: withId(answer.value) } : answer
    },
    [ask, query],
  )
  const list = usePages<Identified['items'][number], Identified>(fetch)
  useLive(true, list.reload)
  return (
    <>
      <WhenLoaded loaded={list}>
        {() =>
          list.items?.length === 0 ? (
            <Empty title={words.emptyFound} />
          ) : (
            <PassesTable rows={list.items ?? []} caption={pages.passes} onOpen={({ number }) => onOpen(number)} />
          )
        }
      </WhenLoaded>
      <More {...list} />
    </>
  )
}

export function Foreign({ filters: { find } }: Pick<Given, 'filters'>) {
  const words = usePassWords()
  const { ask } = useSession()
  const fetch = useCallback(
    (before?: string) =>
      ask(listForeignPasses, {
        query: { ...(find === undefined ? {} : { plate: find }), ...(before === undefined ? {} : { before }) },
      }),
    [ask, find],
  )
  const list = usePages<ForeignLine, AnswerOf<typeof listForeignPasses>>(fetch)
  return (
    <>
      <p className="quiet">{words.foreignLead}</p>
      <WhenLoaded loaded={list}>
        {() =>
          list.items?.length === 0 ? (
            <Empty title={words.emptyFound} />
          ) : (
            <ForeignTable rows={list.items ?? []} caption={words.show.foreign} />
          )
        }
      </WhenLoaded>
      <More {...list} />
    </>
  )
}
