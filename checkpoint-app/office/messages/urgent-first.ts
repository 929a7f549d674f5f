/** Of what nobody has acknowledged yet, the urgent come first; among each other they stay as they came. */
export const urgentFirst = <Item extends { urgent: boolean; seen: unknown }>(
  items: readonly Item[],
): readonly Item[] => {
  const rank = ({ urgent, seen }: Item) => (seen === null ? (urgent ? 0 : 1) : 2)
  return items.toSorted((a, b) => rank(a) - rank(b))
}
