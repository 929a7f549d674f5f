import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { beijingIso, instant } from '../../shared/instant.ts'
import { envelopeOf, newPhone, sealed, terminalProof } from '../kit/phone.ts'
import type { Bound, Phone } from '../kit/phone.ts'
import { officeByApi } from '../journeys/kit/office-by-api.ts'
import { startServer } from '../journeys/kit/server.ts'
import type { Server } from '../journeys/kit/server.ts'
import { inTurn } from './measure.ts'
import type { Line } from './measure.ts'

const queued = 1000
/** As many in one request as the phone sends. */
const batch = 100
const rounds = 5

/** A phone that was offline for a shift sends what it has: signed records, HTTP, SQLite file with synchronous=FULL. */
export async function benchUpload(): Promise<Line[]> {
  const server = await startServer({ CHANGXING_LOG: 'problems' })
  const hello = await startHello()
  try {
    const office = await officeByApi(server)
    const terminal = await bind(server, await office.enrolmentLink('inspector'))
    const shifts = await Promise.all(Array.from({ length: rounds + 1 }, () => shift(terminal)))
    const bodies = shifts[0]!
    const times = await inTurn(rounds, {
      ours: () => upload(server, terminal, shifts.pop()!),
      hello: () => sendHello(hello.url, bodies),
    })
    const raw = bareInserts(`${server.data}/changxing.db`)
    const ours = times.ours
    const requests = `the same ${queued / batch} requests to a server that answers hello`
    const inserts = 'bare inserts of the same rows, one transaction, FULL'
    return [
      {
        name: `upload of ${queued} queued inspections`,
        ours,
        limit: { name: requests, samples: times.hello },
        count: 1,
      },
      { name: '… of it: one inspection', ours, limit: { name: inserts, samples: raw }, count: queued },
    ]
  } finally {
    hello.stop()
    await server.remove()
  }
}

type Terminal = { phone: Phone; bound: Bound }

async function bind(server: Server, link: string): Promise<Terminal> {
  const phone = await newPhone()
  const body = JSON.stringify({ secret: link.split('#enrol=')[1], key: phone.publicKey, device: 'bench' })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${server.origin}/api/terminals`, { method: 'POST', headers, body })
  if (response.status !== 201) throw new Error(await response.text())
  return { phone, bound: (await response.json()) as Bound }
}

/** The bodies of one shift's uploads. */
async function shift({ phone, bound }: Terminal): Promise<string[]> {
  const items: string[] = []
  for (let i = 0; i < queued; i++) {
    const driver = { role: 'driver', temperatures: [36.5], healthCode: 'green', travelCard: 'green', riskStay: false }
    const facts = {
      trip: { scope: 'cross-province', registered: true },
      vehicle: { plate: `沪D${String(i).padStart(5, '0')}`, freight: true },
      freightCode: 'grey',
      crew: [
        {
          ...driver,
          nucleicAcid:
            i % 3 === 0 ? null : { result: 'negative', reportedAt: beijingIso(instant(Date.now() - 3_600_000)) },
        },
      ],
      offline: true,
    }
    const madeAt = beijingIso(instant(Date.now() - 60_000))
    items.push(await sealed(phone, envelopeOf(bound, { facts, madeAt, offline: true })))
  }
  const batches = Array.from({ length: queued / batch }, (_, at) => items.slice(at * batch, (at + 1) * batch))
  return batches.map((items) => JSON.stringify({ items }))
}

async function upload(server: Server, { phone, bound }: Terminal, bodies: readonly string[]): Promise<void> {
  const path = '/api/inspections'
  for (const body of bodies) {
    const proof = await terminalProof(phone, bound.terminal, { method: 'POST', path, now: Date.now() })
    const headers = { 'content-type': 'application/json', authorization: proof }
    const response = await fetch(`${server.origin}${path}`, { method: 'POST', headers, body })
    const { results } = (await response.json()) as { results: { status: string }[] }
    const bad = results.find(({ status }) => status !== 'recorded')
    if (bad !== undefined) throw new Error(`not recorded: ${JSON.stringify(bad)}`)
  }
}

/** A server of node alone, in a process of its own, that takes a body and says hello. */
async function startHello() {
  const script = `require('node:http').createServer((q, r) => q.resume().on('end', () => r.end('hello')))
    .listen(0, '127.0.0.1', function () { console.log(this.address().port) })`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<string>((told) =>
    child.stdout.once('data', (data: Buffer) => told(String(data).trim())),
  )
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.kill() }
}

async function sendHello(url: string, bodies: readonly string[]): Promise<void> {
  for (const body of bodies) await (await fetch(url, { method: 'POST', body })).text()
}

/** Milliseconds for the rows of one shift, written to tables of the same form with nothing around them. */
function bareInserts(written: string): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'changxing-raw-'))
  const file = new SqliteFile(join(folder, 'raw.db'))
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = OFF')
  file.exec(`attach '${written}' as theirs`)
  file.exec(`create temp table shift as select id from theirs.inspection order by received_at, id limit ${queued}`)
  const inserts = tables.flatMap(({ name, of }) => {
    const forms = file.prepare<[string], { sql: string }>(
      "select sql from theirs.sqlite_master where tbl_name = ? and sql is not null and type in ('table', 'index')",
    )
    for (const { sql } of forms.all(name)) file.exec(sql)
    const rows = file.prepare<[], object>(`select * from theirs.${name} where ${of} in (select id from shift)`).all()
    const columns = Object.keys(rows[0] ?? { [of]: '' })
    const insert = file.prepare(
      `insert into main.${name} (${columns.join()}) values (${columns.map((column) => `@${column}`).join()})`,
    )
    return rows.map((row) => () => insert.run(row))
  })
  const all = file.transaction(() => {
    for (const insert of inserts) insert()
  })
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    all()
    const took = performance.now() - start
    for (const { name } of tables) file.exec(`delete from main.${name}`)
    return took
  })
  file.close()
  rmSync(folder, { recursive: true, force: true })
  return times
}

const tables = [
  { name: 'inspection', of: 'id' },
  { name: 'code_event', of: 'inspection_id' },
  { name: 'task', of: 'inspection_id' },
]
