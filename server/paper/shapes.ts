import type { CodePaper } from '../ports/paper.ts'
import type { Page } from './page.ts'

/** The house's shapes on a field of 24 × 24: ✔ ▲ ■ ◇. */
const shapes: Readonly<Record<CodePaper['state']['tone'], { path: string; filled: boolean }>> = {
  go: { path: 'M3 13 L9.5 19.5 L21 5', filled: false },
  care: { path: 'M12 3 L22.5 21 L1.5 21 Z', filled: true },
  stop: { path: 'M4 4 L20 4 L20 20 L4 20 Z', filled: true },
  void: { path: 'M12 2 L22 12 L12 22 L2 12 Z', filled: false },
}

export function drawShape(
  page: Page,
  tone: CodePaper['state']['tone'],
  at: { left: number; top: number; size: number },
): void {
  const { path, filled } = shapes[tone]
  page
    .save()
    .translate(at.left, at.top)
    .scale(at.size / 24)
    .path(path)
    .lineWidth(3.2)
  if (filled) page.fill('black')
  else page.stroke('black')
  page.restore()
}
