/**
 * A fault is a breakage or a refusal of bad input, and is thrown; a verdict is a value and never a fault. `code` is short
 * enough to be read over the phone; `path` names the offending field of the input (`crew.0.idNumber`).
 */
export type FaultKind =
  | 'bad-input' // the request cannot be understood or breaks a rule of its form
  | 'not-signed-in' // nobody is asking, or the proof of who is asking does not hold
  | 'not-allowed' // the one asking may not do this
  | 'not-found'
  | 'conflict' // true at another moment: already there, changed meanwhile, bound to another terminal
  | 'gone' // used or expired, for good
  | 'too-many' // slow down
  | 'too-large'
  | 'unavailable' // a neighbour or the database does not answer; try again
  | 'broken' // our own mistake

export type FaultDetail = { path?: string; retryAfterSeconds?: number; cause?: unknown }

export class Fault extends Error {
  readonly kind: FaultKind
  readonly code: string
  readonly path: string | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(kind: FaultKind, code: string, message: string, detail: FaultDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.name = 'Fault'
    this.kind = kind
    this.code = code
    this.path = detail.path
    this.retryAfterSeconds = detail.retryAfterSeconds
  }
}
