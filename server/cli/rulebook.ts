import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { instant } from '../../shared/instant.ts'
import { nonePublished } from '../../shared/wording/published-numbers.ts'
import { programLaw } from '../law.ts'
import { fileNames, rulebookFiles } from '../rulebook/files.ts'
import { Usage } from '../usage.ts'
import { editionNamed, lawIn, numbersIn } from './stored-law.ts'

const help = `changxing rulebook [--out DIR] [--edition ID] [--data DIR]

Writes the rule book as the server shows it under /rules/: Chinese and English pages, their style, and edition.json.
With --data, with what the server of that folder published. 有 --data 时，连同已公布的修订。
把 /rules/ 的规则书写成文件。默认目录 ./data/rules。
`

/** The edition in force unless another is named. Prints each file it wrote. */
export async function rulebookCommand(args: readonly string[]): Promise<number> {
  const { out, edition: id, data, help: asked } = readArgs(args)
  if (asked === true) {
    process.stdout.write(help)
    return 0
  }
  const now = instant(Date.now())
  const law = data === undefined ? programLaw() : await lawIn(data)
  const numbers = data === undefined ? nonePublished : await numbersIn(data)
  const edition = id === undefined ? law.editionAt(now) : editionNamed(law, id)
  const files = rulebookFiles(edition, now, { law: law.overTime(), numbers })
  for (const name of fileNames) {
    const path = join(out, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, files[name].text)
    process.stdout.write(`${path}\n`)
  }
  return 0
}

function readArgs(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string', default: join('data', 'rules') },
        edition: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    return values
  } catch (error) {
    throw new Usage(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
  }
}
