/** While one is being written only the newest of those that come is written after it: what nobody reads again costs nothing. */
export function newestOnly<T>(write: (value: T) => Promise<void>): (value: T) => Promise<void> {
  let running: Promise<void> | undefined
  let next: { readonly value: T } | undefined
  async function run(): Promise<void> {
    for (; next !== undefined;) {
      const { value } = next
      next = undefined
      await write(value)
    }
  }
  return (value) => {
    next = { value }
    return (running ??= run().finally(() => (running = undefined)))
  }
}
