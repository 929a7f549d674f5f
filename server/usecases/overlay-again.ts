import { instant, type Instant } from '../../shared/instant.ts'
import { parseOverlay } from '../../shared/policy/overlay.ts'
import { provedUnder } from '../../shared/policy/overlay-weighed.ts'
import type { Deps } from '../deps.ts'
import { Taken } from '../store/db.ts'
import { addOverlay, endOverlayOnce, overlaysInForce, type OverlayRow } from '../store/overlays.ts'
import { Fault } from '../../shared/fault.ts'
import { overlayRow } from './overlays.ts'
import { proveHere, superiorHere } from './overlay-prove.ts'
import { everyBooth, tell } from './tell.ts'

const by = { id: 'overlays', role: 'system', device: null }

/**
 * After the city's law has changed, settings below it rest (published-overlays.ts) until they are proved again: here, by the server
 * itself. Those that are still lawful go on; the others end, and their checkpoints are told.
 */
export async function proveOverlaysAgain(deps: Deps): Promise<void> {
  const rows = await deps.db.all(overlaysInForce())
  // A county's first: what lies under a checkpoint is its county's law.
  for (const row of rows.toSorted((a, b) => Number(a.level === 'checkpoint') - Number(b.level === 'checkpoint')))
    await proveAgain(deps, row).catch(endedMeanwhile)
}

/** Proving takes a while: by then the command, or another process, may have ended it. That stands. */
function endedMeanwhile(cause: unknown): void {
  if (!(cause instanceof Taken)) throw cause
}

async function proveAgain(deps: Deps, row: OverlayRow): Promise<void> {
  const now = deps.now()
  const from = instant(Math.ceil(Math.max(now, row.from_at) / 1000) * 1000)
  const placed = { overlay: parseOverlay(JSON.parse(row.file)), place: row.place }
  const above = await superiorHere(deps, placed, from).catch(noneAbove)
  if (above !== undefined && row.under === provedUnder(above)) return
  const checked = above === undefined ? undefined : await proveHere(deps, placed, from)
  if (checked?.proof.ok === true) await renew(deps, row, overlayRow(deps, checked, row.place, row.accepted_by))
  else await end(deps, row, now)
  await deps.law.refresh()
}

/** Its county or checkpoint is gone. */
function noneAbove(cause: unknown): undefined {
  if (cause instanceof Fault && cause.code === 'OB-02') return undefined
  throw cause
}

async function renew(deps: Deps, row: OverlayRow, next: OverlayRow): Promise<void> {
  const ending = { ended_at: deps.now(), ended_by: null, end_reason: '上级规则变更，已重新证明' }
  const detail = { level: row.level, place: row.place, superior: next.superior, instead: row.id }
  const entry = { by, action: 'overlay-accepted', subject: next.id, detail } as const
  await deps.audit.commit([...endOverlayOnce(row.id, ending), addOverlay(next)], [entry])
}

async function end(deps: Deps, row: OverlayRow, now: Instant): Promise<void> {
  const reason = '上级规则变更后不再成立'
  const ending = { ended_at: now, ended_by: null, end_reason: reason }
  const { name } = parseOverlay(JSON.parse(row.file))
  const words = {
    zh: `设定「${name.zh}」在上级规则变更后会比上级更严，已停用，按全市规则执行。`,
    en: `The settings “${name.en}” would be stricter than the changed law above them; they have ended, the city’s law holds.`,
  }
  const one = { audience: 'checkpoint', ref: row.place, channel: 'screen' } as const
  const booths = row.level === 'checkpoint' ? [one] : await everyBooth(deps, row.place)
  const news = tell(deps, { kind: 'overlay-ended', about: row.id, words, urgent: false, article: 'henan-16#6' }, [
    ...booths,
    { audience: 'command', ref: null, channel: 'screen' },
  ])
  const entry = { by, action: 'overlay-ended', subject: row.id, reason, detail: { place: row.place } } as const
  await deps.audit.commit([...endOverlayOnce(row.id, ending), ...news], [entry])
}
