/**
 * What a sign beside the road says: `#sign=JZ-G04&n=2`, the checkpoint and the number of the sign; the server knows where it stands.
 * One that was written by hand may say how far before the booth instead: `&m=400`.
 */
export type Sign = {
  readonly checkpoint: string
  readonly number: number | undefined
  readonly metres: number | undefined
}

export const signLink = (origin: string, checkpoint: string, number: number): string =>
  `${origin}/queue/#sign=${encodeURIComponent(checkpoint)}&n=${number}`

export function signIn(hash: string): Sign | undefined {
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  const checkpoint = said.get('sign')?.toUpperCase() ?? ''
  if (!/^[A-Z0-9][A-Z0-9-]{1,15}$/.test(checkpoint)) return undefined
  const metres = Number(said.get('m') ?? Number.NaN)
  const number = Number(said.get('n') ?? Number.NaN)
  const known = Number.isInteger(number) && number >= 1 && number <= 99
  return {
    checkpoint,
    number: known ? number : undefined,
    metres: metres >= 0 && metres <= 50_000 ? metres : undefined,
  }
}

type Item = { readonly id: string; readonly onArrivalMinutes: number | null; readonly congested: boolean }

/** The three open ways with the shortest wait for whoever goes there now. */
export const faster = <One extends Item>(items: readonly One[], than: One): readonly One[] =>
  items
    .filter(({ id, onArrivalMinutes, congested }) => id !== than.id && !congested && onArrivalMinutes !== null)
    .filter((one) => (one.onArrivalMinutes ?? 0) + 10 <= (than.onArrivalMinutes ?? Infinity))
    .toSorted((a, b) => (a.onArrivalMinutes ?? 0) - (b.onArrivalMinutes ?? 0))
    .slice(0, 3)
