import type { Actor } from '../../shared/audit/entry.ts'
import type { Permitted } from './may.ts'

/** Who the log says did it. */
export const byStaff = ({ staff, role }: Pick<Permitted, 'staff' | 'role'>): Actor => ({
  id: staff,
  role,
  device: null,
})

/** Whoever held the one-time link of this member of staff; with the phone that used it. */
export const byLink = (staff: string, device: string | null = null): Actor => ({ id: staff, role: 'link', device })

/** Somebody who did not say, or prove, who he is. */
export const byAnyone: Actor = { id: 'anyone', role: 'anyone', device: null }
