import { readFile, stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, Hono } from 'hono'
import { getMimeType } from 'hono/utils/mime'

/** More than a build has; old versions of a rebuilt file leave this way. */
const most = 1000

type Page = {
  body: Buffer<ArrayBuffer>
  br?: Buffer<ArrayBuffer>
  gzip?: Buffer<ArrayBuffer>
  etag: string
  type: string
}

/**
 * The built pages from a folder (Node only; on Workers the assets binding does this). Files under /assets/ carry their hash
 * in the name and never change; all others are asked for again. Compressed once per file, not per request.
 */
export function mountPages(app: Hono, folder: string): void {
  const root = resolve(folder)
  const kept = new Map<string, Promise<Page>>()
  app.get('*', async (context, next) => {
    const path = plainPath(context)
    if (path === undefined) return next()
    const file = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`)
    if (!file.startsWith(root + sep)) return next()
    const found = await stat(file).catch(() => undefined)
    if (found?.isDirectory() === true && (await isFile(`${file}${sep}index.html`))) {
      return context.redirect(`${encodeURI(path)}/`, 308)
    }
    if (found?.isFile() !== true) return next()
    const name = `${file} ${found.mtimeMs} ${found.size}`
    const page = kept.get(name) ?? read(file)
    if (kept.size > most) kept.clear()
    kept.set(name, page)
    return answer(context, await page, path.startsWith('/assets/'))
  })
}

function plainPath(context: Context): string | undefined {
  try {
    const path = decodeURIComponent(new URL(context.req.url).pathname)
    // A double slash at the front would make the redirect leave this host.
    return path.includes('\0') || path.includes('\\') || path.startsWith('//') ? undefined : path
  } catch {
    return undefined
  }
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  )

/** Bytes. */
const large = 4_000_000

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const compressible = /^(text\/|application\/(json|javascript|manifest|wasm)|image\/svg)/
/** The model that reads plates has no registered type, and a fifth of it is air. */
const isCompressible = (file: string, type: string) => compressible.test(type) || file.endsWith('.onnx')

async function read(file: string): Promise<Page> {
  const body = await readFile(file)
  const type = getMimeType(file) ?? 'application/octet-stream'
  const digest = await crypto.subtle.digest('SHA-256', body)
  const page = { body, type, etag: `"${Buffer.from(digest).toString('base64url').slice(0, 22)}"` }
  if (body.length < 1024 || !isCompressible(file, type)) return page
  // The engine that reads plates has 14 MB: at 9 its first reader would wait two seconds for a twentieth less.
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: body.length > large ? 5 : 9 } }
  return { ...page, br: await brotli(body, quality), gzip: await zip(body) }
}

function answer(context: Context, page: Page, immutable: boolean): Response {
  context.header('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  context.header('ETag', page.etag)
  context.header('Vary', 'Accept-Encoding')
  if (context.req.header('if-none-match')?.includes(page.etag) === true) return context.body(null, 304)
  context.header('Content-Type', page.type)
  const accepted = context.req.header('accept-encoding') ?? ''
  const encoding = (['br', 'gzip'] as const).find((name) => page[name] !== undefined && accepted.includes(name))
  if (encoding !== undefined) context.header('Content-Encoding', encoding)
  return context.body(encoding === undefined ? page.body : (page[encoding] ?? page.body))
}
