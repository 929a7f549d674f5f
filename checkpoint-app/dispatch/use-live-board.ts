import { useEffect, useMemo, useRef, useState } from 'react'
import { board } from '../../schema/api/dispatch.ts'
import { parseInstant } from '../../shared/instant.ts'
import { callUnlessSame, standingOf, staffAuth } from '../ui/api.ts'
import { noteServerSaid, serverNow } from '../ui/server-clock.ts'
import { useSession } from '../office/session.tsx'
import { liveBoard, type Seen, type Stream } from './live-board.ts'

function openStream(address: string): Stream {
  const source = new EventSource(address)
  return {
    on: (event, heard) =>
      source.addEventListener(event, (message: MessageEvent<string>) => {
        noteTime(event, message.data)
        heard(message.data, message.lastEventId)
      }),
    // It would try again by itself, but not when the session has ended, and not after a sleep.
    failed: (lost) => source.addEventListener('error', () => lost()),
    close: () => source.close(),
  }
}

/** A wall asks for nothing for days: what it is told carries the server's time. A change may be one that was missed, and old. */
function noteTime(event: string, data: string): void {
  const at = parseInstant(/^\{"at":"([^"]+)"/.exec(data)?.[1] ?? '')
  if (at !== undefined && (event === 'beat' || at > serverNow())) noteServerSaid(at)
}

/** The board of whoever is signed in, for as long as the page is there. */
export function useLiveBoard(): Seen & { reconnect: () => void } {
  const [seen, setSeen] = useState<Seen>({ board: undefined, link: { kind: 'connecting' } })
  const { standing, ask } = useSession()
  const ended = standing.kind === 'in' && standing.ended
  const live = useRef<ReturnType<typeof liveBoard>>(undefined)
  useEffect(() => {
    if (ended) return undefined
    const mine = liveBoard(
      {
        open: openStream,
        standing: standingOf,
        poll: async (etag) => {
          const answer = await callUnlessSame(board, { auth: staffAuth }, etag)
          // Asked through the session, which then knows that it has ended.
          if (!answer.ok && answer.problem.kind === 'refused' && answer.problem.status === 401) void ask(board, {})
          return answer
        },
        now: () => Date.now(),
        share: Math.random,
        after: (milliseconds, run) => {
          const timer = setTimeout(run, milliseconds)
          return () => clearTimeout(timer)
        },
      },
      setSeen,
    )
    live.current = mine
    const wake = () => {
      if (document.visibilityState === 'visible') mine.wake()
    }
    const events = [
      [document, 'visibilitychange'],
      [globalThis, 'online'],
      [globalThis, 'pageshow'],
    ] as const
    for (const [target, name] of events) target.addEventListener(name, wake)
    return () => {
      for (const [target, name] of events) target.removeEventListener(name, wake)
      mine.stop()
    }
  }, [ended, ask])
  return useMemo(() => ({ ...seen, reconnect: () => live.current?.reconnect() }), [seen])
}
