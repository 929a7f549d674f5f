import type * as z from 'zod/mini'
import type { passSheet } from '../../schema/api/passes.ts'
import { Fault } from '../../shared/fault.ts'
import { maskName } from '../../shared/identity/name.ts'
import { maskPhone } from '../../shared/identity/phone.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { standingDeeds, standingReasonWords } from '../../shared/passes/reasons.ts'
import type { StandingDeed } from '../../shared/passes/reasons.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { auditPage } from '../store/audit-search.ts'
import type { Found } from '../store/audit-search.ts'
import { applicationById } from '../store/pass-applications.ts'
import type { ApplicationAndName } from '../store/pass-applications.ts'
import { chainOf, listedPass, passOfApplication } from '../store/pass-lists.ts'
import type { ListedPass } from '../store/pass-lists.ts'
import { tripById } from '../store/trips.ts'
import { mayThey, permit } from './may.ts'
import { crewOfApplication } from './passes-crew.ts'
import { applicationLine, bilingual, passLine } from './passes-rows.ts'
import { declinedInWords, stateOfPass } from './passes-view.ts'
import { showTripNumber } from './trip-number.ts'

export type Sheet = z.infer<typeof passSheet>
type Event = Sheet['history'][number]

/** More changes of one pass than that are in the log. */
const historyAtMost = 50

/** @throws Fault not-found PA-10 */
export async function getPassSheet(deps: Deps, asker: Asker, number: string): Promise<Sheet> {
  permit(asker, 'see passes')
  const pass = await loadPass(deps, number)
  const [application] = pass.application_id === null ? [] : await deps.db.all(applicationById(pass.application_id))
  return sheetOf(deps, asker, pass, application)
}

/** @throws Fault not-found PA-04 */
export async function getPassApplication(deps: Deps, asker: Asker, id: string): Promise<Sheet> {
  permit(asker, 'see passes')
  const application = await loadApplication(deps, id)
  const [pass] = await deps.db.all(passOfApplication(id))
  return sheetOf(deps, asker, pass, application)
}

export async function loadPass(deps: Deps, number: string): Promise<ListedPass> {
  const [pass] = await deps.db.all(listedPass(number))
  if (pass === undefined) throw new Fault('not-found', 'PA-10', 'there is no such pass', { path: 'path.number' })
  return pass
}

export async function loadApplication(deps: Deps, id: string): Promise<ApplicationAndName> {
  const [row] = await deps.db.all(applicationById(id))
  if (row === undefined) throw new Fault('not-found', 'PA-04', 'there is no such application', { path: 'path.id' })
  return row
}

async function sheetOf(
  deps: Deps,
  asker: Asker,
  pass: ListedPass | undefined,
  application: ApplicationAndName | undefined,
): Promise<Sheet> {
  const trip = pass?.trip_id ?? application?.trip_id ?? null
  const [[found], chain, logged] = await Promise.all([
    trip === null ? [] : deps.db.all(tripById(trip)),
    pass === undefined ? [] : deps.db.all(chainOf(pass.number)),
    pass === undefined
      ? []
      : deps.db.all(auditPage({ subject: pass.number, limit: historyAtMost, reach: historyAtMost })),
  ])
  const waiting = application?.state === 'waiting'
  return {
    pass: pass === undefined ? null : passLine(deps, pass),
    application: application === undefined ? null : await applicationView(deps, application),
    trip: found === undefined ? null : showTripNumber(found.number),
    chain: inOrder(chain).map((row) => passLine(deps, row)),
    history: [...aboutApplication(application), ...aboutPass(pass, application, logged)].toSorted((a, b) =>
      a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
    ),
    may: {
      decide: waiting && mayThey(asker, 'decide pass applications'),
      read: application !== undefined && mayThey(asker, 'decide pass applications'),
      deeds: mayThey(asker, 'revoke or suspend passes') && pass !== undefined ? deedsFor(deps, pass) : [],
    },
  }
}

