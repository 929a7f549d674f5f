/** Offers a file to the browser's own downloads. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // A browser may read it only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
