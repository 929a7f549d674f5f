import { setTimeout as wait } from 'node:timers/promises'
import { startPhone, type Phone } from './browser.ts'
import { issuerOf } from './codes.ts'
import { cutLine, type CutLine } from './cut-line.ts'
import { driveFast, hearNotes, inOrder, type Note, type Truck } from './fast-driver.ts'
import { enrolByLink } from './inspector.ts'
import { manyCodes } from './many-codes.ts'
import { officeByApi } from './office-by-api.ts'
import { inspectionRows } from './records.ts'
import { seededRandom } from './seeded-random.ts'
import { startServer, type Server } from './server.ts'

export type KillPlan = { records: number; kills: number; seed: number; say?: (line: string) => void }
export type KillReport = {
  records: number
  kills: number
  /** Kills while there was a network, so in the middle of sending. */
  whileOnline: number
  /** Inspections whose screen said that they are recorded. */
  said: number
  /** … of them on the server. */
  found: number
  lost: readonly string[]
  twice: readonly string[]
  /** Recorded on the server although the browser was killed before the screen said so. */
  unsaid: number
  /** Milliseconds from the gun's first key to "recorded", and of it from the verdict to "recorded". */
  ms: readonly number[]
  writeMs: readonly number[]
  stuck: readonly string[]
  seconds: number
}

/** A shift without a network in a browser that is killed again and again, and what the server has of it in the end. */
export async function killRun({ records, kills, seed, say = () => {} }: KillPlan): Promise<KillReport> {
  const started = Date.now()
  const booth = await openBooth(records + kills)
  const random = seededRandom(seed)
  const heard = listening()
  const moments = Array.from({ length: kills }, () => Math.ceil(random() * records)).toSorted((a, b) => a - b)
  let whileOnline = 0
  try {
    for (const [index, moment] of moments.entries()) {
      const online = random() < 0.3
      whileOnline += online ? 1 : 0
      await untilKilled(booth, heard, { moment, online, delayMs: Math.floor(random() * 200) })
      say(`kill ${index + 1} of ${kills}: ${heard.said.size} said recorded${online ? ', while sending' : ''}`)
    }
    await untilSent(booth, heard, records)
    return {
      ...(await counted(booth.server, heard)),
      records,
      kills,
      whileOnline,
      seconds: (Date.now() - started) / 1000,
    }
  } finally {
    await booth.close()
  }
}

type Heard = ReturnType<typeof listening>

function listening() {
  const said = new Map<string, Extract<Note, { recorded: string }>>()
  const stuck: string[] = []
  let begun = -1
  return {
    said,
    stuck,
    next: () => begun + 1,
    hear(note: Note) {
      if ('begun' in note) begun = note.begun
      else if ('recorded' in note) said.set(note.recorded, note)
      else stuck.push(`${note.stuck}: ${note.text}`)
    },
  }
}

async function openBooth(codes: number) {
  const env: Record<string, string> = { CHANGXING_LOG: 'problems' }
  const server = await startServer(env)
  const line = await cutLine(Number(new URL(server.origin).port))
  // From the next start on: links and pages name the near end of the line.
  env['CHANGXING_ORIGIN'] = line.origin
  const signer = await issuerOf(server)
  const office = await officeByApi(server)
  const phone = await startPhone({ camera: 'absent' })
  await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  await phone.close()
  const trucks = await manyCodes(signer, codes)
  const close = async () => {
    await line.close()
    await server.remove()
  }
  return { server, line, profile: phone.profile, trucks, close }
}

type Booth = { server: Server; line: CutLine; profile: string; trucks: Truck[] }

/** Ready for the gun; the driver's notes are heard. */
async function opened({ line, profile }: Booth, heard: Heard): Promise<Phone> {
  const phone = await startPhone({ camera: 'absent', profile })
  await hearNotes(phone.page, (note) => heard.hear(note))
  await phone.page.goto(`${line.origin}/checkpoint/`)
  try {
    await phone.page.getByRole('heading', { name: '扫货畅码' }).waitFor({ state: 'attached' })
  } catch (cause) {
    const seen = await phone.page.locator('body').innerText()
    await phone.kill()
    throw new Error(`the booth did not open; it shows: ${seen}`, { cause })
  }
  return phone
}

type Killing = { moment: number; online: boolean; delayMs: number }

/** So many records in all, then a moment more, then SIGKILL to every process of the browser. */
async function untilKilled(booth: Booth, heard: Heard, { moment, online, delayMs }: Killing): Promise<void> {
  if (online) booth.line.mend()
  else booth.line.cut()
  const phone = await opened(booth, heard)
  const stuckBefore = heard.stuck.length
  const driving = driveFast(phone.page, { trucks: booth.trucks, from: heard.next(), answers: inOrder }).catch(() => {})
  while (heard.said.size < moment && heard.stuck.length === stuckBefore) await wait(5)
  await wait(delayMs)
  await phone.kill()
  await driving
}

async function untilSent(booth: Booth, heard: Heard, records: number): Promise<void> {
  booth.line.cut()
  const phone = await opened(booth, heard)
  const left = records - heard.said.size
  const from = heard.next()
  const trucks = booth.trucks.slice(0, from + Math.max(0, left))
  await driveFast(phone.page, { trucks, from, answers: inOrder })
  booth.line.mend()
  await phone.page.getByText('0待传').waitFor({ timeout: 120_000 })
  await phone.forget()
}

async function counted(server: Server, { said, stuck }: Heard) {
  const rows = await inspectionRows(server)
  const times = new Map<string, number>()
  for (const { plate } of rows) times.set(plate, (times.get(plate) ?? 0) + 1)
  const notes = [...said.values()]
  const lost = notes.filter(({ recorded }) => !times.has(recorded)).map(({ recorded }) => recorded)
  return {
    said: said.size,
    found: said.size - lost.length,
    lost,
    twice: [...times].filter(([, count]) => count > 1).map(([plate]) => plate),
    unsaid: [...times.keys()].filter((plate) => !said.has(plate)).length,
    ms: notes.map(({ ms }) => ms),
    writeMs: notes.map(({ writeMs }) => writeMs),
    stuck,
  }
}
