import type * as z from 'zod/mini'
import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type {
  closePlace as closeContract,
  listPlaces as listContract,
  openPlace as openContract,
  placeView,
  publicPlace,
  putPlace as putContract,
} from '../../schema/api/places.ts'
import { Fault } from '../../shared/fault.ts'
import { normalisePhone } from '../../shared/identity/phone.ts'
import { regionName, regionOf } from '../../shared/identity/region.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { lacksForTrucks, reopensAt, stateOf, type ClosingReason, type Service } from '../../shared/places/place.ts'
import { placeClosed, placeDue } from '../../shared/wording/network.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import {
  closePlaceRow,
  everyServicePlace,
  openPlaceRow,
  placeById,
  putPlaceRow,
  toldPlaceDue,
} from '../store/places.ts'
import type { PlaceRow } from '../store/places.ts'
import { byStaff } from './actor.ts'
import { liesIn, mayThey, permit } from './may.ts'
import type { Deed, Permitted } from './may.ts'
import { tell } from './tell.ts'

type View = z.infer<typeof placeView>
export type PublicPlace = z.infer<typeof publicPlace>

type Closing = {
  reason: ClosingReason | null
  cityConsent: string | null
  provinceApproval: string | null
  note: string | null
}
const standing = ({ kind, closed_at: closed }: PlaceRow) => ({
  kind,
  closedAt: closed === null ? null : instant(closed),
})
type Law = Pick<Deps, 'law'>
const hoursClosed = ({ law }: Law, now: Instant): number => law.numbersAt(now).serviceAreaReopens
function servicesOf(row: PlaceRow): Service[] {
  const kept: Service[] = JSON.parse(row.services)
  return kept
}

export const publicView = (deps: Law, row: PlaceRow, now: Instant): PublicPlace => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  road: row.road,
  direction: row.direction,
  phone: row.phone,
  hours: row.hours,
  free: row.free === 1,
  forTrucks: row.for_trucks === 1,
  services: servicesOf(row),
  state: stateOf(standing(row), hoursClosed(deps, now), now),
})

function viewOf(deps: Deps, asker: Asker, row: PlaceRow): View {
  const now = deps.now()
  const closing: Closing | null = row.closing === null ? null : JSON.parse(row.closing)
  const due = reopensAt(standing(row), hoursClosed(deps, now))
  const here = asker.kind !== 'staff' || liesIn(row.county, asker.area)
  return {
    ...publicView(deps, row, now),
    county: row.county,
    countyName: regionName(row.county) ?? row.county,
    owner: row.owner,
    closing:
      row.closed_at === null || closing === null
        ? null
        : {
            at: beijingIso(instant(row.closed_at)),
            ...closing,
            reopensAt: due === null ? null : beijingIso(due),
          },
    may: { change: here && mayThey(asker, 'change places'), close: here && mayThey(asker, closingDeed(row)) },
  }
}

const closingDeed = ({ kind }: Pick<PlaceRow, 'kind'>): Deed =>
  kind === 'service-area' ? 'close a service area' : 'change places'

export async function listPlaces(deps: Deps, asker: Asker): Promise<AnswerOf<typeof listContract>> {
  permit(asker, 'see places')
  const area = asker.kind === 'staff' ? asker.area : undefined
  const rows = (await deps.db.all(everyServicePlace())).filter(({ county }) => liesIn(county, area))
  return { items: rows.map((row) => viewOf(deps, asker, row)) }
}

function permitPlace(asker: Asker, deed: Deed, county: string): Permitted {
  const permitted = permit(asker, deed)
  if (asker.kind === 'staff' && !liesIn(county, asker.area))
    throw new Fault('not-allowed', 'MA-01', 'another area is not yours')
  return permitted
}

const wrong = (code: string, message: string, path: string) => new Fault('bad-input', code, message, { path })

/** @throws Fault bad-input SP-02, SP-03, SP-07 */
export async function putPlace(
  deps: Deps,
  asker: Asker,
  form: BodyOf<typeof putContract> & { id: string },
): Promise<AnswerOf<typeof putContract>> {
  const permitted = permitPlace(asker, 'change places', form.county)
  const [before] = await deps.db.all(placeById(form.id))
  if (before !== undefined) permitPlace(asker, 'change places', before.county)
  if (regionOf(form.county) === undefined) throw wrong('SP-02', 'there is no such region', 'county')
  if (form.kind === 'service-area' && lacksForTrucks(form.forTrucks, form.services).length > 0)
    throw wrong('SP-03', 'a service area for trucks has all four services', 'services')
  const phone = form.phone === undefined ? null : normalisePhone(form.phone)
  if (phone !== null && !/^[\d-]{5,20}$/.test(phone)) throw wrong('SP-07', 'not a telephone number', 'phone')
  const row: PlaceRow = {
    id: form.id,
    kind: form.kind,
    name: form.name,
    road: form.road,
    direction: form.direction ?? null,
    county: form.county,
    phone,
    hours: form.hours,
    free: form.free ? 1 : 0,
    for_trucks: form.forTrucks ? 1 : 0,
    services: JSON.stringify([...new Set(form.services)]),
    owner: form.owner ?? null,
    closed_at: before?.closed_at ?? null,
    closing: before?.closing ?? null,
    due_told_at: before?.due_told_at ?? null,
    changed_at: deps.now(),
  }
  const { kind, name, county, services } = row
  const detail = { kind, name, county, services }
  await deps.audit.commit(
    [putPlaceRow(row)],
    [{ by: byStaff(permitted), action: 'place-put', subject: row.id, detail }],
  )
  return viewOf(deps, asker, row)
}

