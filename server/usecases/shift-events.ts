import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { uploadShiftEvents as contract } from '../../schema/api/shifts.ts'
import { Fault } from '../../shared/fault.ts'
import { instant, plus, shortTime } from '../../shared/instant.ts'
import { shiftEventType } from '../../shared/shifts/event.ts'
import { shiftsOf } from '../../shared/shifts/ledger.ts'
import type { Shift } from '../../shared/shifts/ledger.ts'
import { longestShift } from '../../shared/shifts/limits.ts'
import { faultWords } from '../../shared/wording/faults.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import { addShiftEvent, boundAt, shiftEventsByIds, shiftEventsOf } from '../store/shifts.ts'
import type { ShiftEventRow } from '../store/shifts.ts'
import { terminalById } from '../store/terminals.ts'
import { needTerminal } from './may.ts'
import { contentOf } from './open-record.ts'
import { openShiftEvent } from './open-shift-event.ts'
import type { BadEvent, OpenEvent } from './open-shift-event.ts'
import { sealersOf } from './sealers.ts'
import { logAround } from './shift-log.ts'

type Result = AnswerOf<typeof contract>['results'][number]
type Told = { code: string; message: string }

/**
 * Takes in what phones kept of their shifts, each event once, in any order. Nothing that happened is refused because it should
 * not have: a second sign-on is kept, does not count, and its phone is told why.
 */
export async function uploadShiftEvents(
  deps: Deps,
  asker: Asker,
  items: readonly string[],
): Promise<AnswerOf<typeof contract>> {
  const terminal = needTerminal(asker)
  const sealers = await sealersOf(deps, terminal, items, shiftEventType)
  const since = await deps.db.all(boundAt([...sealers.keys()]))
  const around = { sealers, bound: new Map(since.map((row) => [row.id, row.bound_at])), now: deps.now() }
  const opened = await readWhereMade(deps, await Promise.all(items.map((item) => openShiftEvent(item, around))))
  const results: Result[] = []
  const fresh: ShiftEventRow[] = []
  for (const one of opened) {
    const result = await keep(deps, one)
    if (result.status === 'recorded' && 'row' in one) fresh.push(one.row)
    results.push(result)
  }
  const second = await secondOnes(
    deps,
    opened.flatMap((one) => ('row' in one ? [one.row] : [])),
    fresh,
  )
  return { results: results.map((result) => ({ ...result, second: second.get(result.id ?? '') ?? null })) }
}

/** A hand-over is read at the checkpoint where it was made; where one was made that has not come in yet, nobody knows. */
async function readWhereMade(deps: Deps, opened: readonly (OpenEvent | BadEvent)[]): Promise<(OpenEvent | BadEvent)[]> {
  const rows = opened.flatMap((one) => ('row' in one ? [one.row] : []))
  const read = rows.flatMap(({ kind, shift_id: shift }) => (kind === 'seen' && shift !== null ? [shift] : []))
  const known = read.length === 0 ? [] : await deps.db.all(shiftEventsOf([...new Set(read)]))
  const made = [...known, ...rows].filter(({ kind }) => kind === 'on' || kind === 'off')
  const places = new Map(made.map(({ shift_id: shift, checkpoint_id: checkpoint }) => [shift, checkpoint]))
  return opened.map((one) => {
    if (!('row' in one) || one.row.kind !== 'seen') return one
    const place = places.get(one.row.shift_id)
    if (place === undefined || place === one.row.checkpoint_id) return one
    const fault = new Fault('bad-input', 'SH-05', 'handed over at another checkpoint', { path: 'shift' })
    return { id: one.row.id, fault }
  })
}

async function keep(deps: Deps, one: OpenEvent | BadEvent): Promise<Result> {
  if ('fault' in one) return refused(one.id, one.fault)
  try {
    await deps.db.commit([addShiftEvent(one.row)])
    return { id: one.row.id, status: 'recorded', second: null, error: null }
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
    const [before] = await deps.db.all(shiftEventsByIds([one.row.id]))
    if (before === undefined) throw cause
    return again(before, one)
  }
}

/** The same event again is the same answer; another one under its id is refused. */
function again(before: ShiftEventRow, { row, token }: OpenEvent): Result {
  const same = before.terminal_id === row.terminal_id && contentOf(before.envelope ?? '') === contentOf(token)
  if (!same) return refused(row.id, new Fault('conflict', 'SH-06', 'this id is taken', { path: 'id' }))
  return { id: row.id, status: 'already', second: null, error: null }
}

/** In Chinese, for the inspector's screen; the code tells the page the English. */
function refused(id: string | null, { code, message, path }: Fault): Result {
  const error = { code, message: faultWords[code]?.zh ?? message, ...(path === undefined ? {} : { path }) }
  return { id, status: 'refused', second: null, error }
}

/** Sign-ons among these that do not count, and why; what is new stands in the log. */
async function secondOnes(
  deps: Deps,
  rows: readonly ShiftEventRow[],
  fresh: readonly ShiftEventRow[],
): Promise<ReadonlyMap<string, Told>> {
  const told = new Map<string, Told>()
  const ons = rows.filter(({ kind }) => kind === 'on')
  const earliest = Math.min(deps.now(), ...ons.map(({ at }) => at))
  const log = await logAround(deps, ons, plus(instant(earliest), -longestShift))
  const shifts = new Map(shiftsOf(log.events, log.unbound).map((shift) => [shift.id, shift]))
  for (const { id, terminal_id: device, staff_id: staff } of ons) {
    const second = shifts.get(id)?.second
    const other = second ? shifts.get(second.shift) : undefined
    if (!second || other === undefined) continue
    told.set(id, await whyNot(deps, second.of, other))
    if (!fresh.some((row) => row.id === id)) continue
    const by = { id: staff, role: 'inspector', device }
    const detail = { of: second.of, shift: second.shift }
    await deps.audit.commit([], [{ by, action: 'shift-second', subject: id, detail }])
  }
  return told
}

/** Says which shift stands in the way, and what to do. */
async function whyNot(deps: Deps, of: 'inspector' | 'segment', { terminal, lane, onAt }: Shift): Promise<Told> {
  const [phone] = await deps.db.all(terminalById(terminal))
  const where = `${phone?.checkpoint_name ?? ''}${lane}道，${shortTime(onAt)} 起`
  if (of === 'inspector')
    return {
      code: 'SH-07',
      message: `您正用终端「${phone?.device ?? ''}」当班（${where}），一卡一机一查验员。请在那台终端签退，或请点长在「值守」页解除后再签到。查验不受影响`,
    }
  return {
    code: 'SH-08',
    message: `这个专用号段正由${phone?.staff_name ?? ''}当班使用（${where}）。请核对号段，或请点长在「值守」页解除后再签到。查验不受影响`,
  }
}
