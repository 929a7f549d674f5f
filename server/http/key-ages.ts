import type { Deps, KeyUse } from '../deps.ts'
import { ageInDays, keyInUse, keyServesDays, keyWaiting } from '../keys/line.ts'
import { listSigningKeys } from '../store/signing-keys.ts'

const uses: readonly KeyUse[] = ['freight', 'pass', 'bundle', 'audit']

/** The key that signs, for how many days, how many are left until it ought to be rotated, and whether the next one waits. */
export type KeyAge = { use: KeyUse; kid: string; ageDays: number; daysLeft: number; next: boolean }

export async function keyAges({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<KeyAge[]> {
  const line = await listSigningKeys(db)
  return uses.flatMap((use) => {
    const key = keyInUse(line, use, now())
    if (key === undefined) return []
    const ageDays = ageInDays(key, now())
    const next = keyWaiting(line, use, now()) !== undefined
    return [{ use, kid: key.kid, ageDays, daysLeft: keyServesDays - ageDays, next }]
  })
}

/** Prometheus text. */
export const keyGauges = (ages: readonly KeyAge[]): string[] => [
  '# TYPE changxing_key_age_days gauge',
  ...ages.map(({ use, ageDays }) => `changxing_key_age_days{use="${use}"} ${ageDays}`),
  '# TYPE changxing_key_days_left gauge',
  ...ages.map(({ use, daysLeft }) => `changxing_key_days_left{use="${use}"} ${daysLeft}`),
]
