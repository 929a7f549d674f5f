/** Compares secrets in a time that does not tell where they differ; the length may be told. */
export function sameText(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let different = 0
  for (let at = 0; at < a.length; at += 1) different |= a.charCodeAt(at) ^ b.charCodeAt(at)
  return different === 0
}
