import { parseArgs } from 'node:util'
import { parseInspection } from '../../shared/facts-json.ts'
import { Fault } from '../../shared/fault.ts'
import { decide } from '../../shared/policy/decide.ts'
import { getEdition, type Edition } from '../../shared/policy/edition.ts'
import type { Instant } from '../../shared/instant.ts'
import { answerOf } from '../../shared/policy/verdict.ts'
import { linesOf } from './lines.ts'
import { editionNamed, lawIn } from './stored-law.ts'

export type Streams = {
  input: AsyncIterable<string> | NodeJS.ReadableStream
  output: NodeJS.WritableStream
  errors: NodeJS.WritableStream
}

const usage = `usage: changxing decide [--edition ID] [--data DIR] < facts.ndjson > verdicts.ndjson
Judges one inspection per line by the law in force at its own "now", or by the edition named. With --data, by the law as the
server of that folder published it; then --edition finds published and kept editions too.
Exit code 0: every line answered; 1: some line refused (its answer holds "error"); 2: bad usage.
`

type EditionAt = (now: Instant) => Edition | undefined
type Asked = { editionAt: EditionAt } | { exit: number; say: string }

async function read(argv: string[]): Promise<Asked> {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { edition: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help) return { exit: 0, say: usage }
    return { editionAt: await editionsOf(values) }
  } catch (error) {
    return { exit: 2, say: `${error instanceof Error ? error.message : String(error)}\n${usage}` }
  }
}

async function editionsOf({ edition: id, data }: { edition?: string; data?: string }): Promise<EditionAt> {
  if (data === undefined) {
    const edition = id === undefined ? undefined : getEdition(id)
    return () => edition
  }
  const law = await lawIn(data)
  const edition = id === undefined ? undefined : editionNamed(law, id)
  return (now) => edition ?? law.editionAt(now)
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new Fault('bad-input', 'FA-10', 'this line is not JSON', { path: '', cause })
  }
}

const idOf = (json: unknown): string | null =>
  typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'string' ? json.id : null

type Answered = { text: string; refused: boolean }

function answer(line: string, editionAt: EditionAt): Answered {
  let json: unknown
  try {
    json = parseLine(line)
    const { id, now, facts } = parseInspection(json)
    return { text: JSON.stringify({ id, ...answerOf(decide(facts, now, editionAt(now))) }), refused: false }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { code, message, path } = error
    return { text: JSON.stringify({ id: idOf(json), error: { code, message, path } }), refused: true }
  }
}

const standard = (): Streams => ({ input: process.stdin, output: process.stdout, errors: process.stderr })

/** Answers lines as they come, as fast as the reader of `output` takes them. Returns the exit code. */
export async function decideCommand(argv: string[], streams: Streams = standard()): Promise<number> {
  const { input, output, errors } = streams
  const asked = await read(argv)
  if ('exit' in asked) {
    ;(asked.exit === 0 ? output : errors).write(asked.say)
    return asked.exit
  }
  // The callback of each write reports the same error; without a listener Node would throw it a second time.
  output.on('error', () => undefined)
  let refused = false
  for await (const batch of linesOf(input)) {
    const answers = batch.filter((line) => line.trim() !== '').map((line) => answer(line, asked.editionAt))
    refused ||= answers.some((one) => one.refused)
    const text = answers.map((one) => `${one.text}\n`).join('')
    if (text !== '' && !(await write(output, text))) break
  }
  return refused ? 1 : 0
}

/**
 * Resolves once the text has been taken, so that a slow reader slows us down instead of filling the memory; false when the
 * reader has gone (`| head`).
 */
const write = (output: NodeJS.WritableStream, text: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (!error) return resolve(true)
      return 'code' in error && error.code === 'EPIPE' ? resolve(false) : reject(error)
    })
  })
