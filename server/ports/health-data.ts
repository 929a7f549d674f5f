import type { Instant } from '../../shared/instant.ts'

/** What the health authority's system says of one person; `null` = it has nothing on that point. */
export type HealthFacts = {
  nucleicAcid: { result: 'negative' | 'positive' | 'pending'; sampledAt?: Instant; reportedAt?: Instant } | null
  healthCode: 'green' | 'yellow' | 'red' | null
  travelCard: 'green' | 'green-starred' | 'yellow' | 'orange' | 'red' | null
  listed: 'positive' | 'red' | 'tracking' | null
}

export type PersonAsked = { document: string; number: string; name: string }

/**
 * The health authority's system (health code, travel card, test results). `factsOf` answers one entry a person, same order, or
 * throws Fault('unavailable', …): then everything goes on by hand and no truck waits (R141).
 */
export interface HealthData {
  readonly configured: boolean
  factsOf(people: readonly PersonAsked[]): Promise<HealthFacts[]>
}
