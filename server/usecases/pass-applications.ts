import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { applyAsCompany as applyContract, followApplication as followContract } from '../../schema/api/passes.ts'
import { Fault } from '../../shared/fault.ts'
import { normaliseCompanyCode, parseCompanyCode } from '../../shared/identity/company-code.ts'
import { parseName } from '../../shared/identity/name.ts'
import { parsePhone } from '../../shared/identity/phone.ts'
import { parsePlate } from '../../shared/identity/plate.ts'
import { comesFirst, departmentFor } from '../../shared/passes/departments.ts'
import type { Deps } from '../deps.ts'
import { Taken } from '../store/db.ts'
import { addApplication, applicationById } from '../store/pass-applications.ts'
import type { ApplicationRow } from '../store/pass-applications.ts'
import { chainOf, passOfApplication } from '../store/pass-lists.ts'
import type { ListedPass } from '../store/pass-lists.ts'
import { applicationKeyOf, opensApplication } from '../trip-key.ts'
import { formHash } from './form-hash.ts'
import { outcomeOf } from './pass-application-view.ts'
import { checkApplication } from './passes-check.ts'
import { sealCrew } from './passes-crew.ts'
import { issuePass } from './passes-issue.ts'
import { tellWaitingPass } from './passes-tell.ts'
import { decidedAtOnce } from './passes.ts'
import { must } from './read-notes.ts'
import { knownRegion } from './trip-fields.ts'

type Form = BodyOf<typeof applyContract>
type Answer = AnswerOf<typeof applyContract>

/** On what a limit is counted. */
export const applyTarget = ({ companyCode }: Form): string => normaliseCompanyCode(companyCode)

/**
 * A shipper or consignee applies (henan-16#8, R58, R59, R65). The id is the caller's, so the same form sent again gets the same
 * answer; another form under that id is 409 PA-03.
 */
export async function applyAsCompany(deps: Deps, form: Form): Promise<Answer> {
  const hash = await formHash(deps.vault, form)
  const before = await sameApplication(deps, form.id, hash)
  if (before !== undefined) return answered(deps, before)
  const read = readForm(form)
  const old = form.replaces === undefined ? undefined : await replaced(deps, form.replaces)
  const flags = await checkApplication(deps, {
    applicant: form.applicant,
    company: read.company_code,
    plate: read.plate,
    from: read.from_region,
    to: read.to_region,
    replaces: old,
  })
  const row = { ...(await rowOf(deps, form, read, flags)), replaces: old?.number ?? null, form_hash: hash }
  try {
    await keep(deps, row, old)
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
    const first = await sameApplication(deps, form.id, hash)
    if (first === undefined) throw new Fault('conflict', 'PA-07', 'the earlier pass was replaced meanwhile', { cause })
    return answered(deps, first)
  }
  return answered(deps, row)
}

/** @throws Fault not-found PA-04, alike for an id that is not there and a key that does not fit */
export async function followApplication(
  deps: Deps,
  { id, key }: { id: string; key: string },
): Promise<AnswerOf<typeof followContract>> {
  const [row] = await deps.db.all(applicationById(id))
  if (!(await opensApplication(deps, id, key)) || row === undefined || row.trip_id !== null)
    throw new Fault('not-found', 'PA-04', 'there is no such application')
  return outcomeOf(deps, row)
}

const answered = async (deps: Deps, row: ApplicationRow): Promise<Answer> => ({
  key: await applicationKeyOf(deps, row.id),
  ...(await outcomeOf(deps, row)),
})

async function sameApplication(deps: Deps, id: string, hash: string): Promise<ApplicationRow | undefined> {
  const [row] = await deps.db.all(applicationById(id))
  if (row !== undefined && row.form_hash !== hash)
    throw new Fault('conflict', 'PA-03', 'another application was sent under this id', { path: 'id' })
  return row
}

const readForm = (form: Form) => ({
  company_code: must(parseCompanyCode(form.companyCode), 'companyCode'),
  contact: must(parseName(form.contact), 'contact'),
  phone: must(parsePhone(form.phone), 'phone'),
  plate: must(parsePlate(form.plate), 'plate'),
  from_region: knownRegion(form.from, 'from'),
  to_region: knownRegion(form.to, 'to'),
  crew: form.crew.map(({ name, idTail }, seat) => ({
    name: must(parseName(name), `crew.${seat}.name`),
    idTail: idTail?.toUpperCase() ?? null,
  })),
})

/** The pass at the end of what that application began. @throws Fault bad-input PA-05, conflict PA-06 PA-07 */
async function replaced(deps: Deps, { application, key }: NonNullable<Form['replaces']>): Promise<ListedPass> {
  const [row] = await deps.db.all(applicationById(application))
  if (!(await opensApplication(deps, application, key)) || row === undefined || row.trip_id !== null)
    throw new Fault('bad-input', 'PA-05', 'the application to be replaced does not open', { path: 'replaces.key' })
  if (row.state === 'waiting') throw new Fault('conflict', 'PA-06', 'the earlier application is still running')
  const [first] = await deps.db.all(passOfApplication(application))
  const chain = first === undefined ? [] : await deps.db.all(chainOf(first.number))
  const last = chain.find(({ replaced_by: by }) => by === null)
  if (last?.status !== 'valid') throw new Fault('conflict', 'PA-07', 'the earlier pass cannot be replaced')
  return last
}

async function rowOf(
  deps: Deps,
  form: Form,
  read: ReturnType<typeof readForm>,
  flags: readonly string[],
): Promise<Omit<ApplicationRow, 'replaces' | 'form_hash'>> {
  const now = deps.now()
  const { plate, from_region, to_region, company_code } = read
  return {
    id: form.id,
    applicant: form.applicant,
    trip_id: null,
    company: form.company,
    company_code,
    plate,
    from_region,
    to_region,
    contact_sealed: await deps.vault.seal('pass-contact', read.contact),
    phone_sealed: await deps.vault.seal('pass-phone', read.phone),
    crew_sealed: await sealCrew(deps, read.crew),
    cargo: form.cargo,
    cargo_name: form.cargoName ?? null,
    department: departmentFor(form.cargo),
    committed_at: now,
    flags: JSON.stringify(flags),
    first: comesFirst(form.cargo) ? 1 : 0,
    applied_at: now,
    ...decidedAtOnce(flags, now),
  }
}

async function keep(deps: Deps, row: ApplicationRow, old: ListedPass | undefined): Promise<void> {
  if (row.state === 'waiting') return deps.db.commit([addApplication(row), ...tellWaitingPass(deps, row)])
  const { id: application_id, plate, from_region, to_region, cargo } = row
  await issuePass(deps, {
    pass: { trip_id: null, application_id, plate, from_region, to_region, cargo },
    replaces: old,
    writes: [addApplication(row)],
    entries: () => [],
  })
}
