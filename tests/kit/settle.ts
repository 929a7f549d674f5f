/** Keys, signatures and digests under way: they are made in other threads, and what waits for them waits here. */
let underWay = 0

const counted = [
  'sign',
  'verify',
  'digest',
  'encrypt',
  'decrypt',
  'generateKey',
  'importKey',
  'exportKey',
  'deriveKey',
] as const
for (const name of counted) {
  const itself = crypto.subtle[name].bind(crypto.subtle) as (...given: unknown[]) => Promise<unknown>
  const watched = async (...given: unknown[]) => {
    underWay += 1
    try {
      return await itself(...given)
    } finally {
      underWay -= 1
    }
  }
  Object.defineProperty(crypto.subtle, name, { value: watched, configurable: true, writable: true })
}

const quietTurns = 20

/** Lets promises run until nothing is under way for some turns of the loop. A busy machine only makes it later. */
export async function settle(): Promise<void> {
  for (let quiet = 0; quiet < quietTurns; quiet = underWay === 0 ? quiet + 1 : 0)
    await new Promise<void>((done) => (quiet % 5 === 0 && underWay === 0 ? setTimeout(done, 1) : setImmediate(done)))
}
