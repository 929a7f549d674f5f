import { expect, it } from 'vitest'
import { applicants } from '../../../server/timers/applicants.ts'
import { sql } from '../../../server/store/db.ts'
import { flagged, passOffice } from './kit.ts'
import type { PassOffice } from './kit.ts'

const days = (n: number) => n * 24 * 60

async function peopleKept(office: PassOffice): Promise<number> {
  const rows = await office.db.all(
    sql.selectFrom('pass_application').select(['contact_sealed', 'phone_sealed', 'crew_sealed']).compile(),
  )
  return rows.flatMap((row) => Object.values(row)).filter((value) => value !== null).length
}

it('whom to call and who drives is forgotten thirty days after the pass has ended; the pass itself stays', async () => {
  const office = await passOffice()
  const applied = await office.applies()
  office.forward(days(40) - 1)
  await applicants.run(office.deps)
  expect(await peopleKept(office)).toBe(3)
  office.forward(1)
  await applicants.run(office.deps)
  expect(await peopleKept(office)).toBe(0)
  expect((await office.follows(applied)).pass).toMatchObject({ number: applied.pass!.number, state: 'expired' })
})

it('of one that was declined thirty days after, of one that waits not at all', async () => {
  const office = await passOffice()
  const { application } = await office.applies(flagged)
  office.forward(days(31))
  await applicants.run(office.deps)
  expect(await peopleKept(office)).toBe(3)
  const officer = await office.staff('pass-officer')
  await office.decides(application.id, { decision: 'decline', reason: 'route-wrong' }, officer.send)
  await applicants.run(office.deps)
  expect(await peopleKept(office)).toBe(0)
})
