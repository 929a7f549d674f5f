import type { AuditEntry } from '../../shared/audit/entry.ts'
import type { Due } from '../../shared/codes/timers.ts'
import { beijingIso } from '../../shared/instant.ts'
import type { ReasonCode, Verdict } from '../../shared/policy/verdict.ts'
import { openingId } from './inspection-events.ts'

/** One record of a phone: who held it, and who of the registered persons sat where. */
type Changing = {
  inspection: string
  by: { staff: string; terminal: string }
  personAt: (seat: number) => string | null
}

/** What the log tells of a record that coloured somebody's code or proposed to, or took an earlier record back (R139). */
export const changesOf = (
  { inspection, by, personAt }: Changing,
  verdict: Pick<Verdict, 'opens' | 'row'>,
  corrected: string | undefined,
): readonly AuditEntry[] => {
  const actor = { id: by.staff, role: 'inspector', device: by.terminal }
  const opened = verdict.opens.flatMap(({ crew, reason }): AuditEntry[] => {
    const person = personAt(crew)
    const detail = { opening: openingId(reason, inspection, crew), inspection, row: verdict.row }
    return person === null ? [] : [{ by: actor, action: actionOf(reason), subject: person, detail }]
  })
  if (corrected === undefined) return opened
  return [{ by: actor, action: 'record-undone', subject: corrected, detail: { inspection } }, ...opened]
}

const actionOf = (reason: ReasonCode) => (reason === 'Y1' ? 'yellow-opened' : 'red-proposed')

/** What the log tells of a code that a timer coloured or found clear. */
export function changeWhenDue({ action, timer, subject, id, dueAt, late }: Due): readonly AuditEntry[] {
  const by = { id: timer, role: 'system', device: null }
  const detail = { due: id, dueAt: beijingIso(dueAt), late }
  if (action === 'open-overstay') return [{ by, action: 'yellow-opened', subject, detail }]
  return action === 'tell-cleared' ? [{ by, action: 'reason-cleared', subject, detail }] : []
}
