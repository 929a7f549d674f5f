import type * as z from 'zod/mini'
import type { staffView } from '../../schema/api/office.ts'
import { beijingIso } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { StaffAndTerminal } from '../store/staff.ts'

export type StaffView = z.infer<typeof staffView>
export type SessionAnswer = { staff: StaffView; expiresAt: string }

export const viewOfStaff = (row: StaffAndTerminal): StaffView => ({
  id: row.id,
  login: row.login,
  name: row.name,
  role: row.role,
  checkpoint: row.checkpoint_id,
  ...(row.area === null || row.area === undefined ? {} : { area: row.area }),
  disabled: row.disabled_at !== null,
  terminal: row.terminal,
})

export const sessionAnswer = (row: StaffAndTerminal, expiresAt: Instant): SessionAnswer => ({
  staff: viewOfStaff(row),
  expiresAt: beijingIso(expiresAt),
})
