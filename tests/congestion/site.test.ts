import { describe, expect, it } from 'vitest'
import { refuseOddSite, type Described } from '../../shared/congestion/site-check.ts'
import { metresAtStake, plainSite } from '../../shared/congestion/site.ts'
import { parseStake, stakeText } from '../../shared/congestion/stake.ts'
import { Fault } from '../../shared/fault.ts'
import { faultWords } from '../../shared/wording/faults.ts'

describe('a stake beside the road', () => {
  it.each([
    ['K44+950', 44_950],
    ['K0+5', 5],
    ['K1203+000', 1_203_000],
    ['k44+950', undefined],
    ['K44950', undefined],
    ['K44+9500', undefined],
    ['', undefined],
  ])('%s → %s m', (text, metres) => expect(parseStake(text)).toBe(metres))
  it('reads back what it writes, and writes none before the beginning of the road', () => {
    for (const metres of [0, 5, 999, 1000, 44_950, 1_203_007]) expect(parseStake(stakeText(metres))).toBe(metres)
    expect(stakeText(-10)).toBe('')
  })
})

describe('the tail at a stake, as metres before the booth', () => {
  const booth = (stake: string, stakesGrow: boolean) => ({
    boothStake: parseStake(stake)!,
    stakesGrow,
    approachMetres: 4000,
  })
  it.each<[string, ReturnType<typeof booth>, number | null]>([
    ['K44+950', booth('K44+000', true), 950],
    ['K44+950', booth('K46+150', false), 1200],
    ['K44+950', booth('K44+950', true), 0],
    // On the plaza behind the booth line: the queue is as good as gone.
    ['K44+950', booth('K45+000', true), 0],
    ['K44+950', booth('K44+900', false), 0],
    // On the far side, or where no queue can stand: a slip, and no length.
    ['K44+950', booth('K45+200', true), null],
    ['K44+950', booth('K44+700', false), null],
    ['K44+950', booth('K30+000', true), null],
  ])('%s, the booth at %j: %s', (stake, site, metres) => expect(metresAtStake(parseStake(stake)!, site)).toBe(metres))
  it('says nothing where nobody has told the stake of the booth', () => {
    expect(metresAtStake(44_950, plainSite('JZ-G04', 4))).toBeNull()
  })
})

describe('what is said of a road must go together', () => {
  const good: Described = {
    approachMetres: 2000,
    greenLane: 4,
    fenceMetres: 1500,
    signs: [
      { number: 1, metres: 300 },
      { number: 3, metres: 2000 },
    ],
  }
  const whyNot = (more: Partial<Described>, lanes = 4) => {
    try {
      refuseOddSite({ ...good, ...more }, lanes)
      return 'taken'
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause
      expect(faultWords[cause.code]?.zh).toBeTruthy()
      return `${cause.kind} ${cause.code} ${cause.path}`
    }
  }
  const signs = (...given: [number, number][]) => ({ signs: given.map(([number, metres]) => ({ number, metres })) })
  it.each<[string, string]>([
    ['as it should be', whyNot({})],
    ['no green lane, no fence, no sign', whyNot({ greenLane: null, fenceMetres: null, signs: [] })],
  ])('%s', (_, said) => expect(said).toBe('taken'))
  it.each<[string, string, string]>([
    ['a green lane that is none of its lanes', whyNot({}, 3), 'bad-input CP-10 greenLane'],
    ['a fence beyond the approach', whyNot({ fenceMetres: 2001 }), 'bad-input CP-11 fenceMetres'],
    ['a sign beyond the approach', whyNot(signs([1, 300], [2, 2001])), 'bad-input CP-12 signs.1.metres'],
    ['two signs of one number', whyNot(signs([1, 300], [1, 600])), 'bad-input CP-13 signs.1.number'],
    ['two signs at one place', whyNot(signs([1, 300], [2, 300])), 'bad-input CP-13 signs.1.metres'],
  ])('%s', (_, said, expected) => expect(said).toBe(expected))
})
