import type * as z from 'zod/mini'
import type { inspectionRow } from '../../schema/api/inspections.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Listed } from '../store/inspections.ts'

/** A line of the ledger. */
export const viewOfInspection = (row: Listed): z.infer<typeof inspectionRow> => ({
  id: row.id,
  madeAt: beijingIso(instant(row.made_at)),
  receivedAt: beijingIso(instant(row.received_at)),
  checkpoint: row.checkpoint_id,
  checkpointName: row.checkpoint_name,
  lane: row.lane,
  inspector: row.inspector,
  plate: row.plate,
  row: row.row,
  outcome: row.outcome,
  serverRow: row.server_row,
  agrees: row.agrees === 1,
  offline: row.offline === 1,
  edition: row.edition,
  modifiers: namesIn(row.modifiers),
  corrects: row.corrects,
  correctedBy: row.corrected_by,
  correction: correctionOf(row),
})

function correctionOf(row: Listed): z.infer<typeof inspectionRow>['correction'] {
  const { right_row: judged, right_outcome: outcome, right_at: at, right_by: by, right_reason: reason } = row
  if (judged === null || outcome === null || at === null) return null
  return { row: judged, outcome, at: beijingIso(instant(at)), by: by ?? '', reason: reason ?? '' }
}

function namesIn(text: string): string[] {
  const names: string[] = JSON.parse(text)
  return names
}
