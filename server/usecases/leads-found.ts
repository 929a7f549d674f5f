import { beijingIso, instant } from '../../shared/instant.ts'
import type { LeadKind } from '../../shared/leads/kinds.ts'
import { tooFarFrom } from '../../shared/leads/two-places.ts'
import type { Place } from '../../shared/leads/two-places.ts'
import type { Envelope } from '../../shared/sync/envelope.ts'
import { newLeads } from '../../shared/wording/messages-leads.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import type { InspectionRow } from '../store/inspections.ts'
import { addLead, addReusedNumber, addSeen, addTwoPlaces, tellOfNew } from '../store/leads-made.ts'
import type { LeadRow, SeenRow } from '../store/leads-made.ts'
import { newId } from './new-id.ts'
import type { OpenRecord } from './open-record.ts'
import { messagesOf } from './tell.ts'

type Shown = Envelope['credentials'][number]
type Seen = { row: InspectionRow; record: OpenRecord; places: ReadonlyMap<string, Place> }

/** A trip's codes follow one another, a pass stays the same; whatever names it best is what is seen again. */
const nameOf = ({ number, jti }: Shown): string | null => number ?? jti

const dayOf = (at: number) => beijingIso(instant(at)).slice(0, 10)

/**
 * What a record leaves behind for the supervisor: which credentials were seen here, and what about them does not fit. It holds
 * nobody, and nobody on the road is told of it (R64).
 */
export function leadsOf(deps: Deps, seen: Seen): readonly Write[] {
  const plain = plainLeads(deps, seen)
  const named = seen.record.envelope.credentials.flatMap((shown) => sightingOf(seen, shown))
  const once = [...new Map(named.map((one) => [one.sighting.credential, one])).values()]
  const found = once.map((one) => comparisons(deps, seen, one))
  const ids = [...plain.ids, ...found.flatMap(({ ids: more }) => more)]
  return [...plain.writes, ...found.flatMap(({ writes }) => writes), ...tellOfLeads(deps, ids)]
}

type Sighting = { sighting: SeenRow; kind: Shown['kind'] }

function sightingOf({ row, record }: Seen, shown: Shown): readonly Sighting[] {
  const credential = nameOf(shown)
  if (credential === null) return []
  const { id, made_at: at, checkpoint_id, plate } = row
  const clock_known = record.envelope.clockOffsetMs === null ? 0 : 1
  return [{ sighting: { credential, at, inspection_id: id, checkpoint_id, plate, clock_known }, kind: shown.kind }]
}

/** Held against what was seen elsewhere, inside the commit. */
function comparisons(deps: Deps, { places }: Seen, { sighting, kind }: Sighting) {
  const elsewhere = tooFarFrom(sighting.checkpoint_id, places)
  const found = (about: LeadKind) => ({
    id: newId(deps),
    dedupe: `${about}/${sighting.credential}`,
    foundAt: deps.now(),
  })
  const [far, reused] = [found('two-places'), found('reused-number')]
  const [isFar, isPass] = [elsewhere.length > 0, kind === 'pass']
  return {
    ids: [...(isFar ? [far.id] : []), ...(isPass ? [reused.id] : [])],
    writes: [
      ...(isFar ? [addTwoPlaces(sighting, elsewhere, far)] : []),
      ...(isPass ? [addReusedNumber(sighting, reused)] : []),
      addSeen(sighting),
    ],
  }
}

type Plain = { kind: 'forged' | 'mismatch' | 'not-live'; credential: string | null; dedupe: string }

/** What this one record says by itself. */
function plainLeads(deps: Deps, { row, record }: Seen): { ids: string[]; writes: Write[] } {
  const shown = record.envelope.credentials.flatMap((one) => objections(row, one))
  const known = new Map([...shown, ...unexplained(row, record, shown)].map((one) => [one.dedupe, one]))
  const rows = [...known.values()].map((one) => leadOf(deps, row, one))
  return { ids: rows.map(({ id }) => id), writes: rows.map(addLead) }
}

/** About one inspection alone; nobody has looked at it yet. */
export const leadOf = <What extends Pick<LeadRow, 'kind' | 'credential' | 'dedupe'>>(
  deps: Deps,
  { id, made_at: at, plate, checkpoint_id }: Pick<InspectionRow, 'id' | 'made_at' | 'plate' | 'checkpoint_id'>,
  what: What,
) => ({
  ...what,
  id: newId(deps),
  at,
  found_at: deps.now(),
  plate,
  inspection_id: id,
  checkpoint_id,
  other_inspection_id: null,
  other_checkpoint_id: null,
  detail: '{}',
  state: 'open' as const,
  passed_to: null,
  handled_at: null,
  handled_by: null,
  note: null,
})

/** The same truck with the same credential is one lead; a seal that is not ours names nothing, so the truck and the day do. */
function leadAbout(row: InspectionRow, kind: Plain['kind'], credential: string | null): Plain {
  const truck = row.plate === '' ? row.id : row.plate
  const what = credential ?? dayOf(row.made_at)
  return { kind, credential, dedupe: `${kind}/${truck}/${what}` }
}

function objections(row: InspectionRow, shown: Shown): readonly Plain[] {
  const { refused, live } = shown
  const name = nameOf(shown)
  return [
    ...(refused === 'bad-signature' ? [leadAbout(row, 'forged', null)] : []),
    ...(refused === 'bad-stamp' ? [leadAbout(row, 'forged', name)] : []),
    ...(refused === 'mismatch' ? [leadAbout(row, 'mismatch', name)] : []),
    ...(live === undefined ? [] : [leadAbout(row, 'not-live', name)]),
  ]
}

/** M7 was shown, and no credential of the record says why. */
function unexplained(
  row: InspectionRow,
  { inspection, envelope }: OpenRecord,
  shown: readonly Plain[],
): readonly Plain[] {
  const state = inspection.facts.pass?.state
  if (state !== 'forged' && state !== 'mismatch') return []
  if (shown.some(({ kind }) => kind === state)) return []
  const pass = envelope.credentials.find(({ kind }) => kind === 'pass')
  return [leadAbout(row, state, state === 'mismatch' && pass !== undefined ? nameOf(pass) : null)]
}

/** Once an hour at most, however many there are. */
export function tellOfLeads(deps: Deps, ids: readonly string[]): readonly Write[] {
  if (ids.length === 0) return []
  const about = `leads/${beijingIso(deps.now()).slice(0, 13)}`
  const news = { kind: 'lead-new', about, words: newLeads, urgent: false, article: 'jiaozuo-20#9' } as const
  const ears = [{ audience: 'supervisor', ref: null, channel: 'screen' }] as const
  return messagesOf(deps, news, ears).map((message) => tellOfNew(message, ids))
}
