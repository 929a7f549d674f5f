import type { Row } from '../../checkpoint-app/dispatch/board-state.ts'

export const rowOf = (id: string, more: Partial<Row> = {}): Row => ({
  id,
  name: `${id} 站`,
  county: '410822',
  countyName: '博爱县',
  road: 'G5512',
  place: null,
  waitMinutes: 5,
  lowMinutes: 3,
  highMinutes: 7,
  virtualMinutes: 6,
  queueMetres: 80,
  vehicles: 6,
  confidence: 'high',
  level: 0,
  overKilometre: false,
  lostSince: null,
  lastEventAt: '2022-05-16T10:00:00+08:00',
  lanes: { open: 2, total: 4 },
  onDuty: 3,
  greenLane: 'unknown',
  verdicts: { V8: 4 },
  spark: { until: '2022-05-16T10:00:00+08:00', waits: [] },
  incident: null,
  ...more,
})

export const incidentOf = (more: Partial<NonNullable<Row['incident']>> = {}): NonNullable<Row['incident']> => ({
  id: '0190c2a0-0000-7000-8000-000000000001',
  startedAt: '2022-05-16T09:40:00+08:00',
  lastedMinutes: 20,
  step: 'L1',
  watched: false,
  unanswered: 0,
  candidateUntil: null,
  ...more,
})
