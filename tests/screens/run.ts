import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { contactSheet } from './contact-sheet.ts'
import { keepPictures } from './keep-pictures.ts'
import type { Picture } from './keep-pictures.ts'
import { openStage } from './stage.ts'
import type { Stage } from './stage.ts'
import type { Face } from './walk.ts'
import { faces } from './walks/index.ts'

/**
 * `npm run screens [-- face …]`: drives the real server and a real Chromium through every screen and writes the pictures into
 * docs/screens with a page that shows them all. With faces named, the other faces' pictures stay as they are. To look closer,
 * `--to=FOLDER` keeps them elsewhere, `--size=320x640` draws the phones in another size, `--whole` the pages below the fold too.
 */
const asked = process.argv.slice(2)
const option = (name: string) => asked.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)
const [width, height] = (option('size') ?? '').split('x').map(Number)
const how = { whole: asked.includes('--whole'), ...(width && height ? { size: { width, height } } : {}) }
const folder =
  option('to') === undefined
    ? new URL('../../docs/screens/', import.meta.url)
    : pathToFileURL(`${resolve(option('to') ?? '')}/`)
const named = asked.filter((word): word is Face => Object.hasOwn(faces, word))
const broken: string[] = []

async function lookAt(stage: Stage, face: Face): Promise<void> {
  rmSync(new URL(`${face}/`, folder), { recursive: true, force: true })
  for (const { name, go } of faces[face]) {
    const { at, kept } = keepPictures(folder, face, how)
    await go(stage, at).catch((error: unknown) => broken.push(`${face}: ${name}: ${String(error)}`))
    await stage.leave()
    console.log(
      `${face}: ${name}: ${kept
        .map(({ screen }) => screen)
        .filter(once)
        .join(' ')}`,
    )
  }
}

const once = <Item>(item: Item, at: number, all: readonly Item[]) => all.indexOf(item) === at

/** Every picture in the folder, so that the page is whole even after a run of one face. */
function present(): Picture[] {
  return (Object.keys(faces) as Face[]).flatMap((face) => {
    const files = safeList(new URL(`${face}/`, folder))
    return files.flatMap((file) => {
      const [, screen, language, theme] = /^(.+)-(zh|en)-(day|night)\.webp$/.exec(file) ?? []
      if (screen === undefined) return []
      return [{ face, screen, language: language as 'zh' | 'en', theme: theme as 'day' | 'night' }]
    })
  })
}

function safeList(place: URL): string[] {
  try {
    return readdirSync(place).toSorted()
  } catch {
    return []
  }
}

const stage = await openStage()
for (const face of named.length > 0 ? named : (Object.keys(faces) as Face[])) await lookAt(stage, face)
await stage.close()
writeFileSync(new URL('README.md', folder), contactSheet(present()))
for (const line of broken) console.error(`BROKEN ${line}`)
process.exitCode = broken.length === 0 ? 0 : 1
