import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listSigningKeys } from '../../../server/store/signing-keys.ts'
import { rotateKey } from '../../../server/usecases/keys.ts'
import { Fault } from '../../../shared/fault.ts'
import { day, minute } from '../../../shared/instant.ts'
import { fetched, issue, keyRoom, opens, operator } from './kit.ts'

type Step = 'rotate' | 'rotate beside' | 'phone online' | { wait: number }
const step = fc.oneof(
  fc.constantFrom<Step>('rotate', 'rotate beside', 'phone online'),
  fc
    .oneof(fc.integer({ min: 0, max: 10 * minute }), fc.integer({ min: 0, max: 2 * day }))
    .map((wait): Step => ({ wait })),
)

describe('whatever the history of rotations', () => {
  it('a code opens on every phone that was online within a day', async () => {
    const seen = { codes: 0, keys: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const room = await keyRoom()
        const other = room.beside()
        let phones = [{ at: room.now(), keys: await fetched(room) }]
        for (const what of steps) {
          if (typeof what === 'object') room.forward(what.wait)
          else if (what === 'phone online') phones.push({ at: room.now(), keys: await fetched(room) })
          else await rotateKey(what === 'rotate' ? room.deps : other, 'freight', operator).catch(refused)
          phones = phones.filter(({ at, keys }) => room.now() - at <= day && keys.size > 0)
          const code = await issue(room)
          for (const { keys } of phones) expect(await opens(room, code, keys)).toBe('open')
          seen.codes += phones.length
        }
        seen.keys += (await listSigningKeys(room.deps.db)).length
      }),
      { numRuns: 25 },
    )
    // The histories are no trivial ones.
    expect(seen.codes).toBeGreaterThan(100)
    expect(seen.keys).toBeGreaterThan(40)
  })
})

function refused(cause: unknown): void {
  if (!(cause instanceof Fault) || cause.code !== 'KE-02') throw cause
}
