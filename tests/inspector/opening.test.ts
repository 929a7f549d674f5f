import { expect, test } from 'vitest'
import { scanSoon } from '../../checkpoint-app/inspector/opening.ts'

const settled = () => new Promise((done) => setTimeout(done, 0))

test('codes seen before the desk is open wait for it, each once, in the order seen', async () => {
  const taken: string[] = []
  let open: (scan: (text: string) => void) => void = () => undefined
  const scan = scanSoon(() => new Promise((done) => (open = done)))
  for (const text of ['freight', 'pass', 'freight']) scan(text)
  await settled()
  expect(taken).toEqual([])
  open((text) => taken.push(text))
  await settled()
  expect(taken).toEqual(['freight', 'pass'])
  scan('freight')
  expect(taken).toEqual(['freight', 'pass', 'freight'])
})

test('where the rest of the app cannot be had nothing breaks loose', async () => {
  const scan = scanSoon(() => Promise.reject(new Error('no network')))
  scan('freight')
  await settled()
})
