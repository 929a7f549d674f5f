import { emptyDraft, type Draft, type Person } from '../../checkpoint-app/driver/draft.ts'
import { parseInstant } from '../../shared/instant.ts'

export const now = parseInstant('2022-05-16T10:05:00+08:00')!
export const id = '0180c9a0-0000-7000-8000-000000000001'

export const driver: Person = {
  role: 'driver',
  name: '张小三',
  document: 'id-card',
  number: '11010519491231002X',
  phone: '138 0013 8000',
  seat: null,
}

/** A complete registration from Jiaxing to Wuzhi; made-up person. */
export const draft = (changed: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(id, { etaDay: '2022-05-16', etaTime: '13:30' }),
  plate: '豫h·12345',
  from: '330402',
  to: '410823',
  cargo: '09',
  crew: [driver],
  commitment: true,
  ...changed,
})
