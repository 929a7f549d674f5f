import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { auditActions } from '../../shared/audit/actions.ts'
import { draftAfter, genesis, sealedText } from '../../shared/audit/entry.ts'
import type { Draft } from '../../shared/audit/entry.ts'
import { masked } from '../../shared/audit/mask.ts'
import { instant } from '../../shared/instant.ts'
import { released } from './kit.ts'

describe('masking', () => {
  it.each([
    ['身份证410899198001010015已核对', '身份证***0015已核对'],
    ['11010519491231002X', '***002X'],
    ['4108 9919 8001 0100 15', '***0015'],
    ['号码４１０８９９１９８００１０１００１５。', '号码***００１５。'],
    ['130503670401001', '***1001'],
    ['电话13000000001,+86 138-0000-0002', '电话***0001,***0002'],
    [
      '行程 1234 5678 9012, JZ-G01, 48 小时, 2022-05-16 10:05',
      '行程 1234 5678 9012, JZ-G01, 48 小时, 2022-05-16 10:05',
    ],
    ['a\u0000b\ud800c\ufffd\nd', 'a b?c? d'],
  ])('%s', (text, kept) => expect(masked(text)).toBe(kept))

  it('leaves every id of ours as it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1.6e12, max: 2.5e12 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        (msecs, random) => {
          const id = v7({ msecs, random })
          expect([masked(id), masked(`${id} ${id}`)]).toEqual([id, `${id} ${id}`])
        },
      ),
    )
    expect(masked('01234567-1234-7123-8123-123456789012')).toBe('01234567-1234-7123-8123-123456789012')
  })

  it('reaches reason and detail', () => {
    const entry = {
      ...released(1),
      reason: '司机 13000000001',
      detail: { source: '410899198001010015', list: ['13000000001'] },
    }
    const { reason, detail } = draftAfter(genesis, entry, instant(0))
    expect([reason, detail]).toEqual(['司机 ***0001', '{"source":"***0015","list":["***0001"]}'])
  })
})

it('no two entries have one text', () => {
  const any = fc.record({
    seq: fc.nat(),
    at: fc.nat(),
    actor: fc.string(),
    role: fc.string(),
    device: fc.option(fc.string()),
    action: fc.constantFrom(...Object.keys(auditActions)),
    kind: fc.string(),
    subject: fc.string(),
    reason: fc.option(fc.string()),
    detail: fc.string(),
    prev: fc.string(),
  }) as fc.Arbitrary<Draft>
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(sealedText(a) === sealedText(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      expect(sealedText({ ...a, device: null }) === sealedText({ ...a, device: '' })).toBe(false)
      expect(sealedText({ ...a, actor: `${a.actor}${a.role}`, role: '' }) === sealedText(a)).toBe(a.role === '')
    }),
  )
})
