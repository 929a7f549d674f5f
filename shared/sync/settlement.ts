/**
 * How the head of a checkpoint settled on the spot what the law leaves to him (row V15), with the goods going on. A closed list: to send a
 * truck away is none of it, and what is not on the list is agreed with the driver and judged by the rows.
 */
export const settlements = ['released-by-head', 'other-driver', 'tested-nearby', 'handed-to-county'] as const
export type Settlement = (typeof settlements)[number]

/** What a signed record says of it, whatever else an older or newer phone wrote there. */
export const settlementIn = (json: unknown): Settlement | null =>
  settlements.find((one) => typeof json === 'object' && json !== null && 'settled' in json && json.settled === one) ??
  null
