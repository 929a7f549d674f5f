/** What reading plates needs beyond the page: two files of the build, loaded once and then kept on the phone. */
export type PackFile = { readonly url: string; readonly bytes: number }
export type Pack = { readonly model: PackFile; readonly engine: PackFile }

/** `broken-off`: the line or the server; `no-engine`: this browser cannot run it, whatever is loaded. */
export type PackProblem = 'offline' | 'broken-off' | 'no-engine'

export type Loaded = {
  readonly model: Uint8Array<ArrayBuffer>
  readonly engine: Uint8Array<ArrayBuffer>
  /** False where the phone is full or keeps nothing: it will be loaded again next time. */
  readonly kept: boolean
}

export type PackPorts = {
  readonly fetch: (url: string) => Promise<Response>
  /** Absent on pages without TLS. */
  readonly caches: Pick<CacheStorage, 'open'> | undefined
  readonly online: () => boolean
}

/** Not of the family that the service worker clears: an update of the app leaves it. */
const shelfName = 'changxing-plate-pack'

const filesOf = ({ model, engine }: Pack) => [model, engine]

async function shelf({ caches }: PackPorts): Promise<Cache | undefined> {
  try {
    return await caches?.open(shelfName)
  } catch {
    return undefined
  }
}

/** Whether both files lie on the phone: then plates are read without a network. */
export async function packIsHere(pack: Pack, ports: PackPorts): Promise<boolean> {
  const cache = await shelf(ports)
  if (cache === undefined) return false
  const found = await Promise.all(filesOf(pack).map(({ url }) => cache.match(url)))
  return found.every((each) => each !== undefined)
}

/** Takes both files from the phone, and what is not there from our server; `told` hears how much of the whole has come. */
export async function loadPack(
  pack: Pack,
  ports: PackPorts,
  told: (share: number) => void,
): Promise<Loaded | PackProblem> {
  const cache = await shelf(ports)
  const whole = filesOf(pack).reduce((sum, { bytes }) => sum + bytes, 0)
  let come = 0
  const hear = (bytes: number) => told((come += bytes) / whole)
  let kept = cache !== undefined
  const take = async (file: PackFile) => {
    const here = await fromShelf(cache, file)
    if (here !== undefined) {
      hear(file.bytes)
      return here
    }
    const bytes = await download(file, ports, hear)
    kept = (await put(cache, file, bytes)) && kept
    return bytes
  }
  try {
    const [model, engine] = [await take(pack.model), await take(pack.engine)]
    if (cache !== undefined && kept) await clear(cache, pack)
    return { model, engine, kept }
  } catch {
    return ports.online() ? 'broken-off' : 'offline'
  }
}

async function fromShelf(cache: Cache | undefined, { url, bytes }: PackFile) {
  const found = await cache?.match(url).then((answer) => answer?.arrayBuffer())
  return found?.byteLength === bytes ? new Uint8Array(found) : undefined
}

async function download({ url, bytes }: PackFile, ports: PackPorts, hear: (bytes: number) => void) {
  const answer = await ports.fetch(url)
  if (!answer.ok || answer.body === null) throw new Error(`${url}: ${answer.status}`)
  const file = new Uint8Array(bytes)
  const reader = answer.body.getReader()
  let at = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    if (at + value.length > bytes) throw new Error(`${url} is longer than the build says`)
    file.set(value, at)
    at += value.length
    hear(value.length)
  }
  if (at !== bytes) throw new Error(`${url} broke off`)
  return file
}

async function put(cache: Cache | undefined, { url }: PackFile, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (cache === undefined) return false
  try {
    await cache.put(url, new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } }))
    return true
  } catch {
    return false // The phone is full: it works this time.
  }
}

/** Files of earlier builds. */
async function clear(cache: Cache, pack: Pack): Promise<void> {
  const wanted = filesOf(pack).map(({ url }) => url)
  for (const request of await cache.keys())
    if (!wanted.includes(new URL(request.url).pathname)) await cache.delete(request)
}
