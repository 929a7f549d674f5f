import react from '@vitejs/plugin-react'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { partsOf } from './checkpoint-app/parts.ts'
import { isOfPlatePack, platePack } from './checkpoint-app/plate-model/plugin.ts'
import { firstPaint } from './checkpoint-app/first-paint/plugin.ts'
import { serviceWorkers } from './checkpoint-app/service-worker/plugin.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** One entry page per face; the inspector's sources are in checkpoint-app/inspector, its address is /checkpoint/. */
const entries = [
  'index.html',
  'driver/index.html',
  'checkpoint/index.html',
  'office/index.html',
  'dispatch/index.html',
  'apply/index.html',
  'p/index.html',
  'queue/index.html',
]
  .map((entry) => here(`./checkpoint-app/${entry}`))
  .filter((file) => existsSync(file))

const pages = entries.map((file) => {
  const name = /checkpoint-app.(?:(\w+).)?index\.html$/.exec(file)?.[1] ?? 'home'
  return { name, file, app: !['home', 'p', 'queue'].includes(name) }
})

const api = 'http://localhost:8787'

export default defineConfig({
  root: here('./checkpoint-app'),
  plugins: [
    react(),
    firstPaint(),
    platePack(here('./node_modules/.cache/changxing')),
    serviceWorkers({ root: here('./checkpoint-app'), apps: ['driver', 'checkpoint'], leaveOut: isOfPlatePack }),
  ],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    // Android 8 phones that still get WebView updates run far newer engines; 80 is the floor that we promise.
    target: 'chrome80',
    cssTarget: 'chrome80',
    assetsInlineLimit: (file) => (/\.(wasm|svg|png)$/.test(file) ? false : undefined),
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: entries,
      experimental: { chunkOptimization: { mergeCommonChunks: false } },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ debugName: 'parts', name: partsOf(pages) }],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/healthz', '/openapi.json', '/.well-known', '/rules', '/demo', '/status'].map((path) => [
        path,
        { target: api },
      ]),
    ),
  },
})
