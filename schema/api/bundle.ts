import type { Endpoint } from './endpoint.ts'

/** What a phone needs to judge without a network. */

export const bundleApi = [] as const satisfies readonly Endpoint[]
