/** One line of the table: what ours takes against what nobody can go below on this machine in this run. */
export type Line = {
  name: string
  ours: readonly number[]
  /** Samples of the limit, taken in turn with ours; left out where there is none. */
  limit?: { name: string; samples: readonly number[] }
  /** Things done in one sample, for the column "per second". */
  count: number
}

export const quantile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

/** Milliseconds that each of the runs takes, in turn, so that what disturbs the machine disturbs all; the first turn warms up. */
export async function inTurn<Name extends string>(
  rounds: number,
  runs: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number[]>> {
  const times = {} as Record<Name, number[]>
  for (let round = -1; round < rounds; round++) {
    for (const name in runs) {
      const start = performance.now()
      await runs[name]()
      const took = performance.now() - start
      times[name] ??= []
      if (round >= 0) times[name].push(took)
    }
  }
  return times
}

const ms = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3))
const each = (value: number, count: number) => (count === 1 ? `${ms(value)} ms` : `${ms((value / count) * 1000)} µs`)
const perSecond = (value: number, count: number) => Math.round((count / value) * 1000).toLocaleString('en')

function cells({ name, ours, limit, count }: Line): string[] {
  const [mid, slow] = [median(ours), quantile(ours, 0.95)]
  const floor = limit && median(limit.samples)
  return [
    name,
    each(mid, count),
    each(slow, count),
    perSecond(mid, count),
    limit?.name ?? '',
    floor === undefined ? '' : each(floor, count),
    floor === undefined ? '' : (mid / floor).toFixed(2),
    limit === undefined ? '' : (slow / quantile(limit.samples, 0.95)).toFixed(2),
  ]
}

const heading = ['what', 'median', 'p95', 'per second', 'limit', 'limit, median', 'ours / limit', 'at p95']

export function table(lines: readonly Line[]): string {
  const rows = [heading, heading.map(() => '---'), ...lines.map(cells)]
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
}
