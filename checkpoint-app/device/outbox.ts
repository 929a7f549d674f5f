import { beijingIso, day, parseInstant, type Instant } from '../../shared/instant.ts'
import type { Signer } from '../../shared/credential/seal.ts'
import type { Envelope } from '../../shared/sync/envelope.ts'
import { sealEnvelope } from '../../shared/sync/sealed-envelope.ts'
import type { TripForm } from './server.ts'
import type { QueueItem, Store, Summary } from './store.ts'

const momentOf = (iso: string): Instant => {
  const at = parseInstant(iso)
  if (at === undefined) throw new RangeError(`not a moment: ${iso}`)
  return at
}

/** Signs and keeps one inspection. Resolves when it is on the disk; rejects when the disk is full. */
export async function keepInspection(
  store: Store,
  signer: Signer,
  envelope: Envelope,
  summary: Summary,
): Promise<void> {
  const payload = await sealEnvelope(envelope, signer)
  const at = momentOf(envelope.madeAt)
  await store.put([{ id: envelope.id, kind: 'inspection', at, payload, state: 'waiting', summary }])
}

/** Keeps an on-site registration; its id was made here, so sending it twice is harmless. */
export async function keepRegistration(store: Store, form: TripForm, at: Instant): Promise<void> {
  const summary = { plate: form.plate, row: 'V7', outcome: 'register-on-site', code: '' }
  const payload = JSON.stringify(form)
  await store.put([{ id: form.id, kind: 'registration', at, payload, state: 'waiting', summary }])
}

/** What was sent is listed for two days, then forgotten, and so is the line of a photograph that was refused; other refused and waiting items stay. */
export async function forgetOld(store: Store, now: Instant): Promise<void> {
  const isOver = ({ state, kind }: QueueItem) => state === 'sent' || (state === 'refused' && kind === 'photo')
  const old = (await store.queued()).filter((item) => isOver(item) && item.at < now - 2 * day)
  if (old.length > 0) await store.drop(old.map(({ id }) => id))
}

/** Everything still on this phone, for the head's computer when the network stays away; photographs never become a file. */
export const exportOutbox = (items: readonly QueueItem[], terminal: string, now: Instant): string =>
  JSON.stringify(
    {
      terminal,
      exportedAt: beijingIso(now),
      items: items.filter(({ state, kind }) => state !== 'sent' && kind !== 'photo'),
    },
    undefined,
    2,
  )
