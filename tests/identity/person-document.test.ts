import { expect, test } from 'vitest'
import { parsePersonDocument, type PersonDocumentKind } from '../../shared/identity/person-document.ts'
import { instant } from '../../shared/instant.ts'

const now = instant(Date.parse('2022-05-16T10:00:00+08:00'))

const documents: [PersonDocumentKind, typed: string, value: string, warnings: string[]][] = [
  ['id-card', '11010519491231002x', '11010519491231002X', []],
  ['id-card', '410899800101001', '410899198001010015', ['id.legacy']],
  ['hk-macau-permit', 'h12345678', 'H12345678', []],
  ['hk-macau-permit', 'M1234567801', 'M1234567801', []],
  ['hk-macau-permit', 'K12345678', 'K12345678', ['id.unusual-form']],
  ['taiwan-permit', '12345678', '12345678', []],
  ['taiwan-permit', '1234567890B', '1234567890B', []],
  ['taiwan-permit', '1234567', '1234567', ['id.unusual-form']],
  ['passport', 'E12345678', 'E12345678', []],
  ['passport', 'ej-1234567', 'EJ1234567', []],
  ['passport', 'ABCDEFG', 'ABCDEFG', ['id.unusual-form']],
  ['passport', '12345', '12345', ['id.unusual-form']],
  ['foreigner-permit', 'USA123456789012', 'USA123456789012', []],
  ['foreigner-permit', '911124198108030024', '911124198108030024', []],
  ['foreigner-permit', 'USA12345', 'USA12345', ['id.unusual-form']],
  ['other', '军字第 12345 号', '军字第12345号', []],
  ['other', 'A1', 'A1', ['id.unusual-form']],
]

test.each(documents)('%s %s → %s, warned of %j', (kind, typed, value, warnings) => {
  expect(parsePersonDocument(kind, typed, now)).toMatchObject({ ok: true, value, warnings })
})

const refusals: [PersonDocumentKind, typed: string, code: string][] = [
  ['id-card', '410899198001010016', 'id.wrong-check'],
  ['passport', '', 'id.empty'],
  ['passport', 'E1234567😀', 'id.unreadable'],
  ['passport', '<E12345678', 'id.unreadable'],
  ['other', '1'.repeat(31), 'id.too-long'],
  ['hk-macau-permit', '\uD83D12345678', 'id.unreadable'],
]

test.each(refusals)('%s %j is refused with %s', (kind, typed, code) => {
  expect(parsePersonDocument(kind, typed, now)).toEqual({ ok: false, code })
})
