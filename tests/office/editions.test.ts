import { describe, expect, test } from 'vitest'
import {
  blankForm,
  checkDraft,
  draftOf,
  dropNumber,
  formOf,
  pickNumber,
} from '../../checkpoint-app/office/editions/draft.ts'
import { spanOf } from '../../checkpoint-app/office/editions/dry-run-panel.tsx'
import { flowPicture, turnOf } from '../../checkpoint-app/office/editions/flow.ts'
import {
  boundsOf,
  captionOf,
  choicesOf,
  clauseInWords,
  groups,
  numbersIn,
  withPair,
} from '../../checkpoint-app/office/editions/numbers.ts'
import { inOrder, signAct } from '../../checkpoint-app/office/editions/standing.ts'
import type { Amendment, AmendmentLine } from '../../checkpoint-app/office/editions/standing.ts'
import { zh } from '../../checkpoint-app/office/editions/words.zh.ts'
import { inOneLanguage } from '../../checkpoint-app/office/editions/overlay-problem.ts'
import { sampleOf } from '../../checkpoint-app/office/editions/overlay-sample.ts'
import { checkOverlay } from '../../shared/policy/overlay-check.ts'
import { parseAmendment } from '../../shared/policy/amendment.ts'
import { parameters } from '../../shared/policy/parameters.ts'
import { instant, parseInstant } from '../../shared/instant.ts'

const now = parseInstant('2022-05-16T10:00:00+08:00') ?? instant(0)
const present = (name: string) => ({ normalTemperatureMax: 37.2, abnormalTemperatureMin: 37.3 })[name] ?? 48
const filled = {
  ...blankForm(now),
  nameZh: '核酸有效期改为24小时',
  nameEn: 'Tests hold 24 hours',
  clauses: ['henan-16#7'],
}

describe('a draft as it is typed', () => {
  test('becomes what the server reads, and comes back as it was', () => {
    const form = { ...filled, values: { testValidity: '24', testClockBasis: 'sample' } }
    const draft = draftOf(form)
    expect(parseAmendment(draft)).toEqual({
      name: { zh: '核酸有效期改为24小时', en: 'Tests hold 24 hours' },
      class: 'regular',
      from: '2022-05-16T10:00:00+08:00',
      basis: { clauses: ['henan-16#7'] },
      values: { testValidity: 24, testClockBasis: 'sample' },
    })
    expect(formOf(draft)).toEqual(form)
  })

  test('with a document of today', () => {
    const document = {
      title: '示例通知',
      number: '示例1号',
      issuer: '示例省指挥部',
      level: 'provincial' as const,
      issuedOn: '2022-05-16',
      article: '第三条',
      zh: '核酸有效期二十四小时',
      en: 'Tests hold 24 hours',
    }
    const form = { ...filled, clauses: [], values: { testValidity: '24' }, document }
    expect(parseAmendment(draftOf(form)).basis.document?.words).toEqual({ zh: document.zh, en: document.en })
    expect(formOf(draftOf(form))).toEqual(form)
  })

  test('numbers that go together are picked and dropped together', () => {
    const picked = pickNumber(filled, 'normalTemperatureMax', present)
    expect(picked.values).toEqual({ normalTemperatureMax: '37.2', abnormalTemperatureMin: '37.3' })
    expect(dropNumber(picked, 'abnormalTemperatureMin').values).toEqual({})
  })

  test.each<[string, object, Record<string, string>]>([
    ['nothing changed', {}, { values: zh.form.numberNeeded }],
    ['no basis', { clauses: [], values: { testValidity: '24' } }, { clauses: zh.form.basisNeeded }],
    ['out of bounds', { values: { testValidity: '3' } }, { testValidity: zh.form.outOf(12, 336) }],
    ['no number', { values: { testValidity: '二十四' } }, { testValidity: zh.form.outOf(12, 336) }],
    ['half an hour', { values: { testValidity: '24.5' } }, { testValidity: zh.form.outOf(12, 336) }],
    ['no name', { nameEn: ' ', values: { testValidity: '24' } }, { nameEn: zh.form.needed }],
    [
      'too soon',
      { from: '2022-05-16T09:59', values: { testValidity: '24' } },
      { from: zh.form.tooSoon('2022-05-16 10:00') },
    ],
    ['at once, as an emergency', { kind: 'emergency', from: '2022-05-16T09:59', values: { testValidity: '24' } }, {}],
    ['all right', { values: { testValidity: '24' } }, {}],
  ])('%s', (_, change, errors) => {
    const found = Object.entries(checkDraft({ ...filled, ...change }, zh.form, now)).filter(([, error]) => error)
    expect(Object.fromEntries(found)).toEqual(errors)
  })
})

