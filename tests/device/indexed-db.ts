import * as fake from 'fake-indexeddb'
import { afterAll, beforeAll, vi } from 'vitest'

/** IndexedDB for the tests of one file; gone after them, as it is from Node. */
export function withIndexedDb(): void {
  beforeAll(() => {
    const { default: _, indexedDB, ...types } = fake
    for (const [name, type] of Object.entries({ ...types, indexedDB })) vi.stubGlobal(name, type)
  })
  afterAll(() => void vi.unstubAllGlobals())
}
