import { base64url } from 'jose'
import { beijingIso, type Instant } from '../../shared/instant.ts'
import type { Sendable } from './sync.ts'
import type { EvidenceForm, Server, Trouble } from './server.ts'
import type { QueueItem, Store } from './store.ts'

/** More than these do not wait on one phone (3 MB): the room is the inspections'. */
export const photosWaitingAtMost = 20

export type PhotoKept = 'kept' | 'full' | 'enough'
type Photo = { id: string; inspection: string; plate: string; at: Instant; jpeg: Uint8Array }

const waiting = { kind: 'photo', state: 'waiting' } as const

/** Keeps a photograph of a credential beside its inspection, which is kept already and stays so whatever becomes of this. */
export async function keepPhoto(
  store: Pick<Store, 'page' | 'put'>,
  { id, inspection, plate, at, jpeg }: Photo,
): Promise<PhotoKept> {
  const others = await store.page({ ...waiting, count: photosWaitingAtMost })
  if (others.length >= photosWaitingAtMost) return 'enough'
  const form: EvidenceForm = { id, inspection, takenAt: beijingIso(at), jpeg: base64url.encode(jpeg) }
  const summary = { plate, row: 'M7', outcome: 'photo', code: '' }
  try {
    await store.put([{ id, kind: 'photo', at, payload: JSON.stringify(form), state: 'waiting', summary }])
  } catch {
    return 'full'
  }
  return 'kept'
}

/** After the inspections. One that was taken in is gone from this phone; one that never will be leaves only a line. */
export async function sendPhotos(store: Sendable, server: Pick<Server, 'evidence'>): Promise<Trouble | undefined> {
  let [item] = await store.page({ ...waiting, count: 1 })
  while (item !== undefined) {
    const trouble = await sendPhoto(store, server, item)
    if (trouble !== undefined) return trouble
    ;[item] = await store.page({ ...waiting, after: item, count: 1 })
  }
  return undefined
}

async function sendPhoto(
  store: Sendable,
  server: Pick<Server, 'evidence'>,
  item: QueueItem,
): Promise<Trouble | undefined> {
  const form: EvidenceForm = JSON.parse(item.payload)
  const inspection = await store.item(form.inspection)
  if (inspection?.state === 'waiting') return undefined
  const reply = await server.evidence(form)
  if (reply.ok) await store.drop([item.id])
  else if (reply.trouble.kind === 'refused') await store.put([without(item, reply.trouble)])
  else if (reply.trouble.kind === 'too-large') await store.put([without(item, { code: 'too-large', message: '' })])
  else return reply.trouble
  return undefined
}

const without = (item: QueueItem, { code, message }: { code: string; message: string }): QueueItem => ({
  ...item,
  payload: '',
  state: 'refused',
  problem: { code, message },
})
