import type { Page } from './page.ts'

export type Box = { left: number; top: number; width: number; height: number }
export type Type = {
  font?: 'regular' | 'bold'
  /** Largest size, points; smaller when the text would not fit. */
  size: number
  smallest?: number
  colour?: string
  align?: 'left' | 'center' | 'right'
  spacing?: number
}

const leading = 1.25

/** Writes a text into a box, in the middle of its height; breaks the line and grows smaller until it fits. */
export function fitText(page: Page, text: string, box: Box, type: Type): void {
  const smallest = type.smallest ?? 6
  page.font(type.font ?? 'regular').fillColor(type.colour ?? 'black')
  for (let size = type.size; ; size -= 0.5) {
    page.fontSize(size)
    const lines = brokenLines(page, text, box.width, type.spacing)
    if (size > smallest && lines.length * size * leading > box.height) continue
    return writeLines(page, lines, box, { ...type, size })
  }
}

/** Lines of a text; where it had to be broken, the lines are about equally long. */
function brokenLines(page: Page, text: string, width: number, spacing = 0): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = filled(page, paragraph, width, spacing)
    if (lines.length === 1) return lines
    for (let narrower = width; ; narrower -= 3) {
      const evener = filled(page, paragraph, narrower, spacing)
      if (evener.length > lines.length || narrower < width / 2) return filled(page, paragraph, narrower + 3, spacing)
    }
  })
}

/** Chinese breaks anywhere except before a closing mark; what is no Chinese stays in one piece. */
function filled(page: Page, text: string, width: number, spacing: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\w·*.:-]+|\s+|./gu) ?? []) {
    const tooLong = page.widthOfString(line + piece, { characterSpacing: spacing }) > width
    if (tooLong && line !== '' && !/^[、，。；）]/.test(piece)) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return [...lines, line]
}

function writeLines(page: Page, lines: readonly string[], box: Box, type: Type): void {
  const step = type.size * leading
  // The type's own line is taller than ours; its middle is put on the middle of our line.
  const lift = (page.currentLineHeight(false) - step) / 2
  const top = box.top + (box.height - lines.length * step) / 2 - lift
  const { align = 'left', spacing = 0 } = type
  lines.forEach((line, index) => {
    const options = { lineBreak: false, characterSpacing: spacing }
    const spare = box.width - page.widthOfString(line, options)
    const shift = { left: 0, center: spare / 2, right: spare }[align]
    page.text(line, box.left + shift, top + index * step, options)
  })
}
