import { describe, expect, it } from 'vitest'
import { automaticWay, pathsOf } from '../../shared/appeals/conditions.ts'
import type { SeenNow } from '../../shared/appeals/conditions.ts'
import { appealMoves, appealStates, isDecided, mayBeSaid, allSayings, appealKinds } from '../../shared/appeals/kinds.ts'
import { ledgerAt } from '../../shared/codes/ledger.ts'
import type { LedgerEvent, Opened, Proposed } from '../../shared/codes/events.ts'
import { hour, instant, parseInstant, plus } from '../../shared/instant.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'

const now = parseInstant('2022-05-16T12:00:00+08:00') ?? instant(0)
const inspector = { role: 'inspector', id: 'i1' } as const
const stamp = { at: plus(now, -hour), source: 'checkpoint', actor: inspector } as const
const evidence = { kind: 'inspection', id: 'n1' } as const
const y1: Opened = { kind: 'opened', id: 'Y1@n1/0', reason: 'Y1', ground: 'health-code-yellow', evidence, ...stamp }
const red = (reason: 'R1' | 'R2' | 'R3', ground: Proposed['ground']): Proposed => ({
  kind: 'proposed',
  id: `${reason}@n1/0`,
  reason,
  ground,
  evidence,
  ...stamp,
})
const test: LedgerEvent = {
  kind: 'tested',
  id: 't1',
  at: plus(now, -2 * hour),
  source: 'intake',
  actor: { role: 'system', id: 'intake' },
  result: 'negative',
  sampledAt: plus(now, -8 * hour),
  reportedAt: plus(now, -2 * hour),
}
const green: SeenNow = { healthCode: 'green', travelCard: 'green', listed: null }

function wayOut(opened: Opened | Proposed, seen: SeenNow, tested = true): string | undefined {
  const ledger = ledgerAt(tested ? [opened, test] : [opened], now, numbersAt)
  const appealed = [...ledger.open, ...ledger.proposed][0]!
  const way = automaticWay(appealed.reason, pathsOf(appealed, { ledger, seen }))
  return way && `${way.way} by ${way.by}`
}

describe('what a machine may clear', () => {
  it.each([
    //  of a yellow, seen now                                          test    clears
    ['Y1', green, true, 'document-supplied by system'],
    ['Y1', { ...green, travelCard: 'green-starred' }, true, 'document-supplied by system'],
    ['Y1', { ...green, healthCode: 'yellow' }, true, undefined],
    ['Y1', { ...green, healthCode: null }, true, undefined],
    ['Y1', { ...green, travelCard: 'yellow' }, true, undefined],
    ['Y1', { ...green, travelCard: null }, true, undefined],
    ['Y1', green, false, undefined],
    // an external red, mirrored here
    ['R2', green, true, 'external-green by feed'],
    ['R2', green, false, 'external-green by feed'],
    ['R2', { ...green, healthCode: 'red' }, true, undefined],
    ['R2', { ...green, listed: 'red' }, true, undefined],
    ['R2', { ...green, listed: 'positive' }, true, undefined],
    ['R2', { ...green, healthCode: null, travelCard: null }, true, undefined],
    // never: what only people can judge
    ['R1', green, true, undefined],
    ['R3', green, true, undefined],
  ] as const)('%s, seen %j, with a valid test %s: %s', (reason, seen, tested, way) => {
    const grounds = { R1: 'risk-stay', R2: 'health-code-red', R3: 'nucleic-positive' } as const
    expect(wayOut(reason === 'Y1' ? y1 : red(reason, grounds[reason]), seen, tested)).toBe(way)
  })
})

it('an appeal that is decided goes nowhere, and every other can be', () => {
  for (const state of appealStates) expect(isDecided(state)).toBe(!['waiting', 'accepted'].includes(state))
  expect(appealMoves.waiting).toContain('accepted')
  expect(appealMoves.accepted).not.toContain('waiting')
})

it('every saying belongs to a kind of appeal, but the system’s own', () => {
  const homeless = allSayings.filter((said) => !appealKinds.some((kind) => mayBeSaid(kind, said)))
  expect(homeless).toEqual(['white-listed-red'])
})
