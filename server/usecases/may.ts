import type { StaffRole } from '../../schema/api/endpoint.ts'
import { Fault } from '../../shared/fault.ts'
import type { Asker } from '../http/who-is-asking.ts'

/** How far a role reaches with a deed. A role that is not named may not do it. */
export type Reach = 'everywhere' | 'own checkpoint'

/** Who among the staff may do what. Routes only check that somebody is signed in; this is what the use cases go by. */
const table = {
  'enrol a phone': { admin: 'everywhere', head: 'own checkpoint' },
  'see terminals': { admin: 'everywhere', supervisor: 'everywhere', head: 'own checkpoint' },
  'release a terminal': { admin: 'everywhere', head: 'own checkpoint' },
  'see duty': { admin: 'everywhere', supervisor: 'everywhere', head: 'own checkpoint' },
  'release a shift': { admin: 'everywhere', head: 'own checkpoint' },
  'review a conflict': { head: 'own checkpoint' },
  'see inspections': {
    admin: 'everywhere',
    dispatcher: 'everywhere',
    epidemic: 'everywhere',
    supervisor: 'everywhere',
    'appeal-officer': 'everywhere',
    command: 'everywhere',
    head: 'own checkpoint',
  },
  'see one inspection whole': {
    admin: 'everywhere',
    epidemic: 'everywhere',
    supervisor: 'everywhere',
    'appeal-officer': 'everywhere',
    head: 'own checkpoint',
  },
  'see staff': { admin: 'everywhere', head: 'own checkpoint' },
  'change staff': { admin: 'everywhere' },
  'change checkpoints': { admin: 'everywhere' },
  'describe the road': { admin: 'everywhere', command: 'everywhere' },
  'see proposed numbers': { admin: 'everywhere', command: 'everywhere', supervisor: 'everywhere' },
  'publish a number': { command: 'everywhere' },
  'take in results': { admin: 'everywhere', epidemic: 'everywhere' },
  'see codes': { epidemic: 'everywhere', supervisor: 'everywhere', 'appeal-officer': 'everywhere' },
  'see a person in full': { epidemic: 'everywhere', 'appeal-officer': 'everywhere' },
  'propose or sign a red code': { epidemic: 'everywhere' },
  'close a reason of a code': { epidemic: 'everywhere', 'appeal-officer': 'everywhere' },
  'change the lists of persons at risk': { epidemic: 'everywhere' },
  'export a trace': { epidemic: 'everywhere' },
  'see tracking': {
    epidemic: 'everywhere',
    supervisor: 'everywhere',
    dispatcher: 'everywhere',
    command: 'everywhere',
  },
  'handle tracking': { epidemic: 'everywhere' },
  'see messages': {
    admin: 'everywhere',
    epidemic: 'everywhere',
    supervisor: 'everywhere',
    dispatcher: 'everywhere',
    'appeal-officer': 'everywhere',
    'pass-officer': 'everywhere',
    'list-officer': 'everywhere',
    command: 'everywhere',
    head: 'own checkpoint',
  },
  'record an arrival': { epidemic: 'everywhere', dispatcher: 'everywhere', command: 'everywhere' },
  'see white lists': {
    epidemic: 'everywhere',
    supervisor: 'everywhere',
    'list-officer': 'everywhere',
    command: 'everywhere',
  },
  'draft white-list entries': { 'list-officer': 'everywhere' },
  'record an approval of a higher level': { command: 'everywhere' },
  'suspend white-list entries': { 'list-officer': 'everywhere', epidemic: 'everywhere', command: 'everywhere' },
  'export white lists': { 'list-officer': 'everywhere', command: 'everywhere' },
  'see appeals': {
    'appeal-officer': 'everywhere',
    epidemic: 'everywhere',
    supervisor: 'everywhere',
    dispatcher: 'everywhere',
    head: 'own checkpoint',
  },
  'decide appeals': { 'appeal-officer': 'everywhere', epidemic: 'everywhere' },
  'correct a verdict': { head: 'own checkpoint' },
  'see editions': { admin: 'everywhere', supervisor: 'everywhere', epidemic: 'everywhere', command: 'everywhere' },
  'draft or sign an amendment': { command: 'everywhere' },
  'accept an overlay': { command: 'everywhere' },
  'see passes': {
    'pass-officer': 'everywhere',
    supervisor: 'everywhere',
    command: 'everywhere',
  },
  'decide pass applications': { 'pass-officer': 'everywhere' },
  'revoke or suspend passes': { 'pass-officer': 'everywhere', command: 'everywhere' },
  'see leads': {
    supervisor: 'everywhere',
    command: 'everywhere',
    'pass-officer': 'everywhere',
    head: 'own checkpoint',
  },
  'handle leads': { supervisor: 'everywhere' },
  'see evidence': { supervisor: 'everywhere' },
  'change risk areas': { epidemic: 'everywhere' },
  'see channels': { admin: 'everywhere', dispatcher: 'everywhere', supervisor: 'everywhere', command: 'everywhere' },
  'see the board': {
    admin: 'everywhere',
    dispatcher: 'everywhere',
    command: 'everywhere',
    supervisor: 'everywhere',
    head: 'own checkpoint',
  },
  'report a queue': { dispatcher: 'everywhere', head: 'own checkpoint' },
  'answer for the summoned': { dispatcher: 'everywhere', command: 'everywhere', head: 'own checkpoint' },
  'lead at an incident': { head: 'own checkpoint' },
  'see call tasks': { dispatcher: 'everywhere', command: 'everywhere', supervisor: 'everywhere' },
  'finish call tasks': { dispatcher: 'everywhere', command: 'everywhere' },
  'see the roster': {
    admin: 'everywhere',
    dispatcher: 'everywhere',
    command: 'everywhere',
    supervisor: 'everywhere',
    head: 'own checkpoint',
  },
  'change the roster': { admin: 'everywhere', command: 'everywhere' },
  'change the network': { dispatcher: 'everywhere', command: 'everywhere' },
  'see places': { admin: 'everywhere', dispatcher: 'everywhere', command: 'everywhere', supervisor: 'everywhere' },
  'change places': { dispatcher: 'everywhere', command: 'everywhere' },
  /** What city and province have approved stands in it. */
  'close a service area': { command: 'everywhere' },
  'see cases': { dispatcher: 'everywhere', supervisor: 'everywhere', command: 'everywhere', head: 'own checkpoint' },
  'export cases': { dispatcher: 'everywhere', supervisor: 'everywhere', command: 'everywhere' },
  'take down cases': { dispatcher: 'everywhere' },
  /** What each of them may do in which state stands in shared/cases/moves.ts. */
  'move cases': { dispatcher: 'everywhere', supervisor: 'everywhere', command: 'everywhere', head: 'own checkpoint' },
  'read the log': { admin: 'everywhere', supervisor: 'everywhere', command: 'everywhere' },
} as const satisfies Record<string, Partial<Record<StaffRole, Reach>>>

