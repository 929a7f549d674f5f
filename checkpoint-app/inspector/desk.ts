import type { Instant } from '../../shared/instant.ts'
import type { Opened } from '../../shared/credential/open.ts'
import type { ForeignPass } from '../../shared/passes/foreign.ts'
import { lawHere } from '../device/bundle.ts'
import { askLists } from '../device/lists-here.ts'
import type { Judgement } from '../device/judge-here.ts'
import {
  asElsewhere,
  empty,
  isFinished,
  wantsLists,
  withTimers,
  type DeskPorts,
  type DeskState,
  type Shown,
} from './desk-state.ts'
import { doubtOf } from './how-shown.ts'
import { isCorrection, makeEnvelope } from './make-envelope.ts'
import { nextStep } from './next-step.ts'
import { seeCode } from './see-code.ts'
import { shortCode } from './short-code.ts'
import { inOrderOfDue } from './truck-alarms.ts'
import type { TimerName } from './truck-timers.ts'
import { tokensOf, type NumberTyped } from './typed-number.ts'
import {
  knownOf,
  listsKey,
  lookupPlate,
  newSession,
  truckSession,
  type PlateBy,
  type Session,
  type SessionEvent,
} from './truck-session.ts'
import { undoClock } from './undo-clock.ts'
import { parkedOn } from './written-records.ts'

/** How long a check waits for the server: with a sealed code in hand little, with only a plate a little more. */
const patienceMs = { code: 1_200, plate: 3_000 }

