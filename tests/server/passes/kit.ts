import {
  applyAsCompany,
  followApplication,
  listPassApplications,
  listPasses,
  passSheet,
} from '../../../schema/api/passes.ts'
import { sql } from '../../../server/store/db.ts'
import { companyForm } from '../../kit/specimens-passes.ts'
import { world } from '../../kit/world.ts'
import type { Send } from '../../kit/world.ts'

/** The city with a pass officer, and companies that apply. */
export async function passOffice() {
  const road = await world()
  const officer = await road.staff('pass-officer')
  const form = companyForm
  const tries = (more: object = {}) => road.anyone('POST', '/api/passes/applications', companyForm(more))
  const applies = async (more: object = {}) => (await tries(more)).as(applyAsCompany.answer)
  const follows = async ({ key, application: { id } }: Applied) =>
    (await road.anyone('POST', `/api/passes/applications/${id}/outcome`, { key })).as(followApplication.answer)
  const decides = (id: string, body: object, by: Send = officer.send) =>
    by('POST', `/api/passes/applications/${id}/decision`, body)
  const stands = (number: string, body: object, by: Send = officer.send) =>
    by('POST', `/api/passes/${number}/standing`, body)
  const sheet = async (number: string) => (await officer.send('GET', `/api/passes/${number}/sheet`)).as(passSheet)
  const waiting = async (query = '') =>
    (await officer.send('GET', `/api/passes/applications${query}`)).as(listPassApplications.answer)
  const passes = async (query: string) => (await officer.send('GET', `/api/passes?${query}`)).as(listPasses.answer)
  const logged = async (subject: string) =>
    (
      await road.db.all(
        sql.selectFrom('audit').select('action').where('subject', '=', subject).orderBy('seq').compile(),
      )
    ).map(({ action }) => action)
  const told = async (kind: string) =>
    (await road.db.all(sql.selectFrom('message').select('audience').where('kind', '=', kind).compile()))
      .map(({ audience }) => audience)
      .toSorted()
  return { ...road, officer, form, tries, applies, follows, decides, stands, sheet, waiting, passes, logged, told }
}
export type PassOffice = Awaited<ReturnType<typeof passOffice>>
type Applied = { key: string; application: { id: string } }

/** In one county: a person looks at it. */
export const flagged = { from: '410823' }
export const numberOf = ({ pass }: { pass: { number: string } | null }): string => pass?.number ?? ''
