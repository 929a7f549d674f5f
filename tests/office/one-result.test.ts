import { describe, expect, it } from 'vitest'
import { errorsOf, readOne, type Typed } from '../../checkpoint-app/office/results/read-one.ts'
import type { RowFault } from '../../checkpoint-app/office/results/read-row.ts'
import { instant, parseInstant } from '../../shared/instant.ts'
import { zh } from '../../checkpoint-app/office/words.zh.ts'

const now = parseInstant('2022-05-16T10:00:00+08:00') ?? instant(0)
const typed: Typed = {
  document: 'id-card',
  number: '410899198001010015',
  result: 'negative',
  sampledAt: '2022-05-16 06:00',
  reportedAt: '',
  source: '示例实验室',
}
const faults: Readonly<Record<RowFault, string>> = zh.results.faults
const words = { faults, sourceNeeded: 'source', resultNeeded: 'result' }
const fields = (change: Partial<Typed>) => Object.keys(errorsOf({ ...typed, ...change }, now, words)).toSorted()

describe('one result by hand', () => {
  it('is read as a line of a file is', () => {
    expect(readOne(typed, now)).toEqual({
      item: {
        document: 'id-card',
        number: '410899198001010015',
        result: 'negative',
        sampledAt: '2022-05-16T06:00:00+08:00',
      },
    })
    for (const document of ['hk-macau-permit', 'taiwan-permit', 'passport', 'foreigner-permit', 'other'] as const)
      expect(readOne({ ...typed, document, number: 'E12345678' }, now)).toMatchObject({ item: { document } })
  })

  it.each<[string, Partial<Typed>, string[]]>([
    ['nothing wrong', {}, []],
    ['a number with a wrong digit', { number: '410899198001010016' }, ['number']],
    ['no number', { number: ' ' }, ['number']],
    ['no result', { result: '' }, ['result']],
    ['no source', { source: ' ' }, ['source']],
    ['a negative without a time', { sampledAt: '' }, ['reportedAt']],
    ['a day without its hour', { sampledAt: '2022-05-16' }, ['sampledAt']],
    ['reported before it was sampled', { reportedAt: '2022-05-16 05:00' }, ['reportedAt']],
    ['of tomorrow, and no source', { reportedAt: '2022-05-17 05:00', source: '' }, ['reportedAt', 'source']],
    ['a positive without a time is taken', { result: 'positive', sampledAt: '' }, []],
  ])('%s', (_title, change, expected) => {
    expect(fields(change)).toEqual(expected)
  })
})
