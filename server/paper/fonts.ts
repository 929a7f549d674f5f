import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Noto Sans Hans (SIL OFL 1.1), every character of GBK and more; only those used go into a file. */
export type Fonts = { regular: Buffer; bold: Buffer }

let kept: Fonts | undefined

/** 17 MB, read when the first page is made. */
export function loadFonts(): Fonts {
  kept ??= { regular: read('Regular'), bold: read('Bold') }
  return kept
}

const read = (weight: string) =>
  readFileSync(
    join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), `../fonts/NotoSansHans-${weight}.otf`),
  )
