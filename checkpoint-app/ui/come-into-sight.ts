/**
 * A `ref` for what a button opened in its place: comes into sight with the focus. When it goes, one goes on by keyboard from the
 * same place of the sheet.
 */
export function comeIntoSight(part: HTMLElement | null) {
  if (part === null) return undefined
  part.focus({ preventScroll: true })
  part.scrollIntoView({ block: 'nearest' })
  return () => {
    part.closest<HTMLElement>('.sheet-content')?.focus({ preventScroll: true })
  }
}
