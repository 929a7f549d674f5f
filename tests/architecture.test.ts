import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/**
 * The import rule of the house. A layer is a folder or a file; a file belongs to the longest name that fits it, and may import
 * what stands under it: our own paths, and packages. Nothing else may.
 */
const small =
  'server/deps.ts server/same-text.ts server/trip-key.ts server/terminal-key.ts server/version.ts server/usage.ts'
const layers: Readonly<Record<string, string>> = {
  shared: 'shared jose fflate zod/mini @noble/hashes @noble/curves',
  'schema/api': 'schema/api shared zod/mini',
  'schema/tables.ts': 'shared kysely',
  'checkpoint-app':
    'checkpoint-app schema/api shared react react-dom idb qrcode jose uuid zod/mini zxing-wasm @noble/hashes ' +
    'read-excel-file write-excel-file onnxruntime-web virtual:plate-pack',
  'checkpoint-app/first-paint/plugin.ts': 'vite node:',
  'checkpoint-app/service-worker/plugin.ts': 'checkpoint-app/service-worker vite node:',
  // Made smaller while the pages are built; nothing of it runs in a browser.
  'checkpoint-app/plate-model': 'checkpoint-app/plate-model checkpoint-app/device/plate/alphabet.ts vite node:',
  'server/routes': 'server/routes server/usecases server/http server/deps.ts schema/api shared hono',
  'server/usecases':
    'server/usecases server/keys server/store server/ports server/deps.ts server/password.ts server/trip-key.ts server/terminal-key.ts ' +
    'server/http/who-is-asking.ts schema/api schema/tables.ts shared kysely jose uuid zod/mini',
  'server/keys': 'server/keys server/store server/deps.ts shared',
  'server/timers': 'server/timers server/keys server/usecases server/store server/ports server/deps.ts shared',
  'server/store': 'server/store schema/tables.ts shared kysely',
  'server/store/sqlite.ts': 'server/store shared better-sqlite3',
  'server/store/open-sqlite.ts': 'server/store node:fs',
  'server/store/bundled-migrations.ts': 'server/store schema/migrations',
  'server/audit': 'server/audit server/store server/ports server/deps.ts shared',
  'server/ports': 'server/ports shared zod/mini',
  'server/ports/channels': 'server/ports shared jose',
  'server/ports/kms-http.ts': 'server/ports shared zod/mini jose',
  'server/ports/audit-heads-file.ts': 'server/ports shared node:',
  'server/http': `server/http server/keys server/store ${small} schema/api shared hono jose zod`,
  'server/http/pages.ts': 'hono node:',
  'server/http/press-node.ts': 'server/http node:',
  'server/paper': 'server/paper server/ports shared pdfkit qrcode node:',
  'server/answers': 'server/answers server/usecases server/http server/deps.ts shared hono',
  'server/rulebook': 'server/rulebook server/deps.ts shared hono @noble/hashes',
  'server/demo':
    `server/demo server/rulebook/style.ts server/usecases server/store server/password.ts ${small} schema/api shared ` +
    'hono @hono/node-server qrcode zod/mini',
  // The floor of the server: what is handed to the rooms above.
  server: `server/key-settings.ts server/channel-settings.ts server/keys server/store server/ports ${small} package.json shared jose @noble/hashes zod/mini node:util`,
  // Wiring may import all of the server.
  'server/app.ts': 'server schema shared hono',
  'server/node.ts': 'server schema shared hono @hono/node-server node:',
  'server/listen.ts': 'shared hono @hono/node-server node:',
  'server/worker.ts': 'server schema shared hono jose',
  'server/cli': 'server schema shared node: qrcode selfsigned vite zxing-wasm',
}

