import { parseEnvelope } from '../../shared/sync/envelope.ts'
import { readSealed } from '../../shared/sync/sealed-envelope.ts'
import type { Reply, Server, Trouble, UploadAnswer } from '../../checkpoint-app/device/server.ts'

export type Behaviour = {
  /** Called for each upload; a trouble is what the phone sees instead of the answer. */
  upload?: (items: readonly string[], call: number) => Trouble | undefined
  /** The answer is lost on the way back although the server recorded everything. */
  loseAnswer?: (call: number) => boolean
  refuse?: readonly string[]
  /** Judged otherwise by the server. */
  differ?: readonly string[]
  register?: () => Trouble | undefined
}

/** A server that records each id once, as the real one does. */
export function serverThat({ upload, loseAnswer, refuse = [], differ = [], register }: Behaviour = {}) {
  const recorded: string[] = []
  const calls: string[] = []
  let call = 0
  const one = (payload: string): UploadAnswer['results'][number] => {
    const id = payload.startsWith('jws-') ? payload.slice(4) : parseEnvelope(readSealed(payload).json).id
    const base = { id, row: 'V8', agrees: !differ.includes(id), error: null }
    if (refuse.includes(id))
      return { id, status: 'refused', row: null, agrees: null, error: { code: 'RC-01', message: 'bad' } }
    if (recorded.includes(id)) return { ...base, status: 'already' }
    recorded.push(id)
    return { ...base, status: 'recorded' }
  }
  const unused = () => Promise.reject(new Error('not called here'))
  const server: Server = {
    bind: unused,
    publicKeys: unused,
    bundle: unused,
    plate: unused,
    number: unused,
    appeals: unused,
    appeal: unused,
    report: unused,
    pushKey: unused,
    pushAdd: unused,
    pushRemove: unused,
    alerts: unused,
    alertSeen: unused,
    evidence: unused,
    reportQueue: unused,
    shiftEvents: unused,
    shiftBefore: unused,
    async inspections(items): Promise<Reply<UploadAnswer>> {
      call += 1
      calls.push(`inspections ${items.length}`)
      const trouble = upload?.(items, call)
      if (trouble !== undefined) return { ok: false, trouble }
      const results = items.map(one)
      return loseAnswer?.(call) ? { ok: false, trouble: { kind: 'offline' } } : { ok: true, value: { results } }
    },
    async register() {
      calls.push('register')
      const trouble = register?.()
      return trouble === undefined ? { ok: true, value: {} } : { ok: false, trouble }
    },
  }
  return { server, recorded, calls }
}
