/** Lets everybody else go first. */
export const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 0))

/** Work that says when it can be interrupted: the server answers others in between. */
export async function inSlices<Result>(work: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
    await pause()
  }
}
