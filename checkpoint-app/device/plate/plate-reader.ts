import type { Pack, PackProblem } from './pack.ts'
import type { PlateAnswer, PlateTask } from './plate-worker.ts'
import type { PlateReading } from './read-plate.ts'

/** `asleep`: nothing was loaded yet. `loading`: from the server or the phone. `starting`: all is there, the engine starts. */
export type ReaderState =
  | { readonly is: 'asleep' }
  | { readonly is: 'loading'; readonly share: number }
  | { readonly is: 'starting' }
  | { readonly is: 'ready'; readonly kept: boolean }
  | { readonly is: 'problem'; readonly why: PackProblem }

export type PlateReader = {
  readonly state: () => ReaderState
  readonly subscribe: (listener: () => void) => () => void
  /** Loads and starts, or tries again; nothing happens where it runs. */
  readonly wake: (pack: Pack) => void
  /** Reads one picture of the guide box. Takes nothing else: see readPlate. */
  readonly read: (guide: ImageBitmap) => Promise<PlateReading | undefined>
}

type Waiting = { resolve: (reading: PlateReading | undefined) => void; reject: (problem: Error) => void }

/** The reader in a worker of its own: half a second of reckoning would freeze the picture. */
export function openPlateReader(): PlateReader {
  const listeners = new Set<() => void>()
  const waiting = new Map<number, Waiting>()
  let state: ReaderState = { is: 'asleep' }
  let worker: Worker | undefined
  let last = 0

  function become(next: ReaderState) {
    state = next
    for (const listener of listeners) listener()
  }

  function hear(answer: PlateAnswer) {
    if (answer.type === 'loading')
      return become(answer.share < 1 ? { is: 'loading', share: answer.share } : { is: 'starting' })
    if (answer.type === 'ready') return become({ is: 'ready', kept: answer.kept })
    if (answer.type === 'problem') return become({ is: 'problem', why: answer.why })
    const task = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.type === 'read') task?.resolve(answer.reading)
    else task?.reject(new Error(answer.why))
  }

  /** The worker itself did not come, or it fell over: told like a line that broke, and begun anew at the next try. */
  function fall(event: ErrorEvent) {
    worker?.terminate()
    worker = undefined
    for (const task of waiting.values()) task.reject(new Error(event.message || 'the reader did not start'))
    waiting.clear()
    become({ is: 'problem', why: navigator.onLine ? 'broken-off' : 'offline' })
  }

  function hire(): Worker {
    const hired = new Worker(new URL('./plate-worker.ts', import.meta.url), { type: 'module' })
    hired.addEventListener('message', ({ data }: MessageEvent<PlateAnswer>) => hear(data))
    hired.addEventListener('error', fall)
    return hired
  }

  const tell = (task: PlateTask, given: Transferable[] = []) => worker?.postMessage(task, given)

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    wake: (pack) => {
      if (state.is !== 'asleep' && state.is !== 'problem') return
      worker ??= hire()
      become({ is: 'loading', share: 0 })
      tell({ type: 'start', pack })
    },
    read: (guide) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        tell({ type: 'read', id, guide }, [guide])
      }),
  }
}
