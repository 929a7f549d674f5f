import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { byUrgency } from '../../shared/congestion/urgency.ts'
import { Button } from '../ui/button.tsx'
import type { Row } from './board-state.ts'
import { BoardRow } from './board-row.tsx'
import { keptOrder } from './order.ts'
import { useWindow } from './use-window.ts'
import { useDispatchWords } from './words.ts'

/** The order as it is shown: it waits while somebody's pointer or focus is in the list. */
function useCalmOrder(rows: readonly Row[], held: boolean) {
  const wanted = useMemo(() => rows.toSorted(byUrgency).map(({ id }) => id), [rows])
  const [shown, setShown] = useState<readonly string[]>(wanted)
  const { order, waits } = held ? keptOrder(shown, wanted) : { order: wanted, waits: false }
  if (order.join() !== shown.join()) setShown(order)
  return { order, waits, sortNow: () => setShown(wanted) }
}

function Head() {
  const { head } = useDispatchWords()
  return (
    <div className="board-head small" aria-hidden="true">
      <span className="head-place">{head.place}</span>
      <span>{head.wait}</span>
      <span>
        {head.virtual}
        <br />
        {head.queue}
      </span>
      <span>{head.hour}</span>
      <span className="row-lanes">{head.lanes}</span>
      <span className="row-mix">{head.verdicts}</span>
    </div>
  )
}

const isDown = (key: string) => key === 'ArrowDown' || key === 'j'
const isUp = (key: string) => key === 'ArrowUp' || key === 'k'

/** Checkpoints, the gravest first. Only those in sight are drawn: a province has three thousand. */
export function BoardList({ rows, open }: { rows: readonly Row[]; open: string | undefined }) {
  const words = useDispatchWords()
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const { order, waits, sortNow } = useCalmOrder(rows, pointed || focused)
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  const { box, probe, height, from, to, look, show } = useWindow(order.length)
  const wantsFocus = useRef<string>(undefined)
  useEffect(() => {
    if (wantsFocus.current === undefined) return
    const link = box.current?.querySelector<HTMLElement>(`[data-id="${wantsFocus.current}"]`)
    if (link) {
      wantsFocus.current = undefined
      link.focus({ preventScroll: true })
    }
  })
  const move = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || (!isDown(event.key) && !isUp(event.key))) return
      const now = order.indexOf(event.target instanceof HTMLElement ? (event.target.dataset['id'] ?? '') : '')
      const next = Math.min(order.length - 1, Math.max(0, now + (isDown(event.key) ? 1 : -1)))
      const id = order[next]
      if (id === undefined) return
      event.preventDefault()
      show(next)
      const link = box.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)
      if (link) link.focus({ preventScroll: true })
      else wantsFocus.current = id
    },
    [order, show, box],
  )
  return (
    <>
      <Head />
      {waits && (
        <p className="sort-note" role="status">
          {words.sortChanged}
          <Button kind="ghost" compact onClick={sortNow}>
            {words.sortNow}
          </Button>
        </p>
      )}
      <div
        ref={box}
        className="board-scroll"
        onScroll={look}
        onKeyDown={move}
        onFocus={() => setFocused(true)}
        onBlur={(event) => setFocused(event.currentTarget.contains(event.relatedTarget))}
        onPointerEnter={(event) => setPointed(event.pointerType === 'mouse')}
        onPointerLeave={() => setPointed(false)}
      >
        <div ref={probe} className="row-probe" aria-hidden="true" />
        <ol id="board" className="board-rows" style={{ height: order.length * height }}>
          {order.slice(from, to).map((id, nth) => {
            const row = byId.get(id)
            const place = from + nth
            return row === undefined ? null : (
              <BoardRow key={id} row={row} open={id === open} place={place} count={order.length} top={place * height} />
            )
          })}
        </ol>
      </div>
    </>
  )
}
