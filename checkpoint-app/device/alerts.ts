import type { Alert, Server } from './server.ts'
import { syncLoop, type LoopPorts } from './sync-loop.ts'
import type { SyncEnd } from './sync.ts'

type Ports = Pick<LoopPorts, 'random' | 'later'> & {
  readonly server: Server
  readonly changed: (alerts: readonly Alert[]) => void
}

/**
 * What this checkpoint must not overlook, asked for every half minute. Acknowledged here it is gone from the screen at once; the
 * server is told as soon as it can be reached.
 */
export function alertKeeper({ server, random, later, changed }: Ports) {
  let known: readonly Alert[] = []
  const unsent = new Set<string>()
  const show = () => changed(known.filter(({ id }) => !unsent.has(id)))

  async function send(): Promise<SyncEnd> {
    for (const id of unsent) {
      const reply = await server.alertSeen(id)
      if (!reply.ok && reply.trouble.kind !== 'refused') return { end: 'stopped', trouble: reply.trouble }
      known = known.filter((alert) => alert.id !== id)
      unsent.delete(id)
    }
    const reply = await server.alerts()
    if (!reply.ok) return { end: 'stopped', trouble: reply.trouble }
    known = reply.value
    show()
    return { end: 'done' }
  }

  const loop = syncLoop({ send, told: () => undefined, random, later })
  return {
    now: loop.now,
    stop: loop.stop,
    acknowledge: (id: string) => {
      unsent.add(id)
      show()
      void loop.now()
    },
  }
}
