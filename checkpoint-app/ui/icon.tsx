/** One drawing of the set in icons.ts, in the colour of the words beside it. It carries no name of its own. */
export function Icon({ of, size = 24 }: { of: string; size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} className="icon" aria-hidden="true">
      <path d={of} />
    </svg>
  )
}
