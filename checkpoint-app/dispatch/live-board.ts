import { board, boardBeat, boardChange, boardStream } from '../../schema/api/dispatch.ts'
import type { Called } from '../ui/api.ts'
import { understood } from '../ui/understood.ts'
import { boardOf, changed, type Board, type Whole } from './board-state.ts'
import { deadAfter, offlineAfter, pollEvery, retryIn, staleAfter, type Link } from './link.ts'

/** What this needs of a browser; a test has its own. */
export type LivePorts = {
  readonly open: (address: string) => Stream
  /** How the server answers who asks for the stream: 200, 401, 429, 501; undefined = it cannot be reached. */
  readonly standing: (address: string) => Promise<number | undefined>
  /** `undefined` = the same as before. */
  readonly poll: (etag: string | undefined) => Promise<Called<{ value: Whole; etag: string | undefined } | undefined>>
  readonly now: () => number
  readonly share: () => number
  readonly after: (milliseconds: number, run: () => void) => () => void
}
export type Stream = {
  readonly on: (event: string, heard: (data: string, id: string) => void) => void
  readonly failed: (lost: () => void) => void
  readonly close: () => void
}

export type Seen = { readonly board: Board | undefined; readonly link: Link }

/**
 * The board kept as the server has it: pushed where a connection can be kept, asked for where not. It trusts no connection that is silent,
 * and starts anew whenever the page comes back from sleep.
 */
export function liveBoard(ports: LivePorts, seen: (now: Seen) => void) {
  let board_: Board | undefined
  let link: Link = { kind: 'connecting' }
  let stream: Stream | undefined
  let heardAt = ports.now()
  let lastId: string | undefined
  let etag: string | undefined
  let tries = 0
  let stopped = false
  let cancel: (() => void)[] = []

  const tell = () => {
    if (!stopped) seen({ board: board_, link })
  }
  const later = (milliseconds: number, run: () => void) => {
    cancel.push(ports.after(milliseconds, run))
  }
  function drop() {
    for (const stop of cancel.splice(0)) stop()
    stream?.close()
    stream = undefined
  }

  function heard(id?: string) {
    heardAt = ports.now()
    tries = 0
    if (id !== undefined && id !== '') lastId = id
    if (link.kind !== 'live') {
      link = { kind: 'live' }
      tell()
    }
  }

  function connect() {
    drop()
    if (stopped) return
    const address = boardStream.path + (lastId === undefined ? '' : `?after=${encodeURIComponent(lastId)}`)
    const mine = ports.open(address)
    stream = mine
    const openedAt = ports.now()
    const guard = () => {
      if (stream !== mine) return
      if (ports.now() - Math.max(heardAt, openedAt) > deadAfter) lost()
      else later(5000, guard)
    }
    later(5000, guard)
    mine.on('board', (data, id) => {
      const whole = understood(board.answer, parsed(data))
      if (whole === undefined) return
      board_ = boardOf(whole, board_)
      heard(id)
      tell()
    })
    mine.on('change', (data, id) => {
      const change = understood(boardChange, parsed(data))
      const next = change === undefined || board_ === undefined ? undefined : changed(board_, change)
      if (next === undefined) {
        lastId = undefined
        connect()
        return
      }
      board_ = next
      heard(id)
      tell()
    })
    mine.on('beat', (data) => {
      const beat = understood(boardBeat, parsed(data))
      if (beat !== undefined && board_ !== undefined) board_ = { ...board_, at: beat.at }
      heard()
      tell()
    })
    mine.on('message', () => heard())
    mine.failed(() => {
      if (stream === mine) lost()
    })
  }

  function lost() {
    drop()
    if (stopped) return
    const since = heardAt
    const late = ports.now() - since > offlineAfter
    link = board_ === undefined && !late ? { kind: 'connecting' } : { kind: late ? 'offline' : 'again', since }
    tell()
    const nth = tries
    tries += 1
    later(nth === 0 ? 300 : retryIn(nth - 1, ports.share()), () => void again())
  }

  /** Why the line fell is not told by the browser: asked apart. */
  async function again() {
    const status = await ports.standing(boardStream.path)
    if (stopped) return
    if (status === 200) return connect()
    if (status === undefined) return lost()
    // Refused: the session ended (the poll finds out), too many boards, or a server that keeps no connections.
    drop()
    await poll()
    if (status !== 501) later(60_000, connect)
  }

  async function poll(): Promise<void> {
    const answer = await ports.poll(etag)
    if (stopped) return
    if (answer.ok) {
      heardAt = ports.now()
      tries = 0
      link = { kind: 'polling' }
      if (answer.value !== undefined) {
        etag = answer.value.etag
        board_ = boardOf(answer.value.value, board_)
      }
    } else if (answer.problem.kind !== 'refused') {
      link = { kind: ports.now() - heardAt > offlineAfter ? 'offline' : 'again', since: heardAt }
    } else if (answer.problem.status === 401) {
      // Somebody signs in again over this page; then it is started anew.
      link = { kind: 'offline', since: heardAt }
      tell()
      return
    }
    tell()
    later(pollEvery, () => void poll())
  }

  connect()
  return {
    /** The page is looked at again, or the network came back: what seems open may be long dead. */
    wake() {
      if (stopped || (link.kind === 'live' && ports.now() - heardAt < staleAfter)) return
      tries = 0
      connect()
    },
    reconnect() {
      tries = 0
      connect()
    },
    stop() {
      stopped = true
      drop()
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
