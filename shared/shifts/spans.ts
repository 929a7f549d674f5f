import { instant, type Instant } from '../instant.ts'

/** From a moment, which belongs to it, to one that does not; null = it goes on. */
export type Span = { readonly from: Instant; readonly to: Instant | null }
export type Closed = { readonly from: Instant; readonly to: Instant }

/** The part of each span inside the window, in order; what is empty there is left out. */
export const within = (spans: readonly Span[], { from, to }: Closed): Closed[] =>
  spans
    .map((span) => ({
      from: instant(Math.max(span.from, from)),
      to: instant(Math.min(span.to ?? to, to)),
    }))
    .filter((span) => span.from < span.to)
    .toSorted((a, b) => a.from - b.from)

/** The parts of the whole that none of the spans covers. */
export function uncovered(whole: Closed, spans: readonly Span[]): Closed[] {
  const holes: Closed[] = []
  let until = whole.from
  for (const { from, to } of within(spans, whole)) {
    if (from > until) holes.push({ from: until, to: from })
    until = instant(Math.max(until, to))
  }
  return until < whole.to ? [...holes, { from: until, to: whole.to }] : holes
}
