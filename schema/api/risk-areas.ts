import type { Endpoint } from './endpoint.ts'

/** Medium and high risk areas 中高风险地区 as published (henan-16#7, jiaozuo-20#7). */

export const riskAreasApi = [] as const satisfies readonly Endpoint[]
