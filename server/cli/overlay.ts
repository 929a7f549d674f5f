import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Fault } from '../../shared/fault.ts'
import { checkOverlay, type Checked } from '../../shared/policy/overlay-check.ts'
import type { Counterexample } from '../../shared/policy/overlay-proof.ts'
import { captionOf, settingNames } from '../../shared/policy/overlay-settings.ts'
import { parseOverlay } from '../../shared/policy/overlay.ts'
import { explanationOf } from '../../shared/wording/overlay.ts'
import type { Law } from '../deps.ts'
import { Usage } from '../usage.ts'
import { lawIn, superiorNamed } from './stored-law.ts'

const settings = settingNames.map((name) => `  ${name.padEnd(28)} ${captionOf(name).zh} / ${captionOf(name).en}`)

export const overlayHelp = `changxing overlay check FILE [--superior ID] [--data DIR] [--json]

Proves that the settings of a county or a checkpoint make no verdict stricter than the superior edition's 不层层加码, or prints the
trucks that would be treated more strictly, shortest first. FILE (- = standard input) is one JSON object:

  { "name": {"zh": "…", "en": "…"}, "level": "county" | "checkpoint", "superior": "2022-05-JZ20-1",
    "from": "2022-06-01T00:00:00+08:00" (may be left out), "basis": ["jiaozuo-20#6"], "parameters": { setting: value, … } }

${settings.join('\n')}

With --data the superior may be an edition that the server of that folder published. 有 --data 时，上级可以是已公布的修订版本。

Exit code 0: lawful; 1: stricter; 2: the file or the call is not understood. 退出码：0 不加码；1 加码；2 文件或用法有误。
`

const options = {
  superior: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

type Asked = { help: boolean; json: boolean; file: string; superior: string | undefined; data: string | undefined }

function read(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [what, file, ...more] = positionals
    if (values.help) return { ...values, file: '', superior: values.superior, data: values.data }
    if (what !== 'check' || file === undefined || more.length > 0) throw new Usage(overlayHelp)
    return { ...values, file, superior: values.superior, data: values.data }
  } catch (cause) {
    if (cause instanceof Usage) throw cause
    throw new Usage(`${cause instanceof Error ? cause.message : String(cause)}\n${overlayHelp}`)
  }
}

/** Returns the exit code. @throws Usage */
export async function overlayCommand(
  args: readonly string[],
  output: NodeJS.WritableStream = process.stdout,
): Promise<number> {
  const asked = read(args)
  if (asked.help) {
    output.write(overlayHelp)
    return 0
  }
  const { data } = asked
  const checked = readAndCheck(asked, data === undefined ? undefined : await lawIn(data))
  output.write(asked.json ? asJson(checked) : inWords(checked))
  return checked.proof.ok ? 0 : 1
}

/** A file that is not understood is bad usage, not a stricter overlay. */
export function readAndCheck({ file, superior }: Pick<Asked, 'file' | 'superior'>, law?: Law): Checked {
  try {
    const json: unknown = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
    if (law === undefined) return checkOverlay(json, superior)
    return checkOverlay(json, superiorNamed(law, superior ?? parseOverlay(json).superior))
  } catch (cause) {
    if (cause instanceof Usage) throw cause
    if (cause instanceof Fault) throw new Usage(`${file}: ${cause.code} ${cause.message}`)
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new Usage(`${file}: 无法读取，或不是 JSON / cannot be read, or is no JSON: ${message}`)
  }
}

const counterexamplesOf = ({ proof }: Checked): readonly Counterexample[] => (proof.ok ? [] : proof.counterexamples)

function inWords(checked: Checked): string {
  const { overlay, above, below, proof } = checked
  const found = counterexamplesOf(checked)
  const stricter = found.reduce((sum, { points }) => sum + points, 0)
  const figures = `${proof.points.toLocaleString('en')} / ${proof.standsFor.toExponential(1)}`
  return [
    `${overlay.name.zh} / ${overlay.name.en}`,
    `上级 superior ${above.id} · 本级 overlay ${below.id}`,
    `判定情形 points judged ${figures}（代表全部组合 standing for all combinations）`,
    proof.ok
      ? '结论：没有一种情形比上级更严，可以公布。\nLawful: no verdict is stricter than the superior edition’s.'
      : `结论：${stricter} 种情形比上级更严，属于层层加码，不能公布。\nStricter: in ${stricter} points; it adds conditions and may not bind.`,
    ...found.map((one, index) => block(one, index, checked)),
    '',
  ].join('\n')
}

function block(found: Counterexample, index: number, checked: Checked): string {
  const { zh, en } = explanationOf(found, checked)
  const facts = [found.factsAbove, found.facts].filter(Boolean).map((one) => `   ${JSON.stringify(one)}`)
  return [`\n${index + 1}. ${zh}`, `   ${en}`, ...facts].join('\n')
}

function asJson(checked: Checked): string {
  const { overlay, above, below, proof } = checked
  const { ok, points, standsFor } = proof
  const counterexamples = counterexamplesOf(checked).map((one) => ({
    ...one,
    explanation: explanationOf(one, checked),
  }))
  const json = { ok, name: overlay.name, superior: above.id, overlay: below.id, points, standsFor, counterexamples }
  return `${JSON.stringify(json)}\n`
}
