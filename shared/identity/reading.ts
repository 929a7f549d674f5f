import type { NoteKey } from './notes.ts'

/**
 * What every parser of this folder answers. `value` is the normalised form to store and compare. A refusal names what
 * is wrong; a warning never blocks. Keys are looked up in `notes.ts` for the short code and the text. Nothing throws.
 */
export type Reading<Kind extends string> = Accepted<Kind> | Refused

export type Accepted<Kind extends string> = { ok: true; value: string; kind: Kind; warnings: readonly NoteKey[] }

export type Refused = { ok: false; code: NoteKey }

export const accepted = <Kind extends string>(
  kind: Kind,
  value: string,
  warnings: readonly NoteKey[] = [],
): Accepted<Kind> => ({ ok: true, value, kind, warnings })

export const refused = (code: NoteKey): Refused => ({ ok: false, code })
