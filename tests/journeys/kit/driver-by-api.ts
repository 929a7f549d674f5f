import { beijingIso, hour, instant, plus } from '../../../shared/instant.ts'
import type { Journey } from './driver.ts'
import type { Server } from './server.ts'

export type Registered = {
  trip: { id: string; number: string }
  key: string
  code: { state: string; token: string; qr: string }
}

/** A trip registered without the driver's page; `from` and `to` are codes of counties. `ahead`: of the server's clock, milliseconds. */
export async function registerByApi(
  server: Server,
  { plate, from, to, person, checkpoint }: Journey & { checkpoint?: string },
  ahead = 0,
): Promise<Registered> {
  const body = {
    id: crypto.randomUUID(),
    plate,
    from,
    via: [],
    to,
    eta: beijingIso(plus(instant(Date.now()), hour + ahead)),
    ...(checkpoint === undefined ? {} : { checkpoint }),
    cargo: '08',
    riskStay: null,
    plan: 'leave-at-once',
    commitment: true,
    crew: [{ role: 'driver', document: 'id-card', ...person }],
  }
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${server.origin}/api/trips`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (response.status !== 201) throw new Error(`register: ${response.status} ${await response.text()}`)
  return (await response.json()) as Registered
}

/** The pass of a registered trip, as the text of its QR. */
export async function passByApi(server: Server, { trip, key }: Registered): Promise<{ qr: string }> {
  const response = await fetch(`${server.origin}/api/trips/${trip.id}/pass`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ commitment: true }),
  })
  if (!response.ok) throw new Error(`pass: ${response.status} ${await response.text()}`)
  return (await response.json()) as { qr: string }
}
