import * as z from 'zod/mini'
import { moment, regionCode } from './common.ts'
import type { Endpoint } from './endpoint.ts'

/** Medium and high risk areas 中高风险地区 as published (henan-16#7, jiaozuo-20#7). */

export const riskLevel = z.enum(['high', 'medium'])
/** As anybody may read it: where a stay is asked about. */
export const riskArea = z.strictObject({ region: regionCode, name: z.string(), level: riskLevel, from: moment })

export const riskAreasApi = [] as const satisfies readonly Endpoint[]
