import { describe, expect, it } from 'vitest'
import { partsOf } from '../../checkpoint-app/parts.ts'

const pages = ['driver', 'checkpoint', 'office', 'p'].map((name) => ({
  name,
  file: `/app/${name}/index.html`,
  app: name !== 'p',
}))

/** What each module needs at once, and what it comes to later. */
const graph: Record<string, { now?: string[]; later?: string[] }> = {
  '/app/driver/index.html': { now: ['/app/driver/main.tsx'] },
  '/app/driver/main.tsx': {
    now: ['/app/ui/start.tsx', '/app/ui/field.tsx', '/shared/plate.ts', '/app/driver/words.ts', '/app/driver/home.tsx'],
  },
  '/app/checkpoint/index.html': { now: ['/app/inspector/main.tsx'] },
  '/app/inspector/main.tsx': { now: ['/app/ui/start.tsx', '/app/ui/camera.tsx'], later: ['/app/inspector/rest.tsx'] },
  '/app/inspector/rest.tsx': { now: ['/app/ui/field.tsx', '/app/driver/words.ts', '/shared/law.ts'] },
  '/app/office/index.html': { now: ['/app/office/main.tsx'] },
  '/app/office/main.tsx': { now: ['/app/ui/start.tsx', '/app/ui/field.tsx'], later: ['/app/ui/camera.tsx'] },
  '/app/p/index.html': { now: ['/app/p/main.ts'] },
  '/app/p/main.ts': { now: ['/shared/plate.ts'] },
}
const known = {
  getModuleInfo: (id: string) => ({
    importedIds: graph[id]?.now ?? [],
    dynamicallyImportedIds: graph[id]?.later ?? [],
  }),
}

describe('the part of the build that a module goes into', () => {
  const partOf = partsOf(pages)
  it.each([
    ['what every app begins with', '/app/ui/start.tsx', 'apps'],
    ['what only one page ever uses', '/app/driver/home.tsx', 'driver'],
    ['the script that begins a page', '/app/driver/main.tsx', null],
    ['what an older browser lacks', '/app/ui/older-browsers.ts', 'first'],
    ['what two apps begin with, and the inspector comes to later', '/app/ui/field.tsx', 'faces'],
    ['what an app shares with the page of a link', '/shared/plate.ts', 'driver-p'],
    ['what one page begins with and another comes to later', '/app/ui/camera.tsx', 'checkpoint-also'],
    ['the same, but of one face: it may dress the page', '/app/driver/words.ts', null],
    ['what no page begins with', '/shared/law.ts', null],
  ])('%s', (_, id, expected) => expect(partOf(id, known)).toBe(expected))
})
