import type { Specimen } from './specimens.ts'
import type { World } from './world.ts'

type Names = 'searchAudit' | 'listAuditActors' | 'checkAudit' | 'exportAudit'

/** What a supervisor asks of the log. */
export async function auditSpecimens(road: World): Promise<Record<Names, Omit<Specimen, 'endpoint'>>> {
  const by = (await road.staff('supervisor')).send
  return {
    searchAudit: { path: '/api/audit', by },
    listAuditActors: { path: '/api/audit/actors', by },
    checkAudit: { path: '/api/audit/check', by },
    exportAudit: {
      path: '/api/audit/exports',
      body: { from: '2022-05-16T00:00:00+08:00', action: 'terminal-bound', reason: '函〔2022〕5号' },
      by,
    },
  }
}
