import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { contactSheet } from './contact-sheet.ts'
import { keepPictures } from './keep-pictures.ts'
import type { Picture } from './keep-pictures.ts'
import { openStage } from './stage.ts'
import type { Stage } from './stage.ts'
import type { Face } from './walk.ts'
import { faces } from './walks/index.ts'

/**
 * `npm run screens [-- face … --whole]`: drives the real server and a real Chromium through every screen and writes the pictures
 * into docs/screens with a page that shows them all. With faces named, the other faces' pictures stay as they are.
 */
const asked = process.argv.slice(2)
const whole = asked.includes('--whole')
const folder = new URL('../../docs/screens/', import.meta.url)
const named = asked.filter((word): word is Face => Object.hasOwn(faces, word))
const broken: string[] = []

async function lookAt(stage: Stage, face: Face): Promise<void> {
  rmSync(new URL(`${face}/`, folder), { recursive: true, force: true })
  for (const { name, go } of faces[face]) {
    const { at, kept } = keepPictures(folder, face, whole)
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
