/** `changxing overlay check` as a county's officer sees it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { overlayCommand } from '../../server/cli/overlay.ts'
import { Usage } from '../../server/usage.ts'
import { parseInspection } from '../../shared/facts-json.ts'
import { decide } from '../../shared/policy/decide.ts'
import { exampleOverlays } from '../policy/overlay-examples.ts'
import { overlayFile, superior } from '../policy/overlay-kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'changxing-overlay-'))
afterAll(() => rmSync(folder, { recursive: true }))

const example = (name: string) => fileURLToPath(exampleOverlays.find((one) => one.name === name)!.file)

function written(json: unknown): string {
  const file = join(folder, 'overlay.json')
  writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json))
  return file
}

async function run(...args: string[]) {
  const output = new PassThrough()
  const exit = await overlayCommand(args, output)
  return { exit, said: String(output.read() ?? '') }
}

const refusal = async (...args: string[]): Promise<string> => {
  const error = await run(...args).then(
    () => undefined,
    (cause: unknown) => cause,
  )
  expect(error).toBeInstanceOf(Usage)
  return (error as Usage).message
}

describe('overlay check', () => {
  test('lawful: exit 0, said in both languages with the size of the space', async () => {
    const { exit, said } = await run('check', example('lawful-equal'))
    expect(exit).toBe(0)
    expect(said).toContain('没有一种情形比上级更严')
    expect(said).toContain('Lawful: no verdict is stricter')
    expect(said).toMatch(/points judged [\d,]{6,} \/ \d\.\de\+\d\d/)
  })

  test('stricter: exit 1, the trucks in words and as facts that decide judges', async () => {
    const { exit, said } = await run('check', example('stricter-white-list-14-days'))
    expect(exit).toBe(1)
    expect(said).toContain('属于层层加码')
    expect(said).toContain('1. 省外行程，已报备，货畅码无，体温 36.5 ℃，核酸阴性（报告于30分钟前），健康码绿，行程卡黄')
    expect(said).toContain('Because of: shortest term of the driver white list (days) 14 (superior 7)')
    const lines = said.split('\n').filter((line) => line.startsWith('   {'))
    expect(lines.length).toBeGreaterThan(0)
    const { facts, now } = parseInspection(JSON.parse(lines[0]!))
    expect(decide(facts, now).row).toBe('V10')
  })

  test('--json for a machine', async () => {
    const { exit, said } = await run('check', example('stricter-pending-sample-12-hours'), '--json')
    const answer = JSON.parse(said) as { ok: boolean; superior: string; counterexamples: { explanation: object }[] }
    expect([exit, answer.ok, answer.superior]).toEqual([1, false, superior.id])
    expect(Object.keys(answer.counterexamples[0]!.explanation)).toEqual(['zh', 'en'])
  })

  test('--superior wins over the file', async () => {
    const file = written(overlayFile({}, { superior: 'another' }))
    expect(await refusal('check', file)).toContain('OV-07')
    expect((await run('check', file, '--superior', superior.id)).exit).toBe(0)
  })

  test.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /不是 JSON .* no JSON/],
    ['an unknown setting', overlayFile({ closeTheRoad: true } as object), /OV-05 .*parameters\.closeTheRoad/],
    ['no basis', overlayFile({}, { basis: [] }), /OV-03 没有写依据的条款/],
  ])('a bad file: %s', async (_title, json, says) => expect(await refusal('check', written(json))).toMatch(says))

  test('a file that is not there', async () => {
    expect(await refusal('check', join(folder, 'none.json'))).toMatch(/cannot be read/)
  })

  test.each([[], ['check'], ['prove', 'x.json'], ['check', 'a', 'b'], ['check', 'a', '--hard']])(
    'bad usage: %j',
    async (...args) => {
      expect(await refusal(...args)).toContain('changxing overlay check FILE')
    },
  )

  test('--help names every setting', async () => {
    const { exit, said } = await run('--help')
    expect(exit).toBe(0)
    for (const name of ['testValidityHours', 'normalMax', 'asteriskCounts', 'requirePass']) expect(said).toContain(name)
  })
})