/** By their links: two may be of the same moment. */
function inOrder(chain: readonly ListedPass[]): readonly ListedPass[] {
  const after = new Map(chain.map((row) => [row.replaces, row]))
  const ordered: ListedPass[] = []
  for (let row = after.get(null); row !== undefined; row = after.get(row.number)) ordered.push(row)
  return ordered
}

/** What is revoked stays so; one that has run out can still be revoked, for the record. */
export function deedsFor(deps: Pick<Deps, 'now'>, pass: ListedPass): StandingDeed[] {
  const state = stateOfPass(pass, deps.now())
  const fitting: Readonly<Record<typeof state, readonly StandingDeed[]>> = {
    valid: ['revoke', 'suspend'],
    suspended: ['revoke', 'restore'],
    expired: ['revoke'],
    revoked: [],
  }
  return standingDeeds.filter((deed) => fitting[pass.status === 'revoked' ? 'revoked' : state].includes(deed))
}

async function applicationView(deps: Deps, row: ApplicationAndName): Promise<NonNullable<Sheet['application']>> {
  const open = async (purpose: string, sealed: string | null) =>
    sealed === null ? null : deps.vault.open(purpose, sealed)
  const [contact, phone, crew] = await Promise.all([
    open('pass-contact', row.contact_sealed),
    open('pass-phone', row.phone_sealed),
    crewOfApplication(deps, row),
  ])
  const declined = declinedInWords(row)
  return {
    ...applicationLine(row),
    companyCode: row.company_code,
    cargoName: row.cargo_name,
    contact: contact && maskName(contact),
    phone: phone && maskPhone(phone),
    crew: crew.map(({ name, idTail }) => ({ name: maskName(name), idTail })),
    committedAt: beijingIso(instant(row.committed_at)),
    decidedBy: row.decided_name,
    declined: declined && { zh: declined.zh, en: declined.en, note: declined.note },
  }
}

const event = (at: number, deed: Event['deed'], more: Partial<Event> = {}): Event => ({
  at: beijingIso(instant(at)),
  deed,
  by: null,
  reason: null,
  note: null,
  ...more,
})

function aboutApplication(row: ApplicationAndName | undefined): readonly Event[] {
  if (row === undefined) return []
  const declined = declinedInWords(row)
  const decided =
    row.state === 'declined' && row.decided_at !== null
      ? [
          event(row.decided_at, 'declined', {
            by: row.decided_name,
            reason: declined && bilingual(declined),
            note: row.decision_note,
          }),
        ]
      : []
  return [event(row.applied_at, 'applied'), ...decided]
}

const deedOf: Readonly<Record<string, Event['deed']>> = {
  'pass-revoked': 'revoked',
  'pass-suspended': 'suspended',
  'pass-restored': 'restored',
}

/** What the staff did stands in the log; what followed from a change of the trip or a new pass, in the pass itself. */
function aboutPass(
  pass: ListedPass | undefined,
  application: ApplicationAndName | undefined,
  logged: readonly Found[],
): readonly Event[] {
  if (pass === undefined) return []
  const done = logged.flatMap((row) => {
    const deed = deedOf[row.action]
    return deed === undefined ? [] : [event(row.at, deed, { by: row.actor_name, ...saidIn(row) })]
  })
  const byItself =
    pass.status === 'revoked' && pass.status_by === null
      ? [
          event(pass.status_at ?? pass.issued_at, pass.replaced_by === null ? 'revoked' : 'replaced', {
            reason: bilingual(standingReasonWords(pass.status_reason ?? 'other')),
          }),
        ]
      : []
  return [event(pass.issued_at, 'issued', { by: application?.decided_name ?? null }), ...done, ...byItself]
}

function saidIn(row: Found): Pick<Event, 'reason' | 'note'> {
  const detail: { reason?: string; note?: string } = JSON.parse(row.detail)
  return {
    reason: detail.reason === undefined ? null : bilingual(standingReasonWords(detail.reason)),
    note: detail.note ?? null,
  }
}
