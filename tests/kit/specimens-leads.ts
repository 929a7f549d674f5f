import { sql } from '../../server/store/db.ts'
import { beijingIso } from '../../shared/instant.ts'
import { jpegText } from './jpeg.ts'
import type { Specimen } from './specimens.ts'
import { inProvince } from './world.ts'
import type { World } from './world.ts'

type Names = 'listLeads' | 'getLead' | 'handleLead' | 'readEvidence' | 'keepEvidence'

/** A forged code at one booth, photographed. */
export async function leadSpecimens(
  road: World,
  inspector: Awaited<ReturnType<World['inspector']>>,
): Promise<Record<Names, Omit<Specimen, 'endpoint'>>> {
  const by = (await road.staff('supervisor')).send
  const [inspection, photo] = [crypto.randomUUID(), crypto.randomUUID()]
  const credentials = [{ kind: 'unknown' as const, jti: null, refused: 'bad-signature' }]
  await inspector.uploads({ id: inspection, facts: inProvince('豫HX0009'), credentials })
  const takenAt = beijingIso(road.clock.now())
  const picture = { inspection, takenAt, jpeg: jpegText() }
  await inspector.call('POST', '/api/evidence', { id: photo, ...picture })
  const [lead] = await road.db.all(
    sql.selectFrom('lead').select('id').where('inspection_id', '=', inspection).compile(),
  )
  const at = `/api/leads/${lead?.id}`
  return {
    listLeads: { path: '/api/leads', by },
    getLead: { path: at, by },
    handleLead: { path: `${at}/handle`, body: { state: 'passed-on', passedTo: 'police', note: '移交核查' }, by },
    readEvidence: { path: `${at}/photos/${photo}`, by },
    keepEvidence: { path: '/api/evidence', body: { id: crypto.randomUUID(), ...picture }, by: inspector.call },
  }
}
