import type * as z from 'zod/mini'
import type { listEntry } from '../../schema/api/lists.ts'
import { maskId } from '../../shared/identity/id-card.ts'
import { maskName } from '../../shared/identity/name.ts'
import { maskPhone } from '../../shared/identity/phone.ts'
import { beijingIso, hour, instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { nextStep } from '../../shared/lists/chain.ts'
import { standingOf } from '../../shared/lists/stage.ts'
import type { Stage, Standing, Term } from '../../shared/lists/stage.ts'
import type { Deps } from '../deps.ts'
import type { EntryRow, Moment } from '../store/lists.ts'

export type EntryView = z.infer<typeof listEntry>

/** Now, and how many milliseconds before its end an entry ends soon. */
export function momentNow(deps: Deps): Moment {
  const now = deps.now()
  return { now, soon: deps.law.numbersAt(now).driverWhitelistReminder * hour }
}

const orNull = (at: number | null): Instant | null => (at === null ? null : instant(at))
export const termOf = ({ from_at, to_at }: EntryRow): Term => ({ from: orNull(from_at), to: orNull(to_at) })

export const standingAt = (row: EntryRow, stage: Stage, { now, soon }: Moment): Standing =>
  standingOf(row.list, stage, termOf(row), { now, soon: soon / hour })

const isoOrNull = (at: number | null): string | null => (at === null ? null : beijingIso(instant(at)))

export type Whole = Record<'name' | 'number' | 'phone', string | null>

/** Opened for one answer only. */
export async function openEntry({ vault }: Pick<Deps, 'vault'>, row: EntryRow): Promise<Whole> {
  const open = (purpose: string, sealed: string | null) => (sealed === null ? null : vault.open(purpose, sealed))
  const [name, number, phone] = await Promise.all([
    open('list-name', row.name_sealed),
    open('list-number', row.number_sealed),
    open('list-phone', row.phone_sealed),
  ])
  return { name, number, phone }
}

const masked = ({ name, number, phone }: Whole): Whole => ({
  name: name === null ? null : maskName(name),
  number: number === null ? null : maskId(number),
  phone: phone === null ? null : maskPhone(phone),
})

const chainStage = (stage: Stage) =>
  stage === 'complete' || stage === 'suspended' || stage === 'removed' ? undefined : stage

export async function viewOfEntry(deps: Deps, row: EntryRow, at: Moment): Promise<EntryView> {
  const standing = standingAt(row, row.state, at)
  const done = chainStage(row.state)
  return {
    id: row.id,
    list: row.list,
    version: row.version,
    standing,
    stage: row.state,
    next: done === undefined || standing === 'ended' ? null : (nextStep(row.list, done)?.id ?? null),
    ...masked(await openEntry(deps, row)),
    company: row.company,
    companyCode: row.company_code,
    plate: row.plate,
    closedLoop: row.closed_loop === 1,
    eligibility: row.eligibility,
    from: isoOrNull(row.from_at),
    to: isoOrNull(row.to_at),
    batch: row.batch,
    madeAt: beijingIso(instant(row.made_at)),
  }
}