export type Deed = keyof typeof table
/** `only`: the one checkpoint he may act on; null = all of them. */
export type Permitted = { staff: string; role: StaffRole; only: string | null }

/** @throws Fault not-allowed MA-01 */
export function permit(asker: Asker, deed: Deed): Permitted {
  const reach = asker.kind === 'staff' ? reachOf(asker.role, deed) : undefined
  if (asker.kind !== 'staff' || reach === undefined) throw notAllowed('your role may not do this')
  if (reach === 'everywhere') return { staff: asker.staff, role: asker.role, only: null }
  if (asker.checkpoint === null) throw notAllowed('you belong to no checkpoint')
  return { staff: asker.staff, role: asker.role, only: asker.checkpoint }
}

/** Whether a county lies in somebody's area: the county itself, its city, its province. */
export const liesIn = (county: string, area: string | undefined): boolean =>
  area === undefined ||
  area === county ||
  (area.endsWith('0000')
    ? area.slice(0, 2) === county.slice(0, 2)
    : area.endsWith('00') && area.slice(0, 4) === county.slice(0, 4))

/** @throws Fault not-allowed MA-01 beyond his checkpoint, or beyond his county, city or province */
export function permitIn(asker: Asker, deed: Deed, { id, county }: { id: string; county: string }): Permitted {
  const permitted = permitAt(asker, deed, id)
  if (asker.kind === 'staff' && !liesIn(county, asker.area)) throw notAllowed('another area is not yours')
  return permitted
}

/** For what a screen offers; the deed itself asks again. */
export const mayThey = (asker: Asker, deed: Deed): boolean =>
  asker.kind === 'staff' && reachOf(asker.role, deed) !== undefined

/** @throws Fault not-allowed MA-01 when the deed reaches beyond his own checkpoint */
export function permitAt(asker: Asker, deed: Deed, checkpoint: string | null): Permitted {
  const permitted = permit(asker, deed)
  if (permitted.only !== null && permitted.only !== checkpoint) throw notAllowed('another checkpoint is not yours')
  return permitted
}

/** undefined = he may not. */
export const reachOf = (role: StaffRole, deed: Deed): Reach | undefined => {
  const reaches: Partial<Record<StaffRole, Reach>> = table[deed]
  return reaches[role]
}

const notAllowed = (message: string) => new Fault('not-allowed', 'MA-01', message)

export type TerminalAsker = Extract<Asker, { kind: 'terminal' }>

/** @throws Fault not-signed-in AU-01 */
export function needTerminal(asker: Asker): TerminalAsker {
  if (asker.kind === 'terminal') return asker
  throw new Fault('not-signed-in', 'AU-01', 'only an enrolled phone may do this')
}

/** The driver who holds the key of this very trip. @throws Fault not-signed-in AU-02 */
export function needDriver(asker: Asker, trip: string): void {
  if (asker.kind !== 'driver' || asker.trip !== trip)
    throw new Fault('not-signed-in', 'AU-02', 'this key does not open this trip')
}
