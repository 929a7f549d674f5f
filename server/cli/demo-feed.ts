import { parseArgs } from 'node:util'
import { serveDemoFeed } from '../demo/feed.ts'
import { Usage } from '../usage.ts'

/** `changxing demo-feed --port N`, token in CHANGXING_HEALTH_DATA_TOKEN. Ends when the server that started it does. */
export async function demoFeedCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { port: { type: 'string', default: '8788' } } })
  const token = process.env['CHANGXING_HEALTH_DATA_TOKEN']
  if (token === undefined || token === '') throw new Usage('CHANGXING_HEALTH_DATA_TOKEN is missing')
  const feed = await serveDemoFeed(Number(values.port), token)
  process.send?.('ready')
  await new Promise<void>((ended) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(signal, () => ended())
  })
  await feed.close()
  // An open channel would keep both processes waiting for each other.
  if (process.connected) process.disconnect()
  return 0
}
