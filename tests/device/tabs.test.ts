import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { browserTabs } from '../../checkpoint-app/device/tabs.ts'

/** Node's own locks where it has them, else a lock of the same kind: what is tested is what is done with it. */
const locks = () => {
  const held = new Map<string, Promise<unknown>>()
  return {
    async request<T>(name: string, ...given: unknown[]): Promise<T> {
      const work = given.at(-1) as (lock: object | null) => Promise<T>
      const ifAvailable = (given[0] as { ifAvailable?: boolean }).ifAvailable === true
      if (ifAvailable && held.has(name)) return work(null)
      while (held.has(name)) await held.get(name)
      const running = work({ name }).finally(() => held.delete(name))
      held.set(name, running)
      return running
    },
  }
}

describe('the pages of one phone', () => {
  beforeEach(() => void vi.stubGlobal('navigator', { locks: locks() }))
  afterEach(() => void vi.unstubAllGlobals())

  const pending = () => {
    let finish = () => {}
    const done = new Promise<string>((resolve) => (finish = () => resolve('done')))
    return { work: () => done, finish }
  }

  test('only one of them sends; it is free again when that one is done', async () => {
    const [here, there] = [browserTabs(), browserTabs()]
    const { work, finish } = pending()
    const first = here.alone('send', work)
    expect(await there.alone('send', async () => 'mine')).toBeUndefined()
    finish()
    expect(await first).toBe('done')
    expect(await there.alone('send', async () => 'mine')).toBe('mine')
  })

  test('one that holds on and on, asleep in the background, is not waited for for ever', async () => {
    const [here, there] = [browserTabs(), browserTabs()]
    void here.alone('send', pending().work)
    const tries: (string | undefined)[] = []
    for (let n = 0; n < 5; n++) tries.push(await there.alone('send', async () => 'mine'))
    expect(tries).toEqual([undefined, undefined, undefined, 'mine', undefined])
  })

  test('a failure of the one sending frees it too', async () => {
    const here = browserTabs()
    await expect(here.alone('send', () => Promise.reject(new Error('cut')))).rejects.toThrow('cut')
    expect(await here.alone('send', async () => 'again')).toBe('again')
  })

  test('what must be done by each is done one after another', async () => {
    const [here, there] = [browserTabs(), browserTabs()]
    const order: string[] = []
    const { work, finish } = pending()
    const first = here.inTurn('bundle', async () => (order.push('a begins'), await work(), order.push('a ends')))
    const second = there.inTurn('bundle', async () => order.push('b'))
    finish()
    await Promise.all([first, second])
    expect(order).toEqual(['a begins', 'a ends', 'b'])
  })

  test('a browser without locks works as one page does', async () => {
    vi.stubGlobal('navigator', {})
    expect(await browserTabs().alone('send', async () => 'mine')).toBe('mine')
  })
})
