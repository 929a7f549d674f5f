import type { Endpoint } from './endpoint.ts'

/** Leads 疑似弄虚作假线索 for the supervisor, and the photographs that go with them (jiaozuo-20#9). */

export const leadsApi = [] as const satisfies readonly Endpoint[]
