import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import * as z from 'zod/mini'
import { beijingIso, hour, instant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { sameText } from '../same-text.ts'
import { demoPeople } from './people.ts'
import type { DemoHealth, DemoPerson } from './people.ts'

const asked = z.object({ persons: z.array(z.object({ document: z.string(), number: z.string() })) })
const people: readonly DemoPerson[] = Object.values(demoPeople)
const unknown = { nucleicAcid: null, healthCode: null, travelCard: null, listed: null }

/**
 * Plays the health authority (contract: ports/health-data-wire.ts) for the invented persons of the demonstration. It runs in a
 * process of its own, so that the server meets a real neighbour: it can be stopped, and everything goes on by hand.
 */
export function demoFeed(token: string, startedAt: Instant): Hono {
  const app = new Hono()
  app.post('/v1/persons', async (context) => {
    const given = context.req.header('authorization') ?? ''
    if (!sameText(given, `Bearer ${token}`)) return context.json({ error: 'token' }, 401)
    const read = asked.safeParse(await context.req.json().catch(() => null))
    if (!read.success) return context.json({ error: 'form' }, 400)
    return context.json({
      persons: read.data.persons.map(({ number }) => {
        const person = people.find((known) => known.number === number)
        return person === undefined ? unknown : said(person.health, startedAt)
      }),
    })
  })
  return app
}

function said(health: DemoHealth, startedAt: Instant) {
  const ago = (hours: number | undefined) => (hours === undefined ? null : beijingIso(plus(startedAt, -hours * hour)))
  return {
    nucleicAcid: {
      result: 'negative',
      sampledAt: ago(health.sampledHoursAgo),
      reportedAt: ago(health.reportedHoursAgo),
    },
    healthCode: health.healthCode,
    travelCard: health.travelCard,
    listed: health.listed ?? null,
  }
}

/** Serves it on this machine only; resolves once it listens. */
export function serveDemoFeed(port: number, token: string): Promise<{ close: () => Promise<void> }> {
  const app = demoFeed(token, instant(Date.now()))
  return new Promise((listening, failed) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () =>
      listening({ close: () => new Promise((closed) => server.close(() => closed())) }),
    )
    server.once('error', failed)
  })
}
