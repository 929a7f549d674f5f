import { parseArgs } from 'node:util'
import { beijingIso, hour, instant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { readConfig } from '../config.ts'
import type { Deps, KeyUse } from '../deps.ts'
import { keyInUse, newSigningKey } from '../keyring.ts'
import { openDeps } from '../node.ts'
import { insertSigningKey, listSigningKeys, retireSigningKey } from '../store/signing-keys.ts'
import type { SigningKeyRow } from '../store/signing-keys.ts'
import { masterSecret } from './secret-file.ts'
import { Usage } from '../usage.ts'

const help = `changxing keys list [--data DIR]
changxing keys rotate freight|pass|bundle|audit [--data DIR]

rotate: a new key is published now and signs from 24 h on, so that every phone has it before it is used; the old one signs
until then and stays published. 新密钥立即公布，24 小时后启用，届时旧密钥停用。
`
/** Phones fetch keys each minute when online; a day reaches those that are offline for a shift. */
const notice = 24 * hour
const uses = ['freight', 'pass', 'bundle', 'audit'] as const

export async function keysCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args)
  const [what, use] = positionals
  if (values.help === true || what === undefined) {
    process.stdout.write(help)
    return 0
  }
  const config = readConfig(values.data === undefined ? [] : ['--data', values.data], process.env, true)
  const chosen = uses.find((known) => known === use)
  if (!['list', 'rotate'].includes(what) || (what === 'rotate' && chosen === undefined)) throw new Usage(help)
  const { deps, close } = await openDeps(config, masterSecret(config), 'http://localhost')
  try {
    if (chosen !== undefined && what === 'rotate') await rotate(deps, chosen)
    for (const row of await listSigningKeys(deps.db)) process.stdout.write(`${line(row, deps.now())}\n`)
    if (what === 'rotate') await deps.audit.signHead()
    return 0
  } finally {
    close()
  }
}

function readArgs(args: readonly string[]) {
  try {
    const options = { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    throw new Usage(help)
  }
}

/** Whoever may run commands on this machine. */
const commandLine = { id: 'command-line', role: 'system', device: null }

async function rotate(deps: Deps, use: KeyUse): Promise<void> {
  const now = deps.now()
  const rows = await listSigningKeys(deps.db)
  const waiting = rows.find((row) => row.key_use === use && row.not_before > now)
  if (waiting !== undefined)
    throw new Usage(`${waiting.kid} already waits for ${beijingIso(instant(waiting.not_before))}`)
  const begins = plus(now, notice)
  const old = keyInUse(rows, use, now)
  const retire = old === undefined ? [] : [retireSigningKey(old.kid, begins)]
  const key = await newSigningKey(deps, use, begins)
  const detail = { use, from: beijingIso(begins), instead: old?.kid ?? null }
  await deps.audit.commit(
    [insertSigningKey(key), ...retire],
    [{ by: commandLine, action: 'key-rotated', subject: key.kid, detail }],
  )
}

function line(row: SigningKeyRow, now: Instant): string {
  const until = row.retired_at === null ? '' : `  until ${beijingIso(instant(row.retired_at))}`
  const state = row.not_before > now ? 'waits' : row.retired_at !== null && row.retired_at <= now ? 'retired' : 'signs'
  return `${row.key_use.padEnd(8)} ${row.kid}  ${state.padEnd(8)} from ${beijingIso(instant(row.not_before))}${until}`
}