describe('numbers', () => {
  test('every number stands in one group, with a name in each language', () => {
    const named = groups.flatMap((group) => numbersIn(group))
    expect(named.toSorted()).toEqual(Object.keys(parameters).toSorted())
    for (const name of named) expect(captionOf(name, 'en')).not.toBe(captionOf(name, 'zh'))
  })
  test('who picks a step of the ladder picks all three, and drops all three', () => {
    const ladder = ['congestionLeader', 'congestionAllStaff', 'congestionPrincipals'] as const
    for (const name of ladder) expect(withPair(name).toSorted()).toEqual(ladder.toSorted())
    const picked = pickNumber(filled, 'congestionPrincipals', (name) => `${name}!`)
    expect(ladder.map((name) => picked.values[name])).toEqual(ladder.map((name) => `${name}!`))
    expect(dropNumber(picked, 'congestionLeader').values).toEqual(filled.values)
    expect(withPair('passLife')).toEqual(['passLife'])
  })
  test('what the ladder goes by is chosen by its word, and sent as it is', () => {
    expect([choicesOf('congestionClock'), choicesOf('testValidity')]).toEqual([['wait', 'incident', 'either'], []])
    const form = { ...filled, values: { congestionClock: 'either' } }
    expect(draftOf(form).values).toEqual({ congestionClock: 'either' })
  })
  test('ranges of a device are not for the city to set; a clause is named as it is said', () => {
    expect([boundsOf('temperatureMin'), boundsOf('testClockBasis'), boundsOf('testValidity')?.max]).toEqual([
      null,
      undefined,
      336,
    ])
    expect([clauseInWords('henan-16#7', 'zh'), clauseInWords('nowhere#1', 'zh')]).toEqual(['十六条第七条', undefined])
  })
})

describe('the picture of what moves', () => {
  const flows = [
    { from: 'V5', to: 'V5', count: 60 },
    { from: 'V10', to: 'V11', count: 30 },
    { from: 'V10', to: 'V10', count: 10 },
  ]
  test('bars are as tall as their trucks, the mildest on top, and ribbons stay within them', () => {
    const { left, right, ribbons, height } = flowPicture(flows)
    expect([left.map(({ row }) => row), right.map(({ row }) => row)]).toEqual([
      ['V5', 'V10'],
      ['V5', 'V10', 'V11'],
    ])
    for (const { y, height: tall } of [...left, ...right]) expect(y + tall).toBeLessThanOrEqual(height)
    const bar = left.find(({ row }) => row === 'V10')!
    for (const { y1, width } of ribbons.filter(({ from }) => from === 'V10')) {
      expect(y1 - width / 2).toBeGreaterThanOrEqual(bar.y - 0.01)
      expect(y1 + width / 2).toBeLessThanOrEqual(bar.y + bar.height + 0.01)
    }
    expect(ribbons.map(({ turn }) => turn)).toEqual(['same', 'stricter', 'same'])
  })
  test('says which way by the classes of strictness, not by the number of the row', () => {
    expect(turnOf({ from: 'V11', to: 'V12' })).toBe('milder')
    expect(turnOf({ from: 'V5', to: 'V8' })).toBe('alike')
    expect(turnOf({ from: 'V2', to: 'V1' })).toBe('stricter')
  })
  test('nothing gives nothing', () => {
    expect(flowPicture([])).toEqual({ height: 0, left: [], right: [], ribbons: [] })
  })
})

describe('who may do what next', () => {
  const by = (id: string) => ({ id, name: id })
  const tried = { version: 1, at: '2022-05-16T09:00:00+08:00' }
  const draft = (more: object) =>
    ({ version: 1, dryRun: tried, first: null, draftedBy: by('a'), ...more }) as unknown as Amendment
  test.each<[string, object, string, string]>([
    ['not tried yet', { dryRun: null }, 'b', 'none try'],
    ['tried in an older version', { dryRun: { ...tried, version: 0 } }, 'b', 'none try'],
    ['tried the day before yesterday', { dryRun: { ...tried, at: '2022-05-15T09:00:00+08:00' } }, 'b', 'none try'],
    ['the drafter may sign first', {}, 'a', 'first '],
    ['not twice', { first: { by: by('b'), at: tried.at } }, 'b', 'none another'],
    ['nor second what he drafted', { first: { by: by('b'), at: tried.at } }, 'a', 'none another'],
    ['another person publishes', { first: { by: by('b'), at: tried.at } }, 'c', 'second '],
  ])('%s', (_, more, staff, may) => {
    const act = signAct(draft(more), staff, now)
    expect(`${act.kind} ${act.kind === 'none' ? act.why : ''}`).toBe(may)
  })
  test('drafts and what is coming stand above what is over', () => {
    const line = (standing: string, from: string) => ({ standing, from }) as unknown as AmendmentLine
    const lines = [
      line('past', '1'),
      line('in-force', '2'),
      line('in-force', '3'),
      line('coming', '4'),
      line('draft', '0'),
    ]
    expect(inOrder(lines).map(({ from }) => from)).toEqual(['0', '4', '3', '2', '1'])
  })
})

test('spans are whole Beijing days, but for the last 24 hours', () => {
  expect(spanOf('yesterday', now)).toEqual({ from: '2022-05-15T00:00:00+08:00', until: '2022-05-16T00:00:00+08:00' })
  expect(spanOf('week', now)).toEqual({ from: '2022-05-09T00:00:00+08:00', until: '2022-05-16T00:00:00+08:00' })
  expect(spanOf('day', now)).toEqual({ from: '2022-05-15T09:59:55+08:00', until: '2022-05-16T09:59:55+08:00' })
})

test('what is wrong with a file of settings is told in the language of the page', () => {
  const file = { ...JSON.parse(sampleOf('2022-05-JZ20-1', zh.overlay.sampleName)), parameters: { nonsense: 1 } }
  const messageOf = () => {
    try {
      checkOverlay(file)
    } catch (fault) {
      return (fault as Error).message
    }
    return ''
  }
  const problem = { kind: 'refused' as const, status: 400, code: 'OV-05', message: messageOf() }
  const told = (language: 'zh' | 'en') => JSON.stringify(inOneLanguage(problem, language))
  expect(told('zh')).toContain('不能由下级设定')
  expect(told('zh')).not.toContain('no setting')
  expect(told('en')).not.toMatch(/[\u4e00-\u9fff]/)
})
