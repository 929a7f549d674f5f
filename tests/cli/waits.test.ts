import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { waitsCommand } from '../../server/cli/waits.ts'

const folder = mkdtempSync(join(tmpdir(), 'waits-'))
afterAll(() => rmSync(folder, { recursive: true }))

const checkpoint = {
  checkpoint: 'JZ-BA-01',
  approach_lanes: 2,
  inspection_lanes: 4,
  green_lane: null,
  approach_m: 4000,
  booth_stake: 'K45+200',
  booth_stake_m: 45_200,
  stake_upstream: 'decreasing',
  fence_m: 3000,
  qr_signs_m: [300, 600],
}
const meta = { start: '2022-05-16T06:00:00+08:00', hours: 0.05, checkpoints: [checkpoint] }

function metaFile(json: unknown): string {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(json))
  return file
}

async function waits(lines: readonly unknown[], args = ['--meta', metaFile(meta)]) {
  const [output, errors] = [new PassThrough(), new PassThrough()]
  const input = (async function* () {
    yield lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  })()
  const said = Promise.all([text(output), text(errors)])
  const exit = await waitsCommand(args, { input, output, errors })
  output.end()
  errors.end()
  const [answers, diagnostics] = await said
  return { exit, diagnostics, answers: answers.trim() === '' ? [] : answers.trim().split('\n') }
}

const open = {
  event_id: 'e1',
  kind: 'lane_open',
  checkpoint: 'JZ-BA-01',
  lane: 1,
  occurred_at: '2022-05-16T06:00:00+08:00',
  received_at: '2022-05-16T06:00:02+08:00',
}

describe('changxing waits (contracts §2)', () => {
  it('one line each half minute from the start on, with these keys and no others', async () => {
    const { exit, answers } = await waits([open])
    expect(exit).toBe(0)
    expect(answers).toHaveLength(7)
    expect(Object.keys(JSON.parse(answers[0]!))).toEqual(
      'at checkpoint wait_min lo_min hi_min virtual_min queue_m level over_1km'.split(' '),
    )
    expect(JSON.parse(answers[6]!)).toMatchObject({ at: '2022-05-16T06:03:00+08:00', level: 0, over_1km: false })
  })

  it('one line for each checkpoint', async () => {
    const two = { ...meta, checkpoints: [checkpoint, { ...checkpoint, checkpoint: 'JZ-WZ-02' }] }
    const { answers } = await waits([open], ['--meta', metaFile(two)])
    expect(answers.map((line) => JSON.parse(line).checkpoint).slice(0, 2)).toEqual(['JZ-BA-01', 'JZ-WZ-02'])
    expect(answers).toHaveLength(14)
  })

  it('nothing received later is used: a report changes nothing before it came', async () => {
    const times = { occurred_at: '2022-05-16T06:00:30+08:00', received_at: '2022-05-16T06:02:00+08:00' }
    const report = { ...open, event_id: 'e2', kind: 'queue_report', queue_m: 900, by: 'inspector', ...times }
    const [without, with_] = [await waits([open]), await waits([report, open])]
    expect(with_.answers.slice(0, 4)).toEqual(without.answers.slice(0, 4))
    expect(with_.answers[4]).not.toEqual(without.answers[4])
  })

  it.each<[string, unknown, string, string | null]>([
    ['no JSON', '{"event_id":', 'CG-04', null],
    ['a kind that is none', { ...open, kind: 'lane_painted' }, 'CG-01', 'e1'],
    ['a time without its offset', { ...open, occurred_at: '2022-05-16T06:00:00' }, 'CG-01', 'e1'],
    ['a lane that is none', { ...open, lane: 0 }, 'CG-01', 'e1'],
    ['a checkpoint that is not described', { ...open, checkpoint: 'JZ-XX-09' }, 'CG-03', 'e1'],
  ])('%s is refused, and the rest go on', async (_, line, code, id) => {
    const { exit, answers } = await waits([line, { ...open, event_id: 'e9' }])
    expect(exit).toBe(1)
    expect(JSON.parse(answers[0]!)).toMatchObject({ id, error: { code } })
    expect(answers).toHaveLength(8)
  })

  it.each<[string, string[]]>([
    ['no meta file', []],
    ['one that is not there', ['--meta', join(folder, 'none.json')]],
    ['one that describes nothing', ['--meta', metaFile({ start: meta.start, hours: 1, checkpoints: [] })]],
    ['an option that is none', ['--fast']],
  ])('bad usage: %s', async (_, args) => {
    const { exit, answers, diagnostics } = await waits([open], args)
    expect([exit, answers]).toEqual([2, []])
    expect(diagnostics).toContain('changxing waits')
  })
})
