import { describe, expect, it } from 'vitest'
import { roadOf, type Registered } from '../../shared/register/register.ts'
import { closeBy, otherEnd, warningsOf } from '../../shared/register/warnings.ts'
import { warningWords } from '../../shared/wording/register.ts'

const one = (more: Partial<Registered> = {}): Registered => ({
  checkpoint: 'A',
  road: 'G5512 晋新高速',
  active: true,
  approvalNo: '示例批〔2022〕1号',
  kind: 'exit',
  kindReason: null,
  stake: 44_950,
  direction: 'up',
  bridge: null,
  ...more,
})
const other = (more: Partial<Registered> = {}): Registered =>
  one({ checkpoint: 'B', road: 'G5512', stake: 90_000, ...more })
const said = (of: Registered, ...others: Registered[]) => warningsOf(of, [of, ...others]).map(({ what }) => what)

describe('a road is known by its number', () => {
  it.each([
    ['G5512 晋新高速', 'G5512'],
    [' g5512晋新', 'G5512'],
    ['Ｓ49 焦桐高速', 'S49'],
    ['迎宾大道', '迎宾大道'],
  ])('%j is %s', (text, road) => expect(roadOf(text)).toBe(road))
})

describe('what is wrong with where a checkpoint stands (R123, R124)', () => {
  it('nothing, with its approval, at an exit, far from the next one', () => expect(said(one(), other())).toEqual([]))
  it('nobody has registered it', () =>
    expect(warningsOf(undefined, []).map(({ what }) => what)).toEqual(['not-registered']))
  it('no approval', () => expect(said(one({ approvalNo: null }))).toEqual(['no-approval']))
  it.each<[Registered['kind'], string | null, string[]]>([
    ['border', null, []],
    ['exit', null, []],
    ['affected', null, []],
    ['trunk', null, ['no-reason']],
    ['trunk', '绕行车辆集中', []],
  ])('a %s with the reason %j', (kind, kindReason, expected) =>
    expect(said(one({ kind, kindReason }))).toEqual(expected),
  )

  it.each<[string, Partial<Registered>, string[]]>([
    ['ten kilometres on the dot', { stake: 44_950 + closeBy }, ['close-by']],
    ['a metre more', { stake: 44_951 + closeBy }, []],
    ['the other way round', { stake: 44_950 - closeBy }, ['close-by']],
    ['near, but for trucks that go the other way', { stake: 45_000, direction: 'down' }, []],
    ['near, for both ways', { stake: 45_000, direction: 'both' }, ['close-by']],
    ['near, on another road', { stake: 45_000, road: 'G3511' }, []],
    ['near, and closed', { stake: 45_000, active: false }, []],
    ['nobody knows its stake', { stake: null }, []],
  ])('another checkpoint: %s', (_, more, expected) => expect(said(one(), other(more))).toEqual(expected))

  it.each<[string, Partial<Registered>, boolean]>([
    ['the same bridge, whichever way its trucks go', { bridge: '沁河 大桥', direction: 'down' }, true],
    ['another bridge', { bridge: '丹河大桥' }, false],
    ['no bridge', {}, false],
    ['the same name on another road', { bridge: '沁河大桥', road: 'S49' }, false],
    ['the same bridge, closed', { bridge: '沁河大桥', active: false }, false],
  ])('both ends of one bridge: %s', (_, more, forbidden) => {
    const here = one({ bridge: '沁河大桥' })
    expect(otherEnd(here, [here, other(more)]) !== undefined).toBe(forbidden)
    expect(said(here, other(more)).includes('bridge-ends')).toBe(forbidden)
  })
  it('is said in words with the article and the other’s name', () => {
    const words = warningWords({ what: 'close-by', other: 'B', metres: 9_950 }, () => '柏香站')
    expect(words.zh).toBe('与柏香站同路同向相距9.9公里，不得重复设卡（二十条第六条）')
    expect(words.en).toContain('9.9 km')
  })
})
