import { describe, expect, it } from 'vitest'
import { faster, signIn } from '../../checkpoint-app/queue/sign.ts'

describe('the sign at the tail of a queue', () => {
  it.each([
    ['#sign=JZ-G04&m=400', { checkpoint: 'JZ-G04', metres: 400 }],
    ['#sign=jz-g04', { checkpoint: 'JZ-G04', metres: undefined }],
    ['#sign=JZ-G04&m=99999999', { checkpoint: 'JZ-G04', metres: undefined }],
    ['#sign=<b>', undefined],
    ['#', undefined],
  ])('%s', (hash, sign) => expect(signIn(hash)).toEqual(sign))

  it('names other ways only where they are known, open and at least ten minutes shorter', () => {
    const at = (id: string, onArrivalMinutes: number | null, congested = false) => ({ id, onArrivalMinutes, congested })
    const here = at('A', 40, true)
    const others = [at('B', 35), at('C', 12), at('D', null), at('E', 5, true), at('F', 3)]
    expect(faster([here, ...others], here).map(({ id }) => id)).toEqual(['F', 'C'])
  })
})
