import { describe, expect, test } from 'vitest'
import { addressOf, readAddress, setUpToken } from '../../checkpoint-app/office/address.ts'
import { menuOf, pageFor, type Page } from '../../checkpoint-app/office/pages.ts'
import { strengthOf } from '../../checkpoint-app/office/password.ts'
import { listCheckpoints, listStaff, takeInResults } from '../../schema/api/office.ts'
import { listInspections } from '../../schema/api/inspections.ts'
import { listAppeals } from '../../schema/api/appeals.ts'
import { listNumberProposals } from '../../schema/api/published-numbers.ts'
import { searchAudit } from '../../schema/api/audit.ts'
import { listPeople } from '../../schema/api/codes.ts'
import { listEditions } from '../../schema/api/editions.ts'
import { searchCases } from '../../schema/api/cases.ts'
import { listLeads } from '../../schema/api/leads.ts'
import { listEntries } from '../../schema/api/lists.ts'
import { listMessages } from '../../schema/api/messages.ts'
import { listPlaces } from '../../schema/api/places.ts'
import { listRiskAreas } from '../../schema/api/risk-areas.ts'
import { listPasses } from '../../schema/api/passes.ts'
import { listTrackings } from '../../schema/api/tracking.ts'
import { lookAtDuty } from '../../schema/api/shifts.ts'
import { listTerminals } from '../../schema/api/terminals.ts'
import { staffRoles, type Caller, type Endpoint } from '../../schema/api/endpoint.ts'

describe('the address', () => {
  test.each([
    ['#/inspections', { page: 'inspections', query: {} }],
    ['#/checkpoints/JZ-G01', { page: 'checkpoints', part: 'JZ-G01', query: {} }],
    ['#/inspections?plate=%E8%B1%ABH&row=V8', { page: 'inspections', query: { plate: '豫H', row: 'V8' } }],
    ['', { page: '', query: {} }],
    ['#/%E8%B1', { page: '', query: {} }],
  ])('%s', (hash, address) => {
    expect(readAddress(hash)).toEqual(address)
  })
  test('written and read again is the same', () => {
    const hash = addressOf('inspections', '豫/1', { plate: '豫H&1', day: undefined, row: '' })
    expect(readAddress(hash)).toEqual({ page: 'inspections', part: '豫/1', query: { plate: '豫H&1' } })
  })
  test('carries the one-time secret only in its own form', () => {
    expect(setUpToken('#setup=abcdefghij_klmno-pqrst')).toBe('abcdefghij_klmno-pqrst')
    expect([setUpToken('#setup=short'), setUpToken('#/setup=abcdefghijklmnopqrstuv')]).toEqual([undefined, undefined])
  })
})

describe('the menu', () => {
  const lists = {
    inspections: listInspections,
    checkpoints: listCheckpoints,
    staff: listStaff,
    terminals: listTerminals,
    shifts: lookAtDuty,
    results: takeInResults,
    people: listPeople,
    tracking: listTrackings,
    messages: listMessages,
    cases: searchCases,
    leads: listLeads,
    passes: listPasses,
    lists: listEntries,
    'risk-areas': listRiskAreas,
    places: listPlaces,
    appeals: listAppeals,
    editions: listEditions,
    numbers: listNumberProposals,
    audit: searchAudit,
  } satisfies Record<Page, Endpoint>
  const listOf = (page: Page): Endpoint | undefined => Object.entries(lists).find(([name]) => name === page)?.[1]
  test.each(staffRoles)('of %s offers only pages whose list that role may call', (role) => {
    for (const page of menuOf(role)) {
      const callers: readonly Caller[] = listOf(page)?.callers ?? [role]
      expect(callers.includes(role) || callers.includes('anyone')).toBe(true)
    }
  })
  test('falls back to the first page of the role', () => {
    expect([pageFor('head', 'results'), pageFor('epidemic', 'results'), pageFor('inspector', 'staff')]).toEqual([
      'inspections',
      'results',
      undefined,
    ])
  })
})

describe('a password', () => {
  test.each([
    ['kurz', 'admin', 'too-short'],
    ['1234567890', 'admin', 'weak'],
    ['aaaaaaaaaaaaaa', 'admin', 'weak'],
    ['Admin-2022-xq', 'admin', 'weak'],
    ['haul3tarp9', 'admin', 'fair'],
    ['haul-Tarp-93-mud', 'admin', 'strong'],
    ['correct horse battery', 'admin', 'strong'],
  ])('%s for %s is %s', (password, login, strength) => {
    expect(strengthOf(password, login)).toBe(strength)
  })
})
