import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { restFor, waitBefore } from '../../shared/notices/back-off.ts'
import { cutToBytes } from '../../shared/notices/cut.ts'
import { linkCode, readLinkCode } from '../../shared/notices/link-code.ts'
import { groupMarkdown } from '../../shared/notices/markdown.ts'
import { nextTurn } from '../../shared/notices/pace.ts'
import { readReply } from '../../shared/notices/reply.ts'
import { smsParts, smsWords } from '../../shared/notices/sms-text.ts'

describe('a reply by SMS', () => {
  it.each([
    ['收到', 'acknowledged'],
    ['收到。', 'acknowledged'],
    [' 1 ', 'acknowledged'],
    ['好的，马上到场', 'acknowledged'],
    ['正在赶往现场', 'acknowledged'],
    ['已到场', 'arrived'],
    ['我已经到了', 'arrived'],
    ['２', 'arrived'],
    ['收到，但无法到场', 'cannot'],
    ['不能到场', 'cannot'],
    ['在外地，去不了', 'cannot'],
    ['没收到', undefined],
    ['谁？', undefined],
    ['', undefined],
    ['退订', undefined],
    ['收到'.repeat(30), undefined],
  ])('%j means %s', (text, answer) => expect(readReply(text)).toBe(answer))
})

describe('a text', () => {
  it('is cut to its bytes and never in the middle of a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 200 }), (text, most) => {
        const cut = cutToBytes(text, most)
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(Math.max(most, 0))
        expect(text === cut || (cut.endsWith('…') && text.startsWith(cut.slice(0, -1)))).toBe(true)
      }),
    )
  })

  it('goes into three variables, none of them empty or too long, and reads on', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('拥', '堵', '2', '，') }), (text) => {
        const words = smsWords(text, '焦作保通保畅')
        const parts = smsParts(words)
        expect(parts.every((part) => part.length >= 1 && part.length <= 35)).toBe(true)
        expect(parts.join('').startsWith(words)).toBe(true)
      }),
    )
  })

  it('loses its signature, which the gateway adds, and brackets that only a signature may have', () => {
    expect(smsWords('【焦作保通保畅】您现为黄码', '焦作保通保畅')).toBe('您现为黄码')
    expect(smsWords('【重点监测】武陟站排队长1.2公里\n请监测【急】', '焦作保通保畅')).toBe(
      '重点监测：武陟站排队长1.2公里 请监测 急',
    )
  })

  it('cannot become a link or a heading in a group', () => {
    const markdown = groupMarkdown({ title: '# [x](http://evil)', text: '<@all> *b* `c`', article: null, link: null })
    expect(markdown).toBe('#### \\# \\[x\\](http://evil)\n- \\<@all\\> \\*b\\* \\`c\\`')
  })
})

describe('the code of a link', () => {
  it('holds its 80 bits, in letters that nobody mistakes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = linkCode(bytes)
        expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
        expect(readLinkCode(code.toUpperCase())).toBe(code)
      }),
    )
    const codes = Array.from({ length: 256 }, (_, byte) => linkCode(new Uint8Array(10).fill(byte)))
    expect(new Set(codes).size).toBe(256)
  })
})

describe('the pace of a robot', () => {
  const ordinary = (n: number) => Array.from({ length: n }, (_, at) => ({ id: String(at), urgent: false }))
  it.each([
    [0, 1, 1],
    [13, 30, 1],
    [14, 30, 15],
    [17, 2, 2],
    [18, 2, 0],
    [20, 1, 0],
  ])('after %d messages, with %d waiting, the next holds %d', (said, waiting, holds) => {
    expect(nextTurn(ordinary(waiting), said)?.length ?? 0).toBe(holds)
  })
  it.each([
    [18, 1],
    [19, 4],
    [20, 0],
  ])('urgent ones after %d messages: the next holds %d', (said, holds) => {
    const urgent = ordinary(4).map((one) => ({ ...one, urgent: true }))
    expect(nextTurn(urgent, said)?.length ?? 0).toBe(holds)
  })
})

it('waits grow, end, and differ by chance', () => {
  expect([1, 2, 3, 20].map((tries) => waitBefore(tries, 0))).toEqual([5000, 10_000, 20_000, 300_000])
  expect([waitBefore(1, 1), restFor(0, 0), restFor(9, 1)]).toEqual([7500, 30_000, 450_000])
})
