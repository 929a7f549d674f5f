import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { holdAgainst } from '../../../checkpoint-app/device/plate/hold-against.ts'
import { openPlateReader } from '../../../checkpoint-app/device/plate/plate-reader.ts'
import { readingOf, readPlate } from '../../../checkpoint-app/device/plate/read-plate.ts'
import { oneRow, written } from './written.ts'

/** The reading must know nothing of codes, passes or expected trucks: it would hide a cloned plate. */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const imported =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|(?:^|\n)import\s*'([^']+)'|\bimport\(\s*'([^']+)'/g

function reaches(entry: string): readonly string[] {
  const found = new Set([entry])
  for (const path of found) {
    if (!path.endsWith('.ts')) continue
    for (const [, from, bare, lazy] of readFileSync(root + path, 'utf8').matchAll(imported)) {
      const target = from ?? bare ?? lazy ?? ''
      found.add(target.startsWith('.') ? posix.join(posix.dirname(path), target) : target)
    }
  }
  return [...found].filter((path) => path !== entry).toSorted()
}

const own = (name: string) => `checkpoint-app/device/plate/${name}.ts`

describe('the reader cannot be told what to expect', () => {
  it('because it can reach nothing but the forms of plates', () => {
    expect(reaches(own('read-plate'))).toEqual([
      ...['agreement', 'alphabet', 'ctc', 'emissions', 'grammar', 'guide', 'stretch'].map(own),
      'shared/identity/notes.ts',
      'shared/identity/plate.ts',
      'shared/identity/reading.ts',
      'shared/identity/typed-text.ts',
    ])
  })

  it('nor can the worker that it runs in', () => {
    const beyond = reaches(own('plate-worker')).filter((path) => !path.startsWith('checkpoint-app/device/plate/'))
    expect(beyond.filter((path) => !path.startsWith('shared/identity/'))).toEqual([
      'checkpoint-app/ui/older-browsers.ts',
      'onnxruntime-web/wasm',
    ])
  })

  it('because it takes a picture and the recogniser, and nothing else', () => {
    expect([readPlate.length, readingOf.length]).toEqual([2, 1])
  })
})

describe('what the page sends to the reader', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is the picture of the guide box, and where the reader is to be loaded from', () => {
    const sent: unknown[] = []
    class FakeWorker {
      addEventListener() {}
      terminate() {}
      postMessage(task: unknown) {
        sent.push(task)
      }
    }
    vi.stubGlobal('Worker', FakeWorker)
    const reader = openPlateReader()
    const pack = { model: { url: '/m', bytes: 1 }, engine: { url: '/e', bytes: 1 } }
    const guide = {} as ImageBitmap
    reader.wake(pack)
    void reader.read(guide)
    expect(sent).toEqual([
      { type: 'start', pack },
      { type: 'read', id: 1, guide },
    ])
    expect(reader.read.length).toBe(1)
  })
})

it('a cloned plate, read a little likelier than the one on the code, is not taken for that', () => {
  const clone = oneRow([...written('豫H1234'), { '6': 0.55, '5': 0.44 }, {}])!
  expect(clone.candidates.map(({ plate }) => plate).slice(0, 2)).toEqual(['豫H12346', '豫H12345'])
  expect(holdAgainst(clone, '豫H12345')).toBe('unsure')
  expect(holdAgainst(oneRow(written('豫H12346'))!, '豫H12345')).toBe('differs')
})
