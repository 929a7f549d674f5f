import { instant } from '../../shared/instant.ts'
import {
  laterNegative,
  overdueForTestPoint,
  positiveForCheckpoint,
  positiveForCompany,
  positiveForOffices,
} from '../../shared/wording/messages-tracking.ts'
import type { Found } from '../../shared/wording/messages-tracking.ts'
import type { Deps } from '../deps.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import type { Write } from '../store/db.ts'
import type { TrackingRow } from '../store/tracking.ts'
import type { TripRow } from '../store/trips.ts'
import { tell } from './tell.ts'
import type { Ear } from './tell.ts'
import { checkpointsAhead } from './tracking-ahead.ts'

const article = 'jiaozuo-20#7'

export type Positive = {
  /** The tracking, or where there is none the result. */
  about: string
  plate: string
  tracking: TrackingRow | undefined
  trip: TripRow | undefined
  checkpoints: readonly CheckpointRow[]
}

const screen = (audience: Ear['audience'], ref: string | null = null): Ear => ({ audience, ref, channel: 'screen' })

/** Command, epidemic office, hotline, the checkpoints ahead and the company. Not the driver: a doctor tells him. */
export function tellPositive(deps: Deps, positive: Positive): readonly Write[] {
  const { about, trip, tracking, checkpoints } = positive
  const ahead = checkpointsAhead(trip, tracking?.checkpoint_id, checkpoints)
  const company = trip?.consignee ?? undefined
  const found = foundOf(positive, [...ahead.map(({ name }) => name), ...(company === undefined ? [] : [company])])
  const news = { kind: 'tracking-positive', about, urgent: true, article } as const
  const offices = [screen('command'), screen('epidemic'), screen('dispatcher')]
  const booths = ahead.map(({ id }) => screen('checkpoint', id))
  const bySms: Ear = { audience: 'company', ref: trip?.id ?? null, channel: 'sms' }
  return [
    ...tell(deps, { ...news, words: positiveForOffices(found) }, offices),
    ...tell(deps, { ...news, words: positiveForCheckpoint(found) }, booths),
    ...tell(deps, { ...news, words: positiveForCompany(found) }, company === undefined ? [] : [bySms]),
  ]
}

function foundOf({ plate, tracking, checkpoints }: Positive, ahead: readonly string[]): Found {
  const from = checkpoints.find(({ id }) => id === tracking?.checkpoint_id)
  if (tracking === undefined || from === undefined) return { plate, released: undefined, ahead }
  return { plate, released: { checkpoint: from.name, at: instant(tracking.opened_at) }, ahead }
}

/** The laboratory took its word back: people decide, nothing is undone by itself. */
export const tellLaterNegative = (deps: Deps, about: string, plate: string): readonly Write[] =>
  tell(deps, { kind: 'tracking-later-negative', about, urgent: true, words: laterNegative(plate), article }, [
    screen('epidemic'),
  ])

export function tellOverdue(deps: Deps, tracking: TrackingRow, checkpoint: string): readonly Write[] {
  const at = instant(tracking.opened_at)
  const hours = deps.law.numbersAt(at).trackingResultWithin
  const words = overdueForTestPoint({ plate: tracking.plate, checkpoint, at, hours })
  const news = { kind: 'tracking-overdue', about: tracking.id, urgent: false, words, article } as const
  return tell(deps, news, [screen('test-point', tracking.checkpoint_id), screen('epidemic')])
}
