import { base64url } from 'jose'
import { beijingIso, type Instant } from '../../shared/instant.ts'
import type { EvidenceForm, Server, Trouble } from './server.ts'
import type { QueueItem, Store } from './store.ts'

/** More than these do not wait on one phone (3 MB): the room is the inspections'. */
export const photosWaitingAtMost = 20

export type PhotoKept = 'kept' | 'full' | 'enough'
type Photo = { id: string; inspection: string; plate: string; at: Instant; jpeg: Uint8Array }

const isPhoto = ({ kind }: QueueItem) => kind === 'photo'

/** Keeps a photograph of a credential beside its inspection, which is on the disk already and stays there whatever becomes of this. */
export async function keepPhoto(store: Store, { id, inspection, plate, at, jpeg }: Photo): Promise<PhotoKept> {
  const waiting = (await store.queued()).filter((item) => isPhoto(item) && item.state === 'waiting')
  if (waiting.length >= photosWaitingAtMost) return 'enough'
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
export async function sendPhotos(store: Store, server: Server): Promise<Trouble | undefined> {
  const items = await store.queued()
  const states = new Map(items.map(({ id, state }) => [id, state]))
  for (const item of items.filter((one) => isPhoto(one) && one.state === 'waiting')) {
    const form: EvidenceForm = JSON.parse(item.payload)
    if (states.get(form.inspection) === 'waiting') continue
    const reply = await server.evidence(form)
    if (reply.ok) await store.drop([item.id])
    else if (reply.trouble.kind === 'refused') await store.put([without(item, reply.trouble)])
    else if (reply.trouble.kind === 'too-large') await store.put([without(item, { code: 'too-large', message: '' })])
    else return reply.trouble
  }
  return undefined
}

const without = (item: QueueItem, { code, message }: { code: string; message: string }): QueueItem => ({
  ...item,
  payload: '',
  state: 'refused',
  problem: { code, message },
})
