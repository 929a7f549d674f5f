/** What a sign beside the road says: `#sign=JZ-G04&m=400`, the checkpoint and how far before the booth it stands. */
export type Sign = { readonly checkpoint: string; readonly metres: number | undefined }

export function signIn(hash: string): Sign | undefined {
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  const checkpoint = said.get('sign')?.toUpperCase() ?? ''
  if (!/^[A-Z0-9][A-Z0-9-]{1,15}$/.test(checkpoint)) return undefined
  const metres = Number(said.get('m') ?? Number.NaN)
  return { checkpoint, metres: metres >= 0 && metres <= 50_000 ? metres : undefined }
}

type Item = { readonly id: string; readonly onArrivalMinutes: number | null; readonly congested: boolean }

/** The three open ways with the shortest wait for whoever goes there now. */
export const faster = <One extends Item>(items: readonly One[], than: One): readonly One[] =>
  items
    .filter(({ id, onArrivalMinutes, congested }) => id !== than.id && !congested && onArrivalMinutes !== null)
    .filter((one) => (one.onArrivalMinutes ?? 0) + 10 <= (than.onArrivalMinutes ?? Infinity))
    .toSorted((a, b) => (a.onArrivalMinutes ?? 0) - (b.onArrivalMinutes ?? 0))
    .slice(0, 3)
