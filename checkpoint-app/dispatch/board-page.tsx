import { useCallback, useMemo, useRef, useState } from 'react'
import { useOfficeWords } from '../office/words.ts'
import { DisplaySettings } from '../office/display-settings.tsx'
import { useSession, useStaff } from '../office/session.tsx'
import { SignInForm } from '../office/sign-in.tsx'
import { useAddress } from '../office/use-address.ts'
import { regionName } from '../../shared/identity/region.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { DemoLine } from '../ui/lines.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { AlarmButton } from './alarm-button.tsx'
import { BoardList } from './board-list.tsx'
import type { Board } from './board-state.ts'
import { CallTasks } from './call-tasks.tsx'
import { ChannelsLine } from './channels-line.tsx'
import { CheckpointSide } from './checkpoint-side.tsx'
import { Counts } from './counts.tsx'
import { DayReport } from './day-report.tsx'
import { fits, noFilter, type Filter } from './filter.ts'
import { Filters } from './filters.tsx'
import type { Link } from './link.ts'
import { LiveMark, clockOf } from './live-mark.tsx'
import { SituationBands } from './region-band.tsx'
import { RoadMap } from './road-map.tsx'
import { RoadsSheet } from './roads-sheet.tsx'
import { useSituationWords } from './situation-words.ts'
import { useKeys } from './use-keys.ts'
import { useSituation } from './use-situation.ts'
import { useLiveBoard } from './use-live-board.ts'
import { useWall } from './use-wall.ts'
import { useDispatchWords } from './words.ts'

const roles: readonly string[] = ['admin', 'dispatcher', 'command', 'supervisor', 'head']
const callers: readonly string[] = ['dispatcher', 'command', 'supervisor']

function OfflineNote({ link, seen, reconnect }: { link: Link; seen: boolean; reconnect: () => void }) {
  const words = useDispatchWords()
  if (link.kind === 'polling') return <p className="banner small">{words.pollingNote}</p>
  if (link.kind !== 'offline') return null
  return (
    <div className="banner is-offline" role="alert">
      <span />
      <span>{seen ? words.offlineNote(clockOf(link.since)) : words.offlineBlank}</span>
      <Button compact onClick={reconnect}>
        {words.reconnect}
      </Button>
    </div>
  )
}

function SignInAgain() {
  const words = useDispatchWords()
  const { standing } = useSession()
  const ended = standing.kind === 'in' && standing.ended
  return (
    <Sheet open={ended} title={words.sessionEnded} onClose={() => undefined}>
      <p>{words.sessionEndedDo}</p>
      {standing.kind === 'in' && <SignInForm login={standing.staff.login} />}
    </Sheet>
  )
}

type ToolsGiven = {
  board: Board | undefined
  /** Another one whenever somebody is called or answers. */
  news: string
  roads: number
  wall: () => void
  showKeys: () => void
  showRoads: () => void
}
function Tools({ board, news, roads, wall, showKeys, showRoads }: ToolsGiven) {
  const words = useDispatchWords()
  const { role } = useStaff()
  const situationWords = useSituationWords()
  const { leave } = useSession()
  const mayCall = callers.includes(role)
  return (
    <div className="tools" role="toolbar" aria-label={words.tools}>
      {mayCall && <CallTasks of={news} />}
      {role !== 'head' && <ChannelsLine />}
      {role !== 'head' && (
        <Button compact kind="ghost" onClick={showRoads}>
          {situationWords.roads(roads)}
        </Button>
      )}
      <AlarmButton board={board} />
      {mayCall && <DayReport />}
      {mayCall && (
        <a className="button button-ghost button-compact" href="/office/#/cases">
          {words.cases}
        </a>
      )}
      <Button compact kind="ghost" className="on-desk" onClick={wall}>
        {words.wall}
      </Button>
      <Button compact kind="ghost" className="on-desk" onClick={showKeys}>
        {words.keys}
      </Button>
      <DisplaySettings />
      <Button compact kind="ghost" onClick={() => void leave()}>
        {words.signOut}
      </Button>
    </div>
  )
}

function KeysSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useDispatchWords()
  return (
    <Sheet open={open} title={words.keys} onClose={onClose}>
      <dl className="keys">
        {words.keysList.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}

function NotForYou() {
  const words = useDispatchWords()
  const { leave } = useSession()
  return (
    <main>
      <Empty title={words.notForYou}>
        <p>{words.notForYouDo}</p>
        <a className="button button-secondary" href="/office/">
          {words.toOffice}
        </a>
        <Button kind="ghost" onClick={() => void leave()}>
          {words.signOut}
        </Button>
      </Empty>
    </main>
  )
}

function TheBoard() {
  const words = useDispatchWords()
  const { brand } = useOfficeWords()
  const { board, link, reconnect } = useLiveBoard()
  const { page: open } = useAddress()
  const chosen = open === '' ? undefined : open
  const [filter, setFilter] = useState<Filter>(noFilter)
  const [keys, setKeys] = useState(false)
  const [roads, setRoads] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const { wall, enter, leave } = useWall()
  const set = useCallback((change: Partial<Filter>) => setFilter((before) => ({ ...before, ...change })), [])
  const showKeys = useCallback(() => setKeys(true), [])
  const showRoads = useCallback(() => setRoads(true), [])
  useKeys({ field, open: chosen, showKeys, leaveWall: leave })
  const all = useMemo(() => Array.from(board?.rows.values() ?? []), [board])
  const running = all.map(({ incident }) => incident?.id ?? '').join('')
  const news = all.map(({ incident }) => (incident === null ? '' : incident.id + incident.deeds)).join('')
  const { situation, reload } = useSituation(running)
  const rows = useMemo(() => all.filter((row) => fits(row, filter)), [all, filter])
  const area = board?.area == null ? undefined : regionName(board.area)
  return (
    <div className={`dispatch ${chosen === undefined ? '' : 'has-side'}`}>
      <header className="dispatch-top">
        {rows.length > 0 && (
          <button
            type="button"
            className="skip"
            onClick={() => document.querySelector<HTMLElement>('.board-row a')?.focus()}
          >
            {words.skip}
          </button>
        )}
        <h1 className="only-read">{words.title}</h1>
        <DemoLine />
        <div className="dispatch-title">
          <p className="dispatch-name">
            <span className="brand">{brand}</span> {words.face}
            <span className="quiet dispatch-area">
              {board === undefined
                ? ''
                : area === undefined
                  ? words.allPlaces(all.length)
                  : words.places(area, all.length)}
            </span>
          </p>
          <LiveMark link={link} />
          <Tools
            board={board}
            news={news}
            roads={situation?.roads.filter(({ resolvedAt }) => resolvedAt === null).length ?? 0}
            wall={enter}
            showKeys={showKeys}
            showRoads={showRoads}
          />
        </div>
        {board !== undefined && <Counts rows={all} part={filter.part} choose={(part) => set({ part })} />}
      </header>
      <OfflineNote link={link} seen={board !== undefined} reconnect={reconnect} />
      <main className={`dispatch-body ${link.kind === 'offline' ? 'is-stale' : ''}`}>
        <section className="dispatch-list" aria-label={words.board}>
          <SituationBands situation={situation} openRoads={showRoads} />
          <Filters rows={all} filter={filter} set={set} field={field} />
          {board === undefined && link.kind !== 'offline' && <Busy />}
          {board !== undefined && all.length === 0 && (
            <Empty title={words.empty}>
              <p>{words.emptyDo}</p>
            </Empty>
          )}
          {all.length > 0 && rows.length === 0 && (
            <Empty title={words.emptyFiltered}>
              <Button onClick={() => setFilter(noFilter)}>{words.clearFilter}</Button>
            </Empty>
          )}
          {rows.length > 0 && <BoardList rows={rows} open={chosen} />}
        </section>
        <section
          className="dispatch-side"
          aria-label={chosen === undefined ? words.map : (board?.rows.get(chosen)?.name ?? chosen)}
        >
          {chosen === undefined ? (
            board !== undefined && <RoadMap rows={rows} />
          ) : (
            <CheckpointSide key={chosen} id={chosen} row={board?.rows.get(chosen)} />
          )}
        </section>
      </main>
      {wall && (
        <Button className="wall-leave" onClick={leave}>
          {words.wallLeave}
        </Button>
      )}
      <RoadsSheet open={roads} situation={situation} onClose={() => setRoads(false)} reload={reload} />
      <KeysSheet open={keys} onClose={() => setKeys(false)} />
      <SignInAgain />
    </div>
  )
}

/** The board of whoever may see one. */
export function BoardPage() {
  const { role } = useStaff()
  return roles.includes(role) ? <TheBoard /> : <NotForYou />
}
