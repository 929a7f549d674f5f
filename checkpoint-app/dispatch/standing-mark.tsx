import type { Standing } from '../../shared/congestion/urgency.ts'

/** Shapes of 24 × 24, told apart in grey too: one and two triangles, a square, an eye, an arrow, a broken and an empty diamond. */
const shapes: Readonly<Record<Standing, { readonly d: string; readonly filled: boolean; readonly dash?: string }>> = {
  L3: { d: 'M3 3H21V21H3Z', filled: true },
  L2: { d: 'M12 1L20 11H4ZM12 12L21 23H3Z', filled: true },
  L1: { d: 'M12 3L22.5 21H1.5Z', filled: true },
  LM: { d: 'M12 3A9 9 0 1 0 12 21A9 9 0 1 0 12 3M12 9A3 3 0 1 0 12 15A3 3 0 1 0 12 9', filled: false },
  L0: { d: 'M12 21V4M4 12L12 4L20 12', filled: false },
  begun: { d: 'M12 4A8 8 0 1 0 12 20A8 8 0 1 0 12 4', filled: true },
  candidate: { d: 'M8 8A4 4 0 1 1 12 13V15M12 20H12.01', filled: false },
  lost: { d: 'M12 2L22 12L12 22L2 12Z', filled: false, dash: '4 4' },
  unknown: { d: 'M12 2L22 12L12 22L2 12Z', filled: false },
  calm: { d: 'M3 13 9.5 19.5 21 5', filled: false },
}

/** The shape alone; always beside its word. */
export function StandingShape({ of, size = 24 }: { of: Standing; size?: number }) {
  const { d, filled, dash } = shapes[of]
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" className={`standing-shape of-${of}`}>
      <path
        d={d}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={filled ? 1 : 3}
        strokeDasharray={dash}
        strokeLinecap={dash === undefined ? 'round' : 'butt'}
        strokeLinejoin="round"
      />
    </svg>
  )
}

export const StandingMark = ({ of, word, size }: { of: Standing; word: string; size?: number }) => (
  <span className={`standing of-${of}`}>
    <StandingShape of={of} {...(size === undefined ? {} : { size })} />
    <span>{word}</span>
  </span>
)