/** @throws Fault not-found SP-01 */
async function placeNamed(deps: Deps, id: string): Promise<PlaceRow> {
  const [row] = await deps.db.all(placeById(id))
  if (row === undefined) throw new Fault('not-found', 'SP-01', 'there is no such place', { path: 'path.id' })
  return row
}

/** A service area only with its reason and both approvals (R92, G47). @throws Fault bad-input SP-04, conflict SP-05 */
export async function closePlace(
  deps: Deps,
  asker: Asker,
  { id, ...form }: BodyOf<typeof closeContract> & { id: string },
): Promise<AnswerOf<typeof closeContract>> {
  permit(asker, 'change places')
  const row = await placeNamed(deps, id)
  const permitted = permitPlace(asker, closingDeed(row), row.county)
  const { reason = null, cityConsent = null, provinceApproval = null, note = null } = form
  const isArea = row.kind === 'service-area'
  if (isArea && (reason === null || cityConsent === null || provinceApproval === null))
    throw wrong(
      'SP-04',
      'the reason and both approvals are needed',
      reason === null ? 'reason' : cityConsent === null ? 'cityConsent' : 'provinceApproval',
    )
  if (row.closed_at !== null) throw new Fault('conflict', 'SP-05', 'it is closed already', { path: 'path.id' })
  const closing: Closing = { reason, cityConsent, provinceApproval, note }
  const now = deps.now()
  const told = isArea
    ? tell(
        deps,
        {
          kind: 'place-closed',
          about: `${id}@${now}`,
          area: row.county,
          words: placeClosed(row.name),
          urgent: false,
          article: 'jiaozuo-20#1',
        },
        [
          { audience: 'dispatcher', ref: null, channel: 'screen' },
          { audience: 'supervisor', ref: null, channel: 'screen' },
        ],
      )
    : []
  await deps.audit.commit(
    [closePlaceRow(id, now, JSON.stringify(closing)), ...told],
    [
      {
        by: byStaff(permitted),
        action: 'place-closed',
        subject: id,
        detail: { kind: row.kind, name: row.name, ...closing },
      },
    ],
  )
  return viewOf(deps, asker, await placeNamed(deps, id))
}

/** @throws Fault conflict SP-05, bad-input SP-06 */
export async function openPlace(
  deps: Deps,
  asker: Asker,
  { id, disinfected, assessed }: BodyOf<typeof openContract> & { id: string },
): Promise<AnswerOf<typeof openContract>> {
  permit(asker, 'change places')
  const row = await placeNamed(deps, id)
  const permitted = permitPlace(asker, 'change places', row.county)
  if (row.closed_at === null) throw new Fault('conflict', 'SP-05', 'it is open', { path: 'path.id' })
  if (row.kind === 'service-area' && !(disinfected && assessed))
    throw wrong('SP-06', 'disinfection and assessment come first', disinfected ? 'assessed' : 'disinfected')
  await deps.audit.commit(
    [openPlaceRow(id, deps.now())],
    [
      {
        by: byStaff(permitted),
        action: 'place-opened',
        subject: id,
        detail: { kind: row.kind, name: row.name, closedAt: beijingIso(instant(row.closed_at)) },
      },
    ],
  )
  return viewOf(deps, asker, await placeNamed(deps, id))
}

/** 满三天即恢复开放: the command is told once that a service area is due to open (R93, G46). */
export async function tellPlacesDue(deps: Deps): Promise<void> {
  const now = deps.now()
  const rows = await deps.db.all(everyServicePlace())
  const writes = rows
    .filter((row) => row.due_told_at === null && stateOf(standing(row), hoursClosed(deps, now), now) === 'due')
    .flatMap((row) => [
      toldPlaceDue(row.id, now),
      ...tell(
        deps,
        {
          kind: 'place-due',
          about: `${row.id}@${row.closed_at}`,
          area: row.county,
          words: placeDue(row.name, instant(row.closed_at ?? now), now),
          urgent: true,
          article: 'jiaozuo-20#1',
        },
        [
          { audience: 'command', ref: null, channel: 'screen' },
          { audience: 'dispatcher', ref: null, channel: 'screen' },
        ],
      ),
    ])
  if (writes.length > 0) await deps.db.commit(writes)
}
