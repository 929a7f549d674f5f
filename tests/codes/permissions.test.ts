import { describe, expect, test } from 'vitest'
import { admit } from '../../shared/codes/refusals.ts'
import type { LedgerEvent } from '../../shared/codes/events.ts'
import { overstayEvent } from '../../shared/codes/openings.ts'
import { actorRoles, decidedWays, mayClose, mayOpen, openingDeeds, reasons, ways } from '../../shared/codes/reasons.ts'
import { evidenceKinds, isRed, rulesOf, type ActorRole, type DecidedWay } from '../../shared/codes/reasons.ts'
import { Fault } from '../../shared/fault.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { moment } from '../policy/truck.ts'
import { arrived, at, by, closed, confirmed, negative, proposed, said, signed, withdrawn, yellow } from './kit.ts'

/** Decision table §3, written a second time: whatever does not stand here is refused. */
const table = `
Y1 open               inspector head
Y1 left-in-time       system
Y1 through-train      system
Y1 two-tests          system
Y1 corrected          inspector head
Y1 document-supplied  system appeal-officer epidemic
Y1 ground-disproved   appeal-officer epidemic
Y2 open               system
Y2 left-in-time       system
Y2 through-train      system
Y2 two-tests          system
Y2 never-due          system
Y2 ground-disproved   appeal-officer epidemic
R1 propose            inspector head epidemic
R1 sign               epidemic
R1 corrected          inspector head
R1 declined           epidemic
R1 isolation-done     epidemic
R1 area-downgraded    epidemic
R1 ground-disproved   epidemic
R2 propose            system feed inspector head epidemic
R2 sign               epidemic
R2 corrected          inspector head
R2 declined           epidemic
R2 external-green     feed epidemic
R2 ground-disproved   epidemic
R3 propose            system inspector head epidemic
R3 sign               epidemic
R3 corrected          inspector head
R3 declined           epidemic
R3 medical-decision   epidemic
R3 ground-disproved   epidemic`

const allowed = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([reason, deed, ...roles]) => [`${reason} ${deed}`, roles] as const),
)
const may = (role: ActorRole, reason: string, deed: string) => allowed.get(`${reason} ${deed}`)?.includes(role) ?? false

describe('who may open and close', () => {
  const deeds = reasons.flatMap((reason) => [...openingDeeds, ...ways].map((deed) => ({ reason, deed })))
  test(`${reasons.length} reasons × ${openingDeeds.length + ways.length} deeds × ${actorRoles.length} roles: exactly the table`, () => {
    for (const role of actorRoles)
      for (const reason of reasons) {
        for (const deed of openingDeeds)
          expect([role, reason, deed, mayOpen(role, reason, deed)]).toEqual([
            role,
            reason,
            deed,
            may(role, reason, deed),
          ])
        for (const way of ways)
          expect([role, reason, way, mayClose(role, reason, way)]).toEqual([role, reason, way, may(role, reason, way)])
      }
    for (const known of allowed.keys()) expect(deeds.map(({ reason, deed }) => `${reason} ${deed}`)).toContain(known)
  })
  test('nobody but the epidemic office signs a red or closes one by decision, the feed that gave it excepted', () => {
    for (const reason of reasons.filter(isRed))
      for (const role of actorRoles.filter((one) => one !== 'epidemic')) {
        expect(mayOpen(role, reason, 'sign')).toBe(false)
        expect(mayOpen(role, reason, 'open')).toBe(false)
        for (const way of decidedWays)
          expect(mayClose(role, reason, way)).toBe(role === 'feed' && reason === 'R2' && way === 'external-green')
      }
  })
  test('supervisor, administrator, list officer, dispatcher, company and driver change no colour', () => {
    for (const role of ['supervisor', 'admin', 'list-officer', 'dispatcher', 'company', 'driver'] as const)
      for (const { reason, deed } of deeds) expect(may(role, reason, deed)).toBe(false)
  })
})

