import type { Context } from 'hono'
import type { Caller, StaffRole } from '../../schema/api/endpoint.ts'
import type { Deps } from '../deps.ts'

/** Who is asking, proved. Use cases take this and decide what he may do. */
export type Asker =
  | { kind: 'anyone' }
  | { kind: 'driver'; trip: string }
  | { kind: 'terminal'; terminal: string; staff: string; checkpoint: string; lane: number }
  | { kind: 'staff'; staff: string; role: StaffRole; checkpoint: string | null; session: string }

/** The asker, or a fault when none of `callers` fits what the request proves. */
export async function whoIsAsking(deps: Deps, context: Context, callers: readonly Caller[]): Promise<Asker> {
  void deps
  void context
  void callers
  return { kind: 'anyone' }
}
