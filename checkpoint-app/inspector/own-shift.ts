import type { PhoneState } from '../device/phone.ts'
import { noShift, type OwnShift, type ShiftHere } from '../device/store.ts'

type Bound = Pick<PhoneState, 'terminal' | 'shift'>
type Known = Bound & Pick<PhoneState, 'counters'>

/** What the phone knows of shifts under its present binding. */
export function shiftHere({ terminal, shift }: Bound): ShiftHere {
  if (terminal !== undefined && shift.terminal === terminal.id) return shift
  return { ...noShift, segment: shift.segment }
}

/** The shift that runs; one that does not count is none. */
export function ownShift(phone: Bound): OwnShift | undefined {
  const { on } = shiftHere(phone)
  return on?.refused === undefined ? on : undefined
}

/** The number shown at a sign-on: the one used last, else that of the binding. */
export const segmentOf = (phone: Known): string | null => shiftHere(phone).segment ?? phone.terminal?.segment ?? null

/** Trucks of this shift, over midnight too. */
export function shiftCount({ counters, ...phone }: Known): { checked: number; fast: number } {
  const on = ownShift(phone)
  const { shift } = counters
  return on !== undefined && shift?.id === on.id ? shift : { checked: 0, fast: 0 }
}

/** Hand-overs that nobody has read yet, here or elsewhere. */
export const unread = (phone: Known): number => {
  const { news, read } = shiftHere(phone)
  return (news?.handovers ?? []).filter(({ shift, seenBy }) => seenBy === null && !read.includes(shift)).length
}