describe('events of whoever may not have no effect', () => {
  const opened = {
    Y1: [yellow('16T10:00')],
    R1: confirmed('R1', '16T10:00'),
    R2: confirmed('R2', '16T10:00'),
    R3: confirmed('R3', '16T10:00'),
  }
  for (const [reason, events] of Object.entries(opened))
    test(`${reason}: every way × every role`, () => {
      const open = at(events, '16T11:00').colour
      for (const way of decidedWays)
        for (const role of actorRoles) {
          const { colour, refused } = at(
            [...events, closed(`${reason}@16T10:00`, way, '16T11:00', by(role, 'X-1'))],
            '16T11:00',
          )
          const lawful = may(role, reason, way)
          const ends = lawful && way !== 'declined'
          expect([way, role, colour]).toEqual([way, role, ends ? 'grey' : open])
          const why = lawful ? (ends ? [] : ['already-confirmed']) : ['not-allowed']
          expect([way, role, refused.map((one) => one.why)]).toEqual([way, role, why])
        }
    })
  test('a way that the ledger finds itself is never taken from an event', () => {
    for (const way of ['left-in-time', 'through-train', 'two-tests', 'corrected'] as const) {
      const event = closed('Y1@16T10:00', way as unknown as DecidedWay, '16T11:00', by('system'))
      expect(at([yellow('16T10:00'), event], '16T11:00').colour).toBe('yellow')
    }
  })
  test('opening: every reason × every role, by proposal and by one’s own hand', () => {
    for (const role of actorRoles) {
      const actor = by(role, 'X-1')
      expect(at([yellow('16T10:00', { actor })], '16T10:00').colour).toBe(may(role, 'Y1', 'open') ? 'yellow' : 'grey')
      for (const reason of reasons.filter(isRed)) {
        const { open, proposed: waiting } = at([proposed(reason, '16T10:00', { actor })], '16T10:00')
        expect(open).toEqual([])
        expect(waiting.length).toBe(may(role, reason, 'propose') ? 1 : 0)
      }
    }
  })
  test('nobody opens an overstay that tests and stay do not show', () => {
    const moments = ['16T10:00', '17T10:01']
    for (const role of actorRoles)
      for (const time of moments) {
        const {
          colour,
          refused,
          closed: ended,
        } = at([{ ...overstayEvent(moment(time)), actor: by(role, 'X-1') }], time)
        expect([role, colour]).toEqual([role, 'grey'])
        expect(refused.map(({ why }) => why)).toEqual(role === 'system' ? [] : ['not-allowed'])
        expect(ended.map(({ closed: { way }, counted }) => [way, counted])).toEqual(
          role === 'system' ? [['never-due', false]] : [],
        )
      }
  })
  test('a record that is not the timer’s own neither opens an overstay nor hides one', () => {
    const guest = [arrived('16T10:00'), negative('15T06:00', '15T10:00')]
    const forged = { ...overstayEvent(moment('17T10:01')), at: moment('16T12:00') }
    const ledger = at([...guest, forged], '17T10:01')
    expect(said(ledger)).toBe('yellow: Y2 17T10:01')
    expect(ledger.refused).toEqual([{ event: forged.id, why: 'no-evidence' }])
  })
  test('a signature of every role but one', () => {
    for (const role of actorRoles) {
      const events = [
        proposed('R2', '16T10:00'),
        signed('R2@16T10:00', 'E-1', '16T10:10'),
        signed('R2@16T10:00', 'X-1', '16T10:20', { actor: by(role, 'X-1') }),
      ]
      expect(at(events, '16T11:00').colour).toBe(role === 'epidemic' ? 'red' : 'grey')
    }
  })
})

const faultOf = (event: LedgerEvent, given: readonly LedgerEvent[]) => {
  try {
    admit(event, given, moment('16T12:00'), numbersAt)
    return 'admitted'
  } catch (error) {
    return error instanceof Fault ? `${error.kind} ${error.code}` : String(error)
  }
}

