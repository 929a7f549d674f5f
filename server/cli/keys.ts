import { parseArgs } from 'node:util'
import { generateKey } from '../../shared/credential/keys.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { readConfig } from '../config.ts'
import type { Deps, KeyUse } from '../deps.ts'
import { ageInDays, keyServesDays, stateOf } from '../keys/line.ts'
import { openDeps } from '../node.ts'
import { listSigningKeys } from '../store/signing-keys.ts'
import type { SigningKeyRow } from '../store/signing-keys.ts'
import { Usage } from '../usage.ts'
import { resealPasses } from '../usecases/reseal-passes.ts'
import { revokeKey, rotateKey } from '../usecases/keys.ts'
import { masterSecret } from './secret-file.ts'

const help = `changxing keys list [--data DIR]
changxing keys rotate freight|pass|bundle|audit [--data DIR]
changxing keys revoke KID --reason TEXT [--data DIR]
changxing keys make freight|pass|bundle|audit

list:   every key, its state and age; one that has signed for ${keyServesDays} days ought to be rotated.
rotate: a new key is published now and signs after a day's notice, so that every phone has it before it is used; the old one signs
        until then and stays published. 新密钥立即公布，一天后启用，届时旧密钥停用。
revoke: emergency. The key is published no more and nothing it ever sealed counts; another one signs at once, and passes that live are
        sealed anew. Broken off, the same command goes on. 紧急停用：立即生效，新密钥即刻启用，有效通行证自动重签。
make:   a new private key on standard output, for CHANGXING_SIGNING_KEYS; nothing is kept here. 生成私钥，供环境变量使用，不保存。
`
const uses: readonly KeyUse[] = ['freight', 'pass', 'bundle', 'audit']
/** Whoever may run commands on this machine. */
const commandLine = { id: 'command-line', role: 'system', device: null }

const say = (text: string): void => void process.stdout.write(`${text}\n`)

export async function keysCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args)
  const [what, which = ''] = positionals
  if (values.help === true || what === undefined) {
    process.stdout.write(help)
    return 0
  }
  if (what === 'make') return make(useNamed(which))
  const deed = deedOf(what, which, values.reason)
  const config = readConfig(values.data === undefined ? [] : ['--data', values.data], process.env, true)
  const { deps, close } = await openDeps(config, masterSecret(config), 'http://localhost')
  try {
    await deed(deps)
    return 0
  } finally {
    close()
  }
}

/** One name in 64 begins like an option, and an emergency is no moment to learn of `--`. */
const looksLikeOption = (which: string | undefined) => /^-[\w-]{7}$/.test(which ?? '') && which !== '--reason'

function readArgs(given: readonly string[]) {
  const [what = '', which = '', ...rest] = given
  const args = what === 'revoke' && looksLikeOption(which) ? [...rest, '--', what, which] : given
  try {
    const options = {
      data: { type: 'string' },
      reason: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    throw new Usage(help)
  }
}

/** Understood before anything is opened. */
function deedOf(what: string, which: string, reason: string | undefined): (deps: Deps) => Promise<void> {
  if (what === 'list') return list
  if (what === 'rotate') {
    const use = useNamed(which)
    return (deps) => rotate(deps, use)
  }
  if (what !== 'revoke' || which === '' || reason === undefined || reason.trim() === '') throw new Usage(help)
  return (deps) => revoke(deps, which, reason.trim())
}

function useNamed(text: string): KeyUse {
  const found = uses.find((use) => use === text)
  if (found === undefined) throw new Usage(help)
  return found
}

async function make(use: KeyUse): Promise<number> {
  const { cx_nbf: _, ...key } = await generateKey(use, instant(0))
  say(JSON.stringify({ keys: [key] }))
  return 0
}

async function list(deps: Deps): Promise<void> {
  const now = deps.now()
  for (const row of await listSigningKeys(deps.db)) say(line(row, now))
}

async function rotate(deps: Deps, use: KeyUse): Promise<void> {
  await rotateKey(deps, use, commandLine)
  await list(deps)
  await deps.audit.signHead()
}

/** A key that is revoked already: the rest of its passes. */
async function revoke(deps: Deps, kid: string, reason: string): Promise<void> {
  if (!(await deps.keyring.revoked()).has(kid)) {
    const { use, instead } = await revokeKey(deps, kid, reason, commandLine)
    say(`已紧急停用 ${kid} revoked (${use})${instead === null ? '' : `; 现用 ${instead} signs now`}`)
    await deps.audit.signHead()
  }
  let sealed = 0
  for await (const { done, of } of resealPasses(deps)) {
    sealed = done
    process.stderr.write(`\r通行证重签 passes sealed anew: ${done} / ${of}`)
  }
  if (sealed > 0) process.stderr.write('\n')
  say(`${sealed} 张有效通行证已重签 passes sealed anew`)
}

const until = (at: number | null): string => (at === null ? '' : `  until ${beijingIso(instant(at))}`)

function line(row: SigningKeyRow, now: Instant): string {
  const state = stateOf(row, now)
  const age = ageInDays(row, now)
  const old = state === 'signs' && age >= keyServesDays
  return [
    `${row.key_use.padEnd(8)} ${row.kid}  ${state.padEnd(8)} from ${beijingIso(instant(row.not_before))}${until(row.retired_at)}`,
    state === 'signs' ? `  ${age} d` : '',
    row.home === 'database' ? '' : `  (${row.home})`,
    row.revoked_reason === null ? '' : `  ${row.revoked_reason}`,
    old ? `  ▲ 已用 ${age} 天，请轮换 / older than ${keyServesDays} days: changxing keys rotate ${row.key_use}` : '',
  ].join('')
}
