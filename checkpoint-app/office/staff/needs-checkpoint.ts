import type { StaffRole } from '../../../schema/api/endpoint.ts'

/** These two stand at one checkpoint; the others see the whole city. */
export const needsCheckpoint = (role: StaffRole): boolean => role === 'head' || role === 'inspector'
