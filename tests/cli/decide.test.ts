/** `changxing decide` as a batch job sees it: lines in, lines out, exit codes. */
import { Readable, Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { decideCommand } from '../../server/cli/decide.ts'
import { editions } from '../../shared/policy/edition.ts'

class Collected extends Writable {
  text = ''
  override _write(chunk: Buffer, _: string, done: () => void) {
    this.text += chunk.toString('utf8')
    done()
  }
}

type Input = string | readonly (string | Uint8Array)[]

async function run(input: Input, argv: string[] = []) {
  const output = new Collected()
  const errors = new Collected()
  const chunks = typeof input === 'string' ? [input] : input
  const exit = await decideCommand(argv, { input: Readable.from(chunks), output, errors })
  const lines = output.text.split('\n').slice(0, -1)
  if (output.text !== '') expect(output.text.endsWith('\n')).toBe(true)
  return { exit, lines, errors: errors.text }
}

const line = (id: string, more: object = {}) =>
  JSON.stringify({
    id,
    now: '2022-05-16T10:00:00+08:00',
    trip: { scope: 'cross-province', registered: true },
    freightCode: 'green',
    crew: [{ temperatures: [36.5] }],
    pass: { state: 'valid' },
    ...more,
  })

describe('answers', () => {
  test('one line each, with the contract’s fields in their order', async () => {
    const { exit, lines } = await run(`${line('G5')}\n`)
    expect(exit).toBe(0)
    expect(lines).toEqual([
      `{"id":"G5","row":"V8","outcome":"release","persons":[{"row":"V8"}],"needs":[],"modifiers":["M1"],"opens":[],` +
        `"tasks":["green-lane"],"articles":["jiaozuo-20#2"],"edition":"${editions[0].id}",` +
        `"headline":{"zh":"快速放行","en":"Fast release"}}`,
    ])
  })

  test('whatever the chunks: split inside a character, CRLF, a byte order mark, no last line end, blank lines', async () => {
    const text = `\ufeff${line('一号车')}\r\n\n   \n${line('二号车')}`
    const bytes = new TextEncoder().encode(text)
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte))
    for (const input of [text.slice(1), [bytes], single]) {
      const { exit, lines } = await run(input)
      expect(exit).toBe(0)
      expect(lines.map((one) => Reflect.get(Object(JSON.parse(one)), 'id'))).toEqual(['一号车', '二号车'])
    }
  })

  test('nothing in, nothing out', async () => expect(await run('')).toEqual({ exit: 0, lines: [], errors: '' }))

  test('an edition by its id gives the same verdicts', async () => {
    const named = await run(line('a'), ['--edition', editions[0].id])
    expect(named).toEqual(await run(line('a')))
  })
})

describe('refusals', () => {
  const refused: readonly (readonly [given: string, answer: string])[] = [
    ['{"id":', '{"id":null,"error":{"code":"FA-10","message":"this line is not JSON","path":""}}'],
    ['null', '{"id":null,"error":{"code":"FA-03","message":"the inspection must be an object, not null","path":""}}'],
    ['{"id":7}', '{"id":null,"error":{"code":"FA-03","message":"id must be a string, not 7","path":"id"}}'],
    [line('x', { plate: '豫H' }), '{"id":"x","error":{"code":"FA-01","message":"unknown key plate","path":"plate"}}'],
    [
      line('x', { crew: [] }),
      '{"id":"x","error":{"code":"FA-06","message":"crew is empty: a vehicle has at least a driver","path":"crew"}}',
    ],
    [
      line('x', { crew: [{ temperatures: [36.5, 46] }] }),
      '{"id":"x","error":{"code":"FA-09","message":"crew.0.temperatures.1 is 46 ℃, outside 30.0–45.0","path":"crew.0.temperatures.1"}}',
    ],
  ]
  test.each(refused)('%s', async (given, answer) => {
    const { exit, lines } = await run([line('before'), '\n', given, '\n', line('after'), '\n'])
    expect(exit).toBe(1)
    expect(lines).toHaveLength(3)
    expect(lines[1]).toBe(answer)
    expect(lines[2]).toContain('"id":"after","row":"V8"')
  })
})

describe('usage', () => {
  test.each([['--edition', 'none'], ['--edition'], ['--editon=x'], ['file.ndjson']])(
    '%s %s: exit 2, said on standard error',
    async (...argv) => {
      const { exit, lines, errors } = await run(line('x'), argv)
      expect([exit, lines]).toEqual([2, []])
      expect(errors).toContain('usage: changxing decide')
    },
  )
  test('an unknown edition names the known ones', async () => {
    expect((await run('', ['--edition', 'none'])).errors).toContain(editions[0].id)
  })
  test('--help', async () => {
    const { exit, lines } = await run('', ['--help'])
    expect([exit, lines[0]]).toEqual([
      0,
      'usage: changxing decide [--edition ID] [--data DIR] < facts.ndjson > verdicts.ndjson',
    ])
  })
})

describe('streams', () => {
  test('an answer is there before the next line comes', async () => {
    const output = new Collected()
    const seen: number[] = []
    async function* slowly() {
      for (const id of ['a', 'b', 'c']) {
        yield await Promise.resolve(`${line(id)}\n`)
        seen.push(output.text.split('\n').length - 1)
      }
    }
    await decideCommand([], { input: slowly(), output, errors: new Collected() })
    expect(seen).toEqual([1, 2, 3])
  })

  test('a slow reader slows us down instead of filling the memory', async () => {
    let open = 0
    let most = 0
    const output = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        most = Math.max(most, ++open)
        setImmediate(() => {
          open--
          done()
        })
      },
    })
    let pulled = 0
    function* many() {
      for (; pulled < 50; pulled++) yield `${line(String(pulled))}\n`
    }
    await decideCommand([], { input: Readable.from(many(), { highWaterMark: 1 }), output, errors: new Collected() })
    expect([pulled, most, output.writableLength]).toEqual([50, 1, 0])
  })

  test('a reader that goes away ends the work quietly; another failure is not hidden', async () => {
    const broken = (code: string) =>
      new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) })
    const start = (code: string) =>
      decideCommand([], { input: Readable.from([`${line('a')}\n`]), output: broken(code), errors: new Collected() })
    expect(await start('EPIPE')).toBe(0)
    await expect(start('ENOSPC')).rejects.toThrow('ENOSPC')
  })
})
