const much = new Uint8Array(256 * 1024)
/** Keys and signatures are made in a few threads, in the order asked: when as many of these are done, so is what was asked before. */
const threads = 4

/** Lets promises run; a key or a signature takes a few turns of the loop. A busy machine only makes it later. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((done) => setTimeout(done, 1))
    await Promise.all(Array.from({ length: threads }, () => crypto.subtle.digest('SHA-256', much)))
  }
}
