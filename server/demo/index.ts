import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { registerTrip as contract } from '../../schema/api/trips.ts'
import { beijingIso, day, hour, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { hashPassword } from '../password.ts'
import { addCheckpointRow, everyCheckpoint } from '../store/checkpoints.ts'
import { setPlace } from '../store/leads.ts'
import { addSecret } from '../store/once.ts'
import { addStaffRow } from '../store/staff.ts'
import type { StaffRow } from '../store/staff.ts'
import { secretTag } from '../usecases/enrol.ts'
import { newId } from '../usecases/new-id.ts'
import { applyForPass } from '../usecases/passes.ts'
import { registerTrip } from '../usecases/register-trip.ts'
import { addDemoAppeals } from './appeals.ts'
import { addDemoCases } from './cases.ts'
import { addDemoCodes } from './codes.ts'
import { addDemoEditions } from './editions.ts'
import { demoSecret } from './enrolments.ts'
import { addDemoLeads } from './leads.ts'
import { addDemoLists } from './lists.ts'
import { addDemoPasses } from './passes.ts'
import { addDemoPassages } from './passages.ts'
import { demoPeople } from './people.ts'
import { demoCheckpoints, demoCoordinates, demoPassword, demoStaff } from './places.ts'
import { addDemoRiskAreas } from './risk-areas.ts'
import { addDemoShifts } from './shifts.ts'
import { addDemoSites } from './sites.ts'
import { addDemoTrackings } from './trackings.ts'
import { demoTrucks } from './trucks.ts'
import type { DemoTruck } from './trucks.ts'

/**
 * Fills an empty database with the demonstration: checkpoints, staff, trucks on their way, times counted from now. Everything in
 * it is invented. Answers the lines to print; a database that holds checkpoints already is left as it is.
 */
export async function loadDemo(deps: Deps): Promise<string[]> {
  const { lines, fresh } = await beginDemo(deps)
  if (fresh) await loadDesks(deps)
  return lines
}

/** What nobody can do without: checkpoints, those who sign in, and trucks. `fresh`: there was nothing before. */
export async function beginDemo(deps: Deps): Promise<{ lines: string[]; fresh: boolean }> {
  const fresh = (await deps.db.all(everyCheckpoint())).length === 0
  if (fresh) {
    await deps.db.commit([
      ...demoCheckpoints.map(addCheckpointRow),
      ...demoCoordinates.map(({ id, lat, lon }) => setPlace(id, { lat, lon })),
    ])
    await addDemoStaff(deps)
    await addDemoSites(deps)
    for (const truck of demoTrucks.filter(({ registered }) => registered)) await setOut(deps, truck)
  }
  return { lines: linesOf(deps), fresh }
}

/** What lies on the desks of the office. */
export async function loadDesks(deps: Deps): Promise<void> {
  await addDemoLists(deps)
  await addDemoRiskAreas(deps)
  await addDemoCodes(deps)
  await addDemoTrackings(deps)
  await addDemoAppeals(deps)
  await addDemoPasses(deps)
  await addDemoPassages(deps)
  await addDemoLeads(deps)
  await addDemoShifts(deps)
  await addDemoCases(deps)
  await addDemoEditions(deps)
}

async function addDemoStaff(deps: Deps): Promise<void> {
  const hash = await hashPassword(demoPassword, deps.random(16))
  const rows = demoStaff.map((person): StaffRow => {
    const { login, name, role, checkpoint } = person
    const times = { created_at: deps.now(), disabled_at: null }
    return { id: newId(deps), login, name, role, checkpoint_id: checkpoint, password_hash: hash, ...times }
  })
  const links = rows.filter((row) => row.role === 'inspector').map((row) => enrolmentOf(deps, row))
  await deps.db.commit([...rows.map(addStaffRow), ...(await Promise.all(links))])
}

/** Longer than a real one lives, so that nobody has to hurry. */
async function enrolmentOf(deps: Deps, row: StaffRow) {
  return addSecret({
    secret_tag: await secretTag(deps, await demoSecret(deps, row.login)),
    purpose: 'enrolment',
    staff_id: row.id,
    checkpoint_id: row.checkpoint_id,
    lane: row.login === 'inspector2' ? 2 : 1,
    expires_at: plus(deps.now(), 7 * day),
  })
}

async function setOut(deps: Deps, truck: DemoTruck): Promise<void> {
  const { trip } = await registerTrip(deps, { kind: 'anyone' }, formOf(deps, truck))
  if (truck.pass) await applyForPass(deps, { kind: 'driver', trip: trip.id }, trip.id)
}

function formOf(deps: Deps, truck: DemoTruck): BodyOf<typeof contract> {
  return {
    id: newId(deps),
    plate: truck.plate,
    from: truck.from,
    via: [],
    to: truck.to,
    checkpoint: truck.checkpoint,
    eta: beijingIso(plus(deps.now(), truck.arrivesIn * hour)),
    cargo: truck.cargo,
    cargoName: truck.cargoName,
    consignee: truck.consignee,
    riskStay: false,
    plan: 'leave-at-once',
    commitment: true,
    crew: truck.crew.map((key, seat) => {
      const { name, number, phone } = demoPeople[key]
      return { role: seat === 0 ? 'driver' : 'escort', name, document: 'id-card', number, phone }
    }),
  }
}

function linesOf(deps: Deps): string[] {
  const logins = demoStaff.map(({ login, role }) => `${login} (${role})`).join(' · ')
  return [
    '演示数据，全部虚构 / Demonstration: everything is invented',
    `  演示页（车辆、二维码、绑定链接）/ trucks, QR codes, enrolment links:  ${deps.origin}/demo/`,
    `  登录 / sign in at ${deps.origin}/office/ :  ${logins}`,
    `  密码（仅演示）/ password (demonstration only):  ${demoPassword}`,
  ]
}
