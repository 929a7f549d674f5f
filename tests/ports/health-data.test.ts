import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { httpHealthData } from '../../server/ports/health-data-http.ts'
import { noHealthData } from '../../server/ports/health-data-none.ts'
import { serveDemoFeed } from '../../server/demo/feed.ts'
import { Fault } from '../../shared/fault.ts'
import { li, zhang } from '../kit/people.ts'

/** A real neighbour on a real socket that misbehaves as told, once for each entry. */
let script: ((response: ServerResponse, body: string) => void)[] = []
const seen: { authorization: string | undefined; url: string | undefined; body: string }[] = []
const server = createServer((request: IncomingMessage, response) => {
  let body = ''
  request.on('data', (chunk) => (body += String(chunk)))
  request.on('end', () => {
    seen.push({ authorization: request.headers.authorization, url: request.url, body })
    const act = script.shift() ?? status(500)
    act(response, body)
  })
})
let url = ''
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  script = []
  seen.length = 0
})

const says = (json: unknown) => (response: ServerResponse) => void response.end(JSON.stringify(json))
const status = (code: number) => (response: ServerResponse) => {
  response.statusCode = code
  response.end('{"secret":"not for the log"}')
}
const silence = () => undefined
const breaks = (response: ServerResponse) => void response.destroy()
const person = {
  nucleicAcid: { result: 'negative', reportedAt: '2022-05-16T08:00:00+08:00' },
  healthCode: 'green',
  travelCard: 'green',
  listed: null,
}
const nothing = { nucleicAcid: null, healthCode: null, travelCard: null, listed: null }

/** Short only where silence is waited out: a busy machine may answer late. */
const patience = { answers: 20_000, silence: 400 }
const port = (more: object = {}) =>
  httpHealthData({ url, token: 'the-token', timeout: patience.answers, backOff: [1, 1], ...more })
const portFor = (acts: readonly unknown[]) => port(acts.includes(silence) ? { timeout: patience.silence } : {})
const outcome = async (asked = port()) => {
  try {
    return await asked.factsOf([li])
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause
    expect(JSON.stringify([cause.message, cause.path])).not.toMatch(/李|3199|1300/)
    return `${cause.kind} ${cause.code} after ${seen.length}`
  }
}

describe('the health authority over HTTP', () => {
  it('is asked by document, number and name, with the token, and answers in order', async () => {
    script = [says({ persons: [person, { ...nothing, extra: 1 }] })]
    const facts = await port().factsOf([li, { ...zhang }])
    expect(facts).toEqual([
      { ...person, nucleicAcid: { result: 'negative', reportedAt: Date.parse('2022-05-16T08:00:00+08:00') } },
      nothing,
    ])
    expect(seen[0]).toMatchObject({ authorization: 'Bearer the-token', url: '/v1/persons' })
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      persons: [li, zhang].map(({ document, number, name }) => ({ document, number, name })),
    })
  })

  it.each([
    ['a 500, then an answer', [status(500), says({ persons: [person] })], 2],
    ['silence, then an answer', [silence, says({ persons: [{}] })], 2],
    ['a broken line, 503, then an answer', [breaks, status(503), says({ persons: [nothing] })], 3],
  ])('%s: it is tried again', async (_title, acts, tries) => {
    script = [...acts]
    expect([Array.isArray(await outcome(portFor(acts))), seen.length]).toEqual([true, tries])
  })

  it.each([
    ['three times 500', [status(500), status(502), status(503)], 3],
    ['three times silence', [silence, silence, silence], 3],
    ['401', [status(401)], 1],
    ['404', [status(404)], 1],
    ['a redirect', [status(302)], 1],
    ['garbage', [(response: ServerResponse) => void response.end('<html>')], 1],
    ['another form', [says({ people: [] })], 1],
    ['too few persons', [says({ persons: [] })], 1],
    ['an unknown colour', [says({ persons: [{ ...person, healthCode: 'blue' }] })], 1],
    [
      'a local time',
      [says({ persons: [{ ...person, nucleicAcid: { result: 'negative', reportedAt: '2022-05-16 08:00' } }] })],
      1,
    ],
  ])('%s: unavailable, and no truck waits for more', async (_title, acts, tries) => {
    script = [...acts]
    expect(await outcome(portFor(acts))).toBe(`unavailable HD-01 after ${tries}`)
  })

  it('nobody listens: unavailable', async () => {
    expect(await outcome(port({ url: 'http://127.0.0.1:1' }))).toBe('unavailable HD-01 after 0')
  })

  it('after five failures it rests half a minute, then tries once more', async () => {
    let clock = 0
    const resting = port({ clock: () => clock })
    script = Array.from({ length: 6 }, () => status(401))
    for (let n = 1; n <= 5; n += 1) await outcome(resting)
    expect(await outcome(resting)).toBe('unavailable HD-01 after 5')
    clock = 29_999
    expect(await outcome(resting)).toBe('unavailable HD-01 after 5')
    clock = 30_000
    script = [says({ persons: [person] })]
    expect(Array.isArray(await outcome(resting))).toBe(true)
    script = [status(401), says({ persons: [person] })]
    await outcome(resting)
    expect(Array.isArray(await outcome(resting))).toBe(true)
  })

  it('asks nobody about nobody', async () => {
    expect([await port().factsOf([]), seen.length]).toEqual([[], 0])
  })
})

it('without a neighbour everything is unknown', async () => {
  const none = noHealthData()
  expect([none.configured, await none.factsOf([li])]).toEqual([false, [nothing]])
})

it('the demonstration plays the authority by the same contract', async () => {
  const { port: free, close } = await freePort()
  await close()
  const feed = await serveDemoFeed(free, 'demo-token')
  const facts = await httpHealthData({ url: `http://127.0.0.1:${free}`, token: 'demo-token' }).factsOf([li, zhang])
  expect(facts).toMatchObject([
    { healthCode: 'green', travelCard: 'green-starred' },
    { healthCode: 'green', nucleicAcid: { result: 'negative' } },
  ])
  expect(await outcome(port({ url: `http://127.0.0.1:${free}`, token: 'wrong' }))).toBe('unavailable HD-01 after 0')
  await feed.close()
})

async function freePort() {
  const probe = createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const address = probe.address()
  const free = typeof address === 'object' ? (address?.port ?? 0) : 0
  return { port: free, close: () => new Promise<void>((closed) => probe.close(() => closed())) }
}
