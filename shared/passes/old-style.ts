import { instant } from '../instant.ts'
import type { Instant } from '../instant.ts'

/** Old-style passes 旧式通行证 gave the lane half a month longer than the new form was there (henan-16#8, R62). The article names no day; this one is ours. */
export const oldStyleUntil: Instant = instant(Date.UTC(2022, 4, 7, 16))

/** Afterwards it is information: recorded, and counted as none. */
export const oldStyleCounts = (now: Instant, until: Instant = oldStyleUntil): boolean => now < until