/** Only the homes choose a database; only they and the settings read the process. */
const homes = ['server/node.ts', 'server/listen.ts', 'server/worker.ts', 'server/cli', 'server/config.ts']
const namedOnlyIn: readonly { what: string; text: RegExp; where: readonly string[] }[] = [
  {
    what: 'an adapter',
    text: /from '[^']*\/(sqlite|open-sqlite|d1)\.ts'/,
    where: [...homes, 'server/store/open-sqlite.ts'],
  },
  { what: 'D1', text: /\bD1\b/, where: [...homes, 'server/store/d1.ts', 'server/store/refusals.ts'] },
  {
    what: 'process',
    text: /\bprocess\.\w/,
    where: [...homes, 'server/demo', 'checkpoint-app/service-worker/plugin.ts', 'checkpoint-app/plate-model/plugin.ts'],
  },
]
/** `shared/` gives the same answer everywhere and at any time. */
const impure =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\b|\bprocess\b|\bfetch\s*\(|\b(window|navigator|localStorage)\s*[.[]|\bdocument\.(query|get|create|body|cookie|add)/

type Source = { path: string; text: string }

const imported =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|(?:^|\n)import\s*'([^']+)'|\bimport\(\s*'([^']+)'/g
const under = (path: string, place: string) =>
  path === place || path.startsWith(place.endsWith(':') ? place : `${place}/`)

function layerOf(path: string): string | undefined {
  return Object.keys(layers)
    .filter((layer) => under(path, layer))
    .toSorted((a, b) => b.length - a.length)[0]
}

function violationsOf({ path, text }: Source): string[] {
  const layer = layerOf(path)
  if (layer === undefined) return [`${path} stands in no room of the house`]
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const targets = [...text.matchAll(imported)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
  const resolved = targets.map((target) => (target.startsWith('.') ? posix.join(posix.dirname(path), target) : target))
  const wrong = resolved.filter(
    (target) => !layers[layer]!.split(' ').some((may) => under(target.replace(/\?\w+$/, ''), may)),
  )
  const named = namedOnlyIn.filter((rule) => rule.text.test(code) && !rule.where.some((place) => under(path, place)))
  return [
    ...wrong.map((target) => `${path} may not import ${target}`),
    ...named.map((rule) => `${path} may not name ${rule.what}`),
    ...(under(path, 'shared') && impure.test(code) ? [`${path} is not pure: ${impure.exec(code)![0]}`] : []),
  ]
}

const root = fileURLToPath(new URL('../', import.meta.url))
const sources = ['shared', 'schema', 'server', 'checkpoint-app']
  .flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }))

describe('the import rule', () => {
  it('holds in every file', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(sources.flatMap(violationsOf)).toEqual([])
  })

  it.each<[string, string, string]>([
    ['server/store/trips.ts', "import { x } from '../usecases/x.ts'", 'may not import server/usecases/x.ts'],
    ['server/store/trips.ts', "import type {\n  X,\n} from '../routes/x.ts'", 'may not import server/routes/x.ts'],
    ['server/usecases/x.ts', "import { limitsOf } from '../http/limits.ts'", 'may not import server/http/limits.ts'],
    ['server/usecases/x.ts', "import { openSqlite } from '../store/sqlite.ts'", 'may not name an adapter'],
    ['server/usecases/x.ts', "const port = process.env['PORT']", 'may not name process'],
    ['server/usecases/x.ts', "import Sqlite from 'better-sqlite3'", 'may not import better-sqlite3'],
    ['server/usecases/x.ts', 'const all = (db: D1) => db', 'may not name D1'],
    ['server/routes/x.ts', "import { sql } from '../store/db.ts'", 'may not import server/store/db.ts'],
    ['server/ports/sms.ts', "import { sql } from '../store/db.ts'", 'may not import server/store/db.ts'],
    ['server/ports/sms.ts', "const x = await import('../store/db.ts')", 'may not import server/store/db.ts'],
    ['schema/api/x.ts', "import { x } from '../../server/deps.ts'", 'may not import server/deps.ts'],
    ['checkpoint-app/ui/x.ts', "import type { Deps } from '../../server/deps.ts'", 'may not import server/deps.ts'],
    ['checkpoint-app/ui/x.ts', "import 'node:fs'", 'may not import node:fs'],
    ['shared/x.ts', "import { Hono } from 'hono'", 'may not import hono'],
    ['shared/x.ts', "import { z } from 'zod'", 'may not import zod'],
    ['shared/x.ts', "export * from '../schema/tables.ts'", 'may not import schema/tables.ts'],
    ['shared/x.ts', 'const now = Date.now()', 'is not pure: Date.now'],
    ['shared/x.ts', 'const now = new Date( )', 'is not pure: new Date( )'],
    ['shared/x.ts', 'const id = Math.random()', 'is not pure: Math.random'],
    ['shared/x.ts', "const page = document.querySelector('x')", 'is not pure: document.query'],
    ['shared/x.ts', "await fetch('/api')", 'is not pure: fetch('],
    ['server/newroom/x.ts', "import { x } from '../usecases/x.ts'", 'may not import server/usecases/x.ts'],
    ['somewhere/x.ts', '', 'stands in no room of the house'],
  ])('finds what is planted: %s: %s', (path, text, says) => {
    expect(violationsOf({ path, text })).toContain(`${path} ${says}`)
  })

  it.each([
    ['shared/x.ts', '/** Never Date.now(). */ const documents = [new Date(5)]\n// fetch()'],
    ['server/cli/x.ts', "import { openDeps } from '../node.ts'\nprocess.exit"],
  ])('leaves alone what is right: %s', (path, text) => expect(violationsOf({ path, text })).toEqual([]))
})
