import type { Page } from 'playwright-core'

/** So many more records wait: each with an id of its own and signed by the phone's key, as if they had been made before. */
export async function fillQueue(page: Page, count: number): Promise<void> {
  await page.evaluate(fills, count)
}

/** Runs in the page. Made after the newest record there is, which stays the newest. */
async function fills(count: number): Promise<void> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.addEventListener('success', () => done(request.result))
      request.addEventListener('error', () => fail(request.error ?? new Error('no database')))
    })
  const text = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  const plain = (part = '') =>
    new TextDecoder().decode(
      Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0)),
    )
  const db = await asked(indexedDB.open('changxing-checkpoint'))
  const { key } = await asked<{ key: CryptoKeyPair }>(db.transaction('slots').objectStore('slots').get('key'))
  const all = await asked<{ at: number; payload: string; state: string }[]>(
    db.transaction('queue').objectStore('queue').getAll(),
  )
  const one =
    all.find(({ payload }) => payload !== '') ??
    (JSON.parse(localStorage.getItem('bench') ?? 'null') as (typeof all)[0])
  localStorage.setItem('bench', JSON.stringify(one))
  const [header, payload] = one.payload.split('.')
  const envelope = JSON.parse(plain(payload)) as object
  for (let n = 0; n < count; n += 200) {
    const items = []
    for (let m = n; m < Math.min(count, n + 200); m++) {
      const id = crypto.randomUUID()
      const body = `${header}.${text(new TextEncoder().encode(JSON.stringify({ ...envelope, id })))}`
      const seal = await crypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        key.privateKey,
        new TextEncoder().encode(body),
      )
      items.push({ ...one, id, at: one.at - count + m, payload: `${body}.${text(seal)}`, state: 'waiting' })
    }
    const tx = db.transaction(['slots', 'parts', 'queue', 'tally'], 'readwrite', { durability: 'strict' })
    for (const item of items) tx.objectStore('queue').put(item)
    await new Promise((done) => tx.addEventListener('complete', done))
  }
  db.close()
}
