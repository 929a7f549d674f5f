/**
 * Rows do not jump under a hand: while somebody is at the list its order stays, what is new is added at its end and what has gone
 * leaves. `waits` = the right order is another one.
 */
export function keptOrder(
  before: readonly string[],
  wanted: readonly string[],
): { order: readonly string[]; waits: boolean } {
  const here = new Set(wanted)
  const old = new Set(before)
  const order = [...before.filter((id) => here.has(id)), ...wanted.filter((id) => !old.has(id))]
  return { order, waits: order.some((id, at) => id !== wanted[at]) }
}
