import type { Context } from 'hono'

/** Bytes that may wait for a client that does not read; more than the largest board has. */
const most = 8_000_000
const encoder = new TextEncoder()

type Source = {
  begin: (write: (text: string) => boolean, end: () => void) => Promise<void>
  stop: () => void
}

/**
 * Server-sent events. No header speaks of the connection itself: over HTTP/2 there is none to speak of. The source ends when the asker
 * goes, and whoever does not read is let go.
 */
export function eventStream(context: Context, source: Source): Response {
  let over = false
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string) => {
          if (over || (controller.desiredSize ?? 0) <= 0) return false
          controller.enqueue(encoder.encode(text))
          return true
        }
        const end = () => {
          if (over) return
          over = true
          controller.close()
        }
        // Proxies and browsers know by the first bytes that it has begun.
        write('retry: 2000\n\n')
        void source.begin(write, end)
      },
      cancel() {
        over = true
        source.stop()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: most }),
  )
  return context.body(body, 200, {
    'Content-Type': 'text/event-stream; charset=UTF-8',
    'X-Accel-Buffering': 'no',
  })
}
