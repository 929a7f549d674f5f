import { Fault } from '../../shared/fault.ts'
import { regionOf } from '../../shared/identity/region.ts'
import { beijingIso, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { addAppeal, inspectionsOfTrip } from '../store/appeals.ts'
import type { AppealRow } from '../store/appeals.ts'
import type { Form, Setting } from './appeals-make.ts'
import { verdictAppealWithin } from './appeals-of-trip.ts'
import { appealRow } from './appeals-row.ts'
import { tellNewAppeal, tellReferred } from './appeals-tell.ts'

type OutsideForm = Extract<Form, { kind: 'external-code' }>

/**
 * A code given elsewhere is never changed here: the appeal goes to whoever gave it, with a case of the hotline; passage goes on
 * by the table (R101). Once a day and colour is enough.
 */
export async function appealOutside(deps: Deps, { common }: Setting, form: OutsideForm): Promise<AppealRow> {
  const { region, colour, said } = form
  if (regionOf(region) === undefined)
    throw new Fault('bad-input', 'TR-07', 'there is no such region', { path: 'region' })
  const now = deps.now()
  const row = appealRow(deps, {
    ...common,
    kind: 'external-code',
    said,
    opening: `outside/${colour}/${beijingIso(now).slice(0, 10)}`,
    region,
    colour,
    paths: [],
    state: 'referred',
    automatic: 1,
    decided_at: now,
    elapsed_ms: 0,
  })
  const detail = { decision: 'referred', automatic: true, region, colour }
  const by = { id: 'appeals', role: 'system', device: null }
  await deps.audit.commit(
    [addAppeal(row), ...tellReferred(deps, row, region)],
    [{ by, action: 'appeal-decided', subject: row.id, detail }],
  )
  return row
}

type VerdictForm = Extract<Form, { kind: 'verdict' }>

/** Goes to the head of the checkpoint that gave it, who may put it right. */
export async function appealVerdict(deps: Deps, { trip, common }: Setting, form: VerdictForm): Promise<AppealRow> {
  const since = plus(deps.now(), -verdictAppealWithin)
  const inspections = await deps.db.all(inspectionsOfTrip(trip, since))
  const inspection = inspections.find(({ id }) => id === form.inspection)
  if (inspection === undefined || inspection.corrected_row !== null)
    throw new Fault('conflict', 'AP-03', 'there is no such verdict to appeal against', { path: 'inspection' })
  const row = appealRow(deps, {
    ...common,
    kind: 'verdict',
    said: form.said,
    inspection_id: inspection.id,
    checkpoint_id: inspection.checkpoint_id,
    paths: [],
  })
  await deps.db.commit([addAppeal(row), ...tellNewAppeal(deps, row)])
  return row
}
