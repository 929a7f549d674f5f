import type { Instant } from '../../shared/instant.ts'

/** What stands on the paper pass 通行证, in the words that are printed; names are masked already. */
export type PassPaper = {
  /** Twelve digits. */
  number: string
  plate: string
  driver: string
  /** Those who ride along. */
  escorts: readonly string[]
  cargo: string
  from: string
  to: string
  /** Places on the way and the checkpoint, in their order. */
  via: readonly string[]
  consignor: string
  consignee: string
  validFrom: Instant
  validTo: Instant
  issuedAt: Instant
  issuer: string
  supervisor: string
  phone: string
  /** The code for a checkpoint (form 5c) and the one that any phone opens (5d): texts to draw. */
  code: string
  link: string
}

/** What stands on the paper freight code 货畅码. */
export type CodePaper = {
  /** The trip's twelve digits, as they are read out. */
  number: string
  plate: string
  /** The state when it was issued: word and shape, for it is printed in black. */
  state: { word: string; tone: 'go' | 'care' | 'stop' | 'void' }
  from: string
  to: string
  crew: readonly string[]
  issuedAt: Instant
  expiresAt: Instant
  phone: string
  code: string
}

/** Makes PDFs with their own Chinese type in them; the same input gives the same bytes. Left out where fonts do not fit. */
export interface Paper {
  /** A4 landscape in the national form. */
  pass(pass: PassPaper): Promise<Uint8Array<ArrayBuffer>>
  /** 80 mm wide, black only, for a thermal printer. */
  codeSlip(code: CodePaper): Promise<Uint8Array<ArrayBuffer>>
  /** A4 portrait, twice the same half. */
  codeSheet(code: CodePaper): Promise<Uint8Array<ArrayBuffer>>
}
