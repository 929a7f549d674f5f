import { plainDeflate } from '../../shared/credential/status-list.ts'
import type { Deflate } from '../../shared/credential/status-list.ts'

/** How small a home can make things. Where an edge in front of us presses what it sends, there is no `br` and no `gzip`. */
export type Press = {
  /** zlib, RFC 1950. */
  deflate: Deflate
  br?: (text: string) => Promise<Uint8Array<ArrayBuffer>>
  gzip?: (text: string) => Promise<Uint8Array<ArrayBuffer>>
}

export const plainPress: Press = { deflate: plainDeflate }
