/** Asked for in a way we do not understand: said on standard error, exit code 2. */
export class Usage extends Error {
  override readonly name = 'Usage'
}