/** One truck at a time: takes what is scanned and pressed, asks server and lists, records each verdict once. */
export async function openDesk({ phone, newId, later, elapsed, enrolment }: DeskPorts) {
  const listeners = new Set<() => void>()
  const now = (): Instant => phone.clock.now()
  const undo = undoClock(now, elapsed)
  let state: DeskState = { ...empty, parked: await parkedOn(phone) }

  function change(next: Partial<DeskState>) {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  function keepSessions() {
    const open = state.session === undefined || isFinished(state) ? [] : [state.session]
    void phone.writeParked([...open, ...state.parked]).then(heedElsewhere)
  }

  /** What another page has gone on with stands here as it does there; on the desk, that is said. */
  function heedElsewhere() {
    const there = phone.takeElsewhere()
    if (there.size === 0) return
    const { session } = state
    const others = inOrderOfDue(
      asElsewhere([...(session && there.has(session.id) ? [session] : []), ...state.parked], there),
    )
    if (session === undefined || !there.has(session.id)) return change({ parked: others })
    change({ ...empty, parked: others, elsewhere: session.plate?.text ?? '' })
  }

  const undoTime = (): Instant => undo.ofUndo(state.session)

  /** Takes in what happened, then does whatever the truck needs next. */
  function take(happened: Session) {
    const step = nextStep(happened, undo.ofJudgement(happened), lawHere(phone.state().bundle))
    const session = 'judgement' in step ? withTimers(happened, step.judgement) : happened
    change({ session, step, notice: undefined, shown: isOvertaken(session) ? undefined : state.shown })
    if (session.lookup === 'none' && lookupPlate(session) !== undefined) void lookUp(session)
    else if (wantsLists(session)) void lists(session)
    else if (step.ask === 'nothing') void show(session, step.judgement)
    else if (step.ask !== 'wait') change({ shown: undefined })
    keepSessions()
  }

  /** The card asked for something that has been answered: while the rest is looked up it must not ask again. */
  function isOvertaken(session: Session): boolean {
    const row = state.shown?.judgement.verdict.row
    return row === 'V7' && session.known.onSite !== undefined
  }

  async function lookUp(session: Session) {
    const plate = lookupPlate(session)
    if (plate === undefined) return
    take(truckSession(session, { type: 'lookup-asked' }))
    let open = true
    const settle = (event: SessionEvent) => {
      if (!open) return
      open = false
      cancel()
      if (state.session?.id === session.id) take(truckSession(state.session, event))
    }
    const cancel = later(
      () => settle({ type: 'lookup-failed', plate }),
      session.known.freight ? patienceMs.code : patienceMs.plate,
    )
    const reply = await phone.lookUp(plate)
    settle(reply.ok ? { type: 'lookup-answered', plate, view: reply.value } : { type: 'lookup-failed', plate })
  }

  async function lists(session: Session) {
    const key = listsKey(session)
    const known = knownOf(session)
    if (known === undefined) return
    const people = known.crew.map(({ mark }) => mark)
    const asked = { plate: known.plate, people, online: known.online, now: now() }
    const answer = await askLists(phone.state().bundle, asked)
    if (state.session?.id !== session.id || state.session.listsFor === key) return
    take(truckSession(state.session, { type: 'lists-answered', key, lists: answer }))
  }

  /** A verdict is shown at once and recorded once; the same answer again is the same record. */
  async function show(session: Session, judgement: Judgement) {
    const { terminal } = phone.state()
    const facts = JSON.stringify(judgement.facts) + (session.settled ?? '')
    const last = session.records.at(-1)
    if (terminal === undefined) return
    if (last?.facts === facts) {
      // Time passes while a verdict is on screen; only other facts make another record.
      if (state.shown?.id === last.id) return
      undo.begin(last.id)
      change({ shown: { id: last.id, code: shortCode(last.row, last.id), judgement, kept: true } })
      return
    }
    const id = newId()
    const code = shortCode(judgement.verdict.row, id)
    const envelope = makeEnvelope({ id, session, judgement, terminal, clock: phone.clock })
    const record = { id, row: judgement.verdict.row, at: judgement.now, facts }
    const isApart = session.correcting !== undefined && !isCorrection(session, judgement)
    undo.begin(id)
    change({
      session: truckSession(session, { type: 'recorded', record }),
      shown: { id, code, judgement, kept: false, ...(isApart && { apart: true }) },
    })
    keepSessions()
    const { row, outcome } = judgement.verdict
    const summary = { plate: session.plate?.text ?? '', row, outcome, code }
    const onDisk = await phone.keep({ envelope, summary, session: session.id })
    heedElsewhere()
    if (state.shown?.id === id) change({ shown: { ...state.shown, kept: onDisk } })
  }

  function begin(opened?: Opened) {
    const session = newSession(newId(), now())
    take(opened === undefined ? session : truckSession(session, { type: 'code-read', opened }))
  }

  function send(event: SessionEvent) {
    if (state.session === undefined) return
    change({ reviewing: false })
    take(truckSession(state.session, event))
  }

  /** Sets the truck aside where something is still open, and clears the desk. */
  function next() {
    const { session, shown, parked } = state
    const done = isFinished(state)
    const open = session?.plate !== undefined && !done
    // The same truck waits once.
    const others = parked.filter(({ plate }) => plate?.text !== session?.plate?.text)
    const last = done && session !== undefined && shown !== undefined ? { session, shown } : state.last
    change({ ...empty, last, parked: open ? inOrderOfDue([session, ...others]) : others })
    keepSessions()
  }

  /** The truck that is on the desk, or one that waits. */
  function noteOf(id: string, event: SessionEvent) {
    const noted = (session: Session) => (session.id === id ? truckSession(session, event) : session)
    const { session } = state
    change({ session: session && noted(session), parked: inOrderOfDue(state.parked.map(noted)) })
    keepSessions()
  }

  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    send,
    next,
    scan,
    /** Goes on with a code that does not hold: it counts as none, and the record says why. */
    use,
    dismiss: () => change({ notice: undefined }),
    /** Read that another page has the truck. */
    understood: () => change({ elsewhere: undefined }),
    /** A pass of another province, before its truck or beside it; shown after the verdict it corrects that. */
    foreignPass(pass: ForeignPass) {
      if (state.session === undefined) begin()
      if (state.shown !== undefined) send({ type: 'taken-back', at: undoTime() })
      send({ type: 'foreign-pass', pass })
    },
    /** The number of a pass or a trip, read out or typed from paper: its code, as if it had been scanned. */
    async typeNumber(number: string): Promise<NumberTyped> {
      const tokens = await tokensOf({ phone, later }, number)
      if (typeof tokens === 'string') return tokens
      for (const token of tokens) await scan(token)
      return 'found'
    },
    typePlate: (plate: string) => seePlate(plate, 'typed'),
    seePlate,
    /** Something that changes no fact. */
    note: (event: SessionEvent) => state.session && noteOf(state.session.id, event),
    /** Somebody goes to the truck that rings, wherever it stands. */
    goTo(id: string, timer: TimerName) {
      noteOf(id, { type: 'timer-heard', timer })
      if (state.session?.id !== id) resume(id)
    },
    hear: (id: string, timer: TimerName) => noteOf(id, { type: 'timer-heard', timer }),
    /** Asks the server again, after the driver has registered on his own phone. */
    lookAgain: () => state.session && void lookUp(state.session),
    /** Asked while the driver fills in his form: nothing changes on screen before there is a trip. */
    async lookForTrip() {
      const { session } = state
      const plate = session && lookupPlate(session)
      if (session === undefined || plate === undefined) return
      const reply = await phone.lookUp(plate)
      if (!reply.ok || reply.value.trip === null || state.session?.id !== session.id) return
      const asked = truckSession(state.session, { type: 'lookup-asked' })
      take(truckSession(asked, { type: 'lookup-answered', plate, view: reply.value }))
    },
    takeBack,
    undoTime,
    /** Milliseconds since this verdict came on the screen. */
    passedSince: ({ id, judgement }: Shown) => undo.passed({ id, at: judgement.now }),
    /** The truck before this one, for as long as its record may be corrected. */
    takeBackLast() {
      const { last } = state
      if (last === undefined) return
      next()
      const { session, shown } = last
      const step = nextStep(session, now(), lawHere(phone.state().bundle))
      change({ session, step, shown, last: undefined })
      takeBack()
    },
    stopReviewing: () => change({ reviewing: false }),
    resume,
    drop(id: string) {
      change({ parked: state.parked.filter((each) => each.id !== id) })
      keepSessions()
    },
  }

  function resume(id: string) {
    const session = state.parked.find((each) => each.id === id)
    if (session === undefined) return
    next()
    change({ parked: state.parked.filter((each) => each.id !== id) })
    take(session)
  }

  function takeBack() {
    if (state.session === undefined) return
    change({ session: truckSession(state.session, { type: 'taken-back', at: undoTime() }), reviewing: true })
  }

  /** A text from camera, photo or scanner gun. On a verdict it is the next truck. */
  async function scan(text: string) {
    const seen = await seeCode({ phone, later, now, patienceMs: patienceMs.code }, text)
    if (seen.what === 'enrolment') return phone.wasBoundWith(seen.secret) ? undefined : enrolment(seen.secret)
    if (state.shown !== undefined && isFinished(state)) next()
    if (seen.what !== 'credential' || !seen.opened.ok || doubtOf(seen.opened)) return change({ notice: seen })
    return use(seen.opened)
  }

  function seePlate(plate: string, by: Exclude<PlateBy, 'code'>) {
    if (state.session === undefined) begin()
    send({ type: 'plate-seen', plate, by })
  }

  function use(opened: Opened) {
    if (state.session === undefined) begin(opened)
    else send({ type: 'code-read', opened })
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>
