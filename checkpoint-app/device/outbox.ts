import { beijingIso, day, parseInstant, type Instant } from '../../shared/instant.ts'
import type { Signer } from '../../shared/credential/seal.ts'
import type { Envelope } from '../../shared/sync/envelope.ts'
import { sealEnvelope } from '../../shared/sync/sealed-envelope.ts'
import type { TripForm } from './server.ts'
import { queueKinds, type PageAsked, type QueueItem, type Store, type Summary } from './store.ts'

const momentOf = (iso: string): Instant => {
  const at = parseInstant(iso)
  if (at === undefined) throw new RangeError(`not a moment: ${iso}`)
  return at
}

/** One inspection, signed by this phone. */
export async function sealedInspection(signer: Signer, envelope: Envelope, summary: Summary): Promise<QueueItem> {
  const payload = await sealEnvelope(envelope, signer)
  return { id: envelope.id, kind: 'inspection', at: momentOf(envelope.madeAt), payload, state: 'waiting', summary }
}

/** An on-site registration; its id was made here, so sending it twice is harmless. */
export function registrationItem(form: TripForm, at: Instant): QueueItem {
  const summary = { plate: form.plate, row: 'V7', outcome: 'register-on-site', code: '' }
  return { id: form.id, kind: 'registration', at, payload: JSON.stringify(form), state: 'waiting', summary }
}

type Readable = Pick<Store, 'page'>

const atOnce = 200

/** Every item of a kind and state, page by page, so that the whole queue is never in memory for it. */
export async function* everyItem(store: Readable, asked: Omit<PageAsked, 'count' | 'after'>) {
  let after: QueueItem | undefined
  do {
    const page = await store.page({ ...asked, after, count: atOnce })
    yield* page
    after = page.length < atOnce ? undefined : page.at(-1)
  } while (after !== undefined)
}

/** What was sent is listed for two days, then forgotten, and so is the line of a photograph that was refused; other refused and waiting items stay. */
export async function forgetOld(store: Readable & Pick<Store, 'drop'>, now: Instant): Promise<void> {
  const over: Omit<PageAsked, 'count'>[] = queueKinds.map((kind) => ({ kind, state: 'sent' }))
  for (const asked of [...over, { kind: 'photo', state: 'refused' } as const]) {
    const isOld = ({ at }: QueueItem) => at < now - 2 * day
    for (;;) {
      // Mostly nothing is old: one look at the oldest.
      const [oldest] = await store.page({ ...asked, count: 1 })
      if (oldest === undefined || !isOld(oldest)) break
      const old = (await store.page({ ...asked, count: atOnce })).filter(isOld)
      await store.drop(old.map(({ id }) => id))
    }
  }
}

/** Everything still on this phone, for the head's computer when the network stays away; photographs never become a file. */
export async function exportOutbox(store: Readable, terminal: string, now: Instant): Promise<string> {
  const items: QueueItem[] = []
  for (const kind of queueKinds.filter((each) => each !== 'photo'))
    for (const state of ['waiting', 'refused'] as const)
      for await (const item of everyItem(store, { kind, state })) items.push(item)
  return JSON.stringify({ terminal, exportedAt: beijingIso(now), items }, undefined, 2)
}
