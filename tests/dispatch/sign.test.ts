import { describe, expect, it } from 'vitest'
import { faster, signIn, signLink } from '../../checkpoint-app/queue/sign.ts'

describe('the sign at the tail of a queue', () => {
  it.each([
    ['#sign=JZ-G04&m=400', { checkpoint: 'JZ-G04', number: undefined, metres: 400 }],
    ['#sign=JZ-G04&n=2', { checkpoint: 'JZ-G04', number: 2, metres: undefined }],
    ['#sign=JZ-G04&n=0', { checkpoint: 'JZ-G04', number: undefined, metres: undefined }],
    ['#sign=JZ-G04&n=1.5', { checkpoint: 'JZ-G04', number: undefined, metres: undefined }],
    ['#sign=jz-g04', { checkpoint: 'JZ-G04', number: undefined, metres: undefined }],
    ['#sign=JZ-G04&m=99999999', { checkpoint: 'JZ-G04', number: undefined, metres: undefined }],
    ['#sign=<b>', undefined],
    ['#', undefined],
  ])('%s', (hash, sign) => expect(signIn(hash)).toEqual(sign))

  it('reads what the printed sign carries', () => {
    const link = new URL(signLink('https://example.org', 'JZ-G04', 12))
    expect(link.pathname).toBe('/queue/')
    expect(signIn(link.hash)).toEqual({ checkpoint: 'JZ-G04', number: 12, metres: undefined })
  })

  it('names other ways only where they are known, open and at least ten minutes shorter', () => {
    const at = (id: string, onArrivalMinutes: number | null, congested = false) => ({ id, onArrivalMinutes, congested })
    const here = at('A', 40, true)
    const others = [at('B', 35), at('C', 12), at('D', null), at('E', 5, true), at('F', 3)]
    expect(faster([here, ...others], here).map(({ id }) => id)).toEqual(['F', 'C'])
  })
})
