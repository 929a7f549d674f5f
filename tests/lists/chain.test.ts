import { describe, expect, it } from 'vitest'
import { staffRoles } from '../../schema/api/endpoint.ts'
import { chainOf, chains, mayStep, nextStep, refusalOfStep, type StepId } from '../../shared/lists/chain.ts'
import { listKinds } from '../../shared/lists/kinds.ts'
import { deedsAt, isInForce, stageOf, standingOf, standings } from '../../shared/lists/stage.ts'
import { hour, instant, plus } from '../../shared/instant.ts'

const inOrder = { drafter: false, document: true, closedLoop: true, enterprise: true, over: false }
const stepIds = [...new Set(listKinds.flatMap((list) => chainOf(list).map(({ id }) => id)))]

describe.each(listKinds)('%s', (list) => {
  const chain = chainOf(list)
  const cases = [...chain.map(({ id }) => id), null].flatMap((done) =>
    stepIds.flatMap((step) => staffRoles.map((role) => ({ done, step, role }))),
  )

  it(`of ${cases.length} states × steps × roles only the next step by its own role is taken`, () => {
    const taken = cases.filter((one) => mayStep({ list, ...inOrder, ...one }))
    const wanted = chain
      .slice(1)
      .flatMap(({ id, by }, at) => by.map((role) => ({ done: chain[at]?.id, step: id, role })))
    expect(taken).toEqual(wanted)
  })

  it('no county or city role takes a step of the province', () => {
    const higher = chain.filter(({ notByDrafter }) => notByDrafter)
    expect(higher.length).toBeGreaterThan(0)
    for (const { by } of higher) expect(by).toEqual(['command'])
  })

  it('who drafted it approves nothing, and a document that is needed is needed', () => {
    chain.slice(1).forEach((step, at) => {
      const asked = { list, ...inOrder, done: chain[at]?.id ?? null, step: step.id, role: step.by[0] ?? '' }
      expect(refusalOfStep({ ...asked, drafter: true })).toBe(step.notByDrafter ? 'drafted-it' : null)
      expect(refusalOfStep({ ...asked, document: false })).toBe(step.document ? 'no-document' : null)
      expect(refusalOfStep({ ...asked, over: true })).toBe('over')
      expect(refusalOfStep({ ...asked, closedLoop: false })).toBe(list === 'W3' ? 'no-closed-loop' : null)
      expect(refusalOfStep({ ...asked, enterprise: false })).toBe(list === 'W3' ? 'no-enterprise' : null)
    })
  })

  it('is complete after its last step and not before, whatever is written out of turn', () => {
    const ids = chain.map(({ id }) => id)
    expect(stageOf(list, ids)).toBe('complete')
    for (let steps = 1; steps < ids.length; steps += 1) {
      expect(stageOf(list, ids.slice(0, steps))).toBe(ids[steps - 1])
      const skipped = [...ids.slice(0, steps), ...ids.slice(steps + 1)]
      expect(stageOf(list, skipped)).not.toBe('complete')
    }
    expect(stageOf(list, [...ids, 'suspend'])).toBe('suspended')
    expect(stageOf(list, [...ids, 'suspend', 'extend', 'resume'])).toBe('complete')
    expect(stageOf(list, [...ids, 'remove', 'resume'])).toBe('removed')
    expect(stageOf(list, [ids[0] ?? '', 'suspend'])).toBe(ids[0])
    expect(stageOf(list, ids.slice(1))).toBeUndefined()
  })
})

it('the chains are those of the documents', () => {
  const names = Object.fromEntries(listKinds.map((list) => [list, chainOf(list).map(({ name }) => name.zh)]))
  expect(names).toEqual({
    W1: ['起草', '上报', '省指挥部核准'],
    W2: ['企业承诺', '县申报', '市申报', '省行业主管部门确定', '报省指挥部'],
    W3: ['起草', '确认闭环管理', '指挥部核准'],
    W4: ['起草', '市指挥部核准'],
  })
  expect(chains.W1.map(({ document }) => document)).toEqual([false, false, true])
  expect(nextStep('W1', 'approve')).toBeUndefined()
})

describe('standing', () => {
  const from = instant(Date.parse('2022-05-16T00:00:00+08:00'))
  const to = plus(from, 168 * hour)
  const at = (now: number, stage: StepId | 'complete' | 'suspended' | 'removed' = 'complete') =>
    standingOf('W1', stage, { from, to }, { now: instant(now), soon: 48 })

  it.each([
    ['one millisecond before it begins', from - 1, 'approved'],
    ['at its beginning', from, 'in-force'],
    ['48 h and 1 ms before its end', to - 48 * hour - 1, 'in-force'],
    ['48 h before its end', to - 48 * hour, 'ending-soon'],
    ['at its end', to, 'ending-soon'],
    ['one millisecond after', to + 1, 'ended'],
  ])('%s: %s %s', (_, now, standing) => expect(at(now)).toBe(standing))

  it('by stage', () => {
    expect(at(from, 'draft')).toBe('draft')
    expect(at(from, 'submit')).toBe('submitted')
    expect(at(from, 'suspended')).toBe('suspended')
    expect(at(from, 'removed')).toBe('removed')
    expect(standingOf('W2', 'complete', { from: null, to: null }, { now: from, soon: 48 })).toBe('in-force')
  })

  it('what can be done in each', () => {
    expect(Object.fromEntries(standings.map((one) => [one, deedsAt(one).join(' ')]))).toEqual({
      draft: 'remove',
      submitted: 'remove',
      approved: 'suspend remove extend',
      'in-force': 'suspend remove extend',
      'ending-soon': 'suspend remove extend',
      ended: '',
      suspended: 'resume remove',
      removed: '',
    })
    expect(standings.filter(isInForce)).toEqual(['in-force', 'ending-soon'])
  })
})