describe('before it is written', () => {
  const given = [proposed('R1', '16T10:00'), signed('R1@16T10:00', 'E-1', '16T10:10'), yellow('16T10:00')]
  test.each<[string, LedgerEvent, string]>([
    ['the second person', signed('R1@16T10:00', 'E-2', '16T11:00'), 'admitted'],
    ['the same person twice', signed('R1@16T10:00', 'E-1', '16T11:00'), 'conflict CO-01'],
    ['the proposer in another role', signed('R1@16T10:00', 'I-1', '16T11:00'), 'conflict CO-01'],
    [
      'an inspector signs',
      signed('R1@16T10:00', 'I-9', '16T11:00', { actor: by('inspector', 'I-9') }),
      'not-allowed CO-02',
    ],
    ['nobody signs', signed('R1@16T10:00', '', '16T11:00'), 'not-allowed CO-02'],
    ['before the proposal', signed('R1@16T10:00', 'E-2', '16T09:59'), 'conflict CO-01'],
    ['of nothing', signed('R1@nowhere', 'E-2', '16T11:00'), 'conflict CO-01'],
    ['yellow by hand', yellow('16T11:00', { actor: by('epidemic') }), 'not-allowed CO-02'],
    ['yellow on a ground of red', yellow('16T11:00', { ground: 'risk-stay' }), 'bad-input CO-03'],
    ['yellow without its inspection', yellow('16T11:00', { inspection: '' }), 'bad-input CO-03'],
    ['red without evidence', proposed('R2', '16T11:00', { inspection: '' }), 'bad-input CO-03'],
    ['many at once without an order', proposed('R2', '16T11:00', { batch: 'B-1' }), 'bad-input CO-03'],
    ['many at once by order', proposed('R2', '16T11:00', { batch: 'B-1', order: '焦疫指〔2022〕1号' }), 'admitted'],
    [
      'cleared by the appeal officer',
      closed('Y1@16T10:00', 'document-supplied', '16T11:00', by('appeal-officer')),
      'admitted',
    ],
    ['cleared by the head', closed('Y1@16T10:00', 'document-supplied', '16T11:00', by('head')), 'not-allowed CO-02'],
    [
      'red cleared by the appeal officer',
      closed('R1@16T10:00', 'ground-disproved', '16T11:00', by('appeal-officer')),
      'not-allowed CO-02',
    ],
    ['declined in time', closed('R1@16T10:00', 'declined', '16T11:00'), 'admitted'],
    ['withdrawn by the inspector', withdrawn('inspection-16T10:00', '16T10:01'), 'admitted'],
    ['withdrawn by the office', withdrawn('inspection-16T10:00', '16T10:01', by('admin')), 'not-allowed CO-02'],
    [
      'an appeal upheld',
      {
        ...closed('Y1@16T10:00', 'declined', '16T11:00', by('appeal-officer')),
        kind: 'appeal-decided',
        decision: 'upheld',
      } as LedgerEvent,
      'admitted',
    ],
    [
      'an appeal decided by the driver',
      {
        ...closed('Y1@16T10:00', 'declined', '16T11:00', by('driver')),
        kind: 'appeal-decided',
        decision: 'upheld',
      } as LedgerEvent,
      'not-allowed CO-02',
    ],
  ])('%s', (_, event, says) => expect(faultOf(event, given)).toBe(says))

  test('a clock a minute behind does not let it through', () =>
    expect(faultOf(signed('R1@16T10:00', 'E-1', '16T12:01'), given)).toBe('conflict CO-01'))
  test('declined at the very moment of the second signature: it ends there', () => {
    const events = [...given, signed('R1@16T10:00', 'E-2', '16T11:00'), closed('R1@16T10:00', 'declined', '16T11:00')]
    const ledger = at(events, '16T12:00')
    expect(said(ledger)).toBe('yellow: Y1 16T10:00 | R1 declined 16T11:00')
    expect([ledger.refused, ledger.closed[0]?.counted]).toEqual([[], false])
  })
  test('declined after two have signed', () => {
    const all = [...given, signed('R1@16T10:00', 'E-2', '16T11:00')]
    expect(faultOf(closed('R1@16T10:00', 'declined', '16T11:30'), all)).toBe('conflict CO-01')
    expect(said(at([...all, closed('R1@16T10:00', 'declined', '16T11:30')], '16T12:00'))).toBe(
      'red: R1 16T11:00 | Y1 16T10:00',
    )
  })
})

test('grounds and evidence are closed lists: every reason × every kind', () => {
  for (const kind of evidenceKinds)
    for (const reason of reasons.filter(isRed)) {
      const event = { ...proposed(reason, '16T10:00'), evidence: { kind, id: 'x' } } as LedgerEvent
      expect(faultOf(event, [])).toBe(rulesOf(reason).evidence.includes(kind) ? 'admitted' : 'bad-input CO-03')
    }
})
