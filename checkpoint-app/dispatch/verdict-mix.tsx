import { toneOfVerdict, tonesInOrder } from './verdict-tones.ts'

/** What the last hour's trucks were told, as parts of one bar, and how many they are. */
export function VerdictMix({ verdicts }: { verdicts: Readonly<Record<string, number>> }) {
  const all = Object.values(verdicts).reduce((sum, n) => sum + n, 0)
  const parts = tonesInOrder.map((tone) => ({
    tone,
    n: Object.entries(verdicts).reduce((sum, [row, n]) => (toneOfVerdict(row) === tone ? sum + n : sum), 0),
  }))
  const before = (place: number) => parts.slice(0, place).reduce((sum, { n }) => sum + n, 0)
  const along = (n: number) => (all === 0 ? 0 : (n / all) * 48)
  return (
    <span className="mix">
      <span>{all}</span>
      <svg viewBox="0 0 48 8" className="mix-bar" aria-hidden="true" preserveAspectRatio="none">
        <rect className="mix-none" x="0" y="0" width="48" height="8" />
        {parts.map(({ tone, n }, place) =>
          n === 0 ? null : (
            <rect key={tone} className={`mix-${tone}`} x={along(before(place))} y="0" width={along(n)} height="8" />
          ),
        )}
      </svg>
    </span>
  )
}
