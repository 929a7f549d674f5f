import type { Endpoint } from './endpoint.ts'

/** Passes 通行证 as the office and companies see them, and the passes of other provinces. Sources: henan-16#8, jiaozuo-20#8. */

export const passesApi = [] as const satisfies readonly Endpoint[]
