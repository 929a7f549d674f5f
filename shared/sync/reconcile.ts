/**
 * The phone judged in the field and the server judges the same facts again. The law of one moment is one law, so they agree;
 * where they do not, the phone ran an older edition or was tampered with, and the office sees it. Neither replaces the other.
 */
export type Judged = { readonly row: string; readonly outcome: string; readonly edition: string }

export type Reconciled = {
  agrees: boolean
  /** Why they may differ: the phone judged by another edition. */
  otherEdition: boolean
}

export const reconcile = (device: Judged, server: Judged): Reconciled => ({
  agrees: device.row === server.row && device.outcome === server.outcome,
  otherEdition: device.edition !== server.edition,
})
