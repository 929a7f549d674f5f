/** How the page hangs on the server. `since`: milliseconds, of the last sign of life. */
export type Link =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'polling' }
  | { readonly kind: 'again'; readonly since: number }
  | { readonly kind: 'offline'; readonly since: number }

/** Milliseconds. The server gives a sign of life each 15 s; longer than this without one and the line is dead, whatever the browser thinks. */
export const deadAfter = 40_000
/** After a sleep the line looks open and is not. */
export const staleAfter = 20_000
/** Reconnecting is no news at first. */
export const offlineAfter = 15_000
export const pollEvery = 10_000

/** The n-th try after so long, growing; the share between 0 and 1 spreads the many who lost one server at one time. */
export const retryIn = (tries: number, share: number): number =>
  Math.min(30_000, 1000 * 2 ** Math.min(tries, 5)) * (0.5 + share / 2)
