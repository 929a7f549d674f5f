import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('overlays/', import.meta.url)
/** The examples; the name says what they are. */
export const exampleOverlays = readdirSync(folder).map((file) => ({
  name: file.replace('.json', ''),
  file: new URL(file, folder),
  lawful: file.startsWith('lawful-'),
  json: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown,
}))
