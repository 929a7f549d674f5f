import './state-mark.css'

/** What a colour means here: release ✔, test first ▲, closed loop ■, not valid ◇, to do ➜. */
export type Tone = 'go' | 'care' | 'stop' | 'void' | 'act'

const shapes: Readonly<Record<Tone, string>> = {
  go: 'M3 13 9.5 19.5 21 5',
  care: 'M12 3 22.5 21H1.5Z',
  stop: 'M4 4H20V20H4Z',
  void: 'M12 2 22 12 12 22 2 12Z',
  act: 'M2 12H20M13 4.5 20.5 12 13 19.5',
}

/** The shape alone; always beside its word. */
export function Shape({ tone, size = 24 }: { tone: Tone; size?: number }) {
  const filled = tone === 'care' || tone === 'stop'
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" className={`shape shape-${tone}`}>
      <path
        d={shapes[tone]}
        fill={filled ? 'currentColor' : 'none'}
        stroke={filled ? 'none' : 'currentColor'}
        strokeWidth={tone === 'void' ? 2.5 : 3.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

type Given = { tone: Tone; word: string; size?: 'small' | 'normal' | 'large'; filled?: boolean }

/** Word + shape + colour. `filled` is a coloured band; otherwise the text carries the colour. */
export function StateMark({ tone, word, size = 'normal', filled }: Given) {
  const pixels = { small: 16, normal: 22, large: 40 }[size]
  return (
    <span className={`state-mark state-${tone} state-${size} ${filled ? 'is-filled' : ''}`.trim()}>
      <Shape tone={tone} size={pixels} />
      <span>{word}</span>
    </span>
  )
}
