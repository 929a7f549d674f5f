import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beijingIso, hour, instant, plus } from '../../../shared/instant.ts'

/** What the authority says of a person: its contract stands in server/ports/health-data-wire.ts. */
export type Health = { nucleicAcid: object | null; healthCode: string | null; travelCard: string | null }

/** Green, green, and a negative result reported so many hours ago. */
export const inOrder = (hoursAgo = 6): Health => {
  const ago = (hours: number) => beijingIso(plus(instant(Date.now()), -hours * hour))
  return {
    nucleicAcid: { result: 'negative', sampledAt: ago(hoursAgo + 4), reportedAt: ago(hoursAgo) },
    healthCode: 'green',
    travelCard: 'green',
  }
}

const token = 'journey'

/** A health authority on this machine that knows the people it is given, by the number of their document. */
export async function startHealthAuthority(people: Record<string, Health>) {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const known = request.headers.authorization === `Bearer ${token}` && request.url === '/v1/persons'
      const asked = known ? (JSON.parse(body) as { persons: { number: string }[] }).persons : []
      response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ persons: asked.map(({ number }) => people[number] ?? {}) }))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    env: { CHANGXING_HEALTH_DATA_URL: `http://127.0.0.1:${port}`, CHANGXING_HEALTH_DATA_TOKEN: token },
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
