import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { SignedHead } from '../../shared/audit/head.ts'
import { start, verifyChain } from '../../shared/audit/verify.ts'
import type { Flaw, Report } from '../../shared/audit/verify.ts'
import { Fault } from '../../shared/fault.ts'
import { auditMac } from '../audit/chain.ts'
import { keysOfHeads } from '../audit/keys-of-heads.ts'
import { readConfig } from '../config.ts'
import type { Config } from '../config.ts'
import { auditHeadsPath } from '../node.ts'
import { readHeads } from '../ports/audit-heads-file.ts'
import { auditPages, headsAfter, stateOfAudit } from '../store/audit.ts'
import { openSqlite } from '../store/sqlite.ts'
import { createVault } from '../vault.ts'
import { Usage } from '../usage.ts'
import { sayPace, sayReport } from './audit-report.ts'
import { masterSecret } from './secret-file.ts'
import { startTrouble } from './start-trouble.ts'

const help = `changxing audit verify [--data DIR] [--heads FILE]

Reads the whole log and names the first entry that is wrong. Nothing is written; the server may run meanwhile.
通读审计日志，指出第一条有问题的记录。只读，服务运行时也可执行。

  --heads FILE  signed heads kept elsewhere, instead of <data>/audit-heads.ndjson / 另处保存的校验头

Exit code / 退出码  0 whole 完整 · 1 something is wrong 有问题 · 2 could not be checked 未能检查
`

/** Where it speaks: what was found, and what was not understood. */
export type Voices = { output: (text: string) => void; errors: (text: string) => void }
const standard: Voices = {
  output: (text) => void process.stdout.write(text),
  errors: (text) => void process.stderr.write(text),
}

/** Answers the exit code; 2 is thrown as Usage. */
export async function auditCommand(args: readonly string[], voices = standard): Promise<number> {
  const { values, positionals } = readArgs(args)
  if (values.help === true || positionals.length === 0) {
    voices.output(help)
    return 0
  }
  if (positionals.length > 1 || positionals[0] !== 'verify') throw new Usage(help)
  const config = readConfig(values.data === undefined ? [] : ['--data', values.data], process.env, true)
  try {
    return await verify(config, values.heads, voices)
  } catch (cause) {
    throw startTrouble(config, cause)
  }
}

function readArgs(args: readonly string[]) {
  try {
    const options = {
      data: { type: 'string' },
      heads: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    throw new Usage(help)
  }
}

async function verify(config: Config, given: string | undefined, voices: Voices): Promise<number> {
  if (!existsSync(config.database))
    throw new Usage(`没有数据库 ${config.database} / there is no database ${config.database}`)
  const mac = auditMac(createVault(masterSecret(config)))
  const where = given ?? auditHeadsPath(config)
  // Before the database: what is outside now must be inside then.
  const outside = await readHeads(where)
  if (given !== undefined && outside === undefined) throw new Usage(`没有文件 ${given} / there is no file ${given}`)
  const from = performance.now()
  const report = await readAll(config.database, { mac, outside: outside?.heads }).catch((cause: unknown) => {
    if (isDamage(cause)) return unreadable
    throw cause
  })
  if ((outside?.unreadable ?? 0) > 0)
    voices.errors(`${where}: ${outside?.unreadable} 行无法读取 / lines cannot be read\n`)
  voices.output(sayReport(report, where) + sayPace(report.entries, (performance.now() - from) / 1000))
  return report.flaw === undefined ? 0 : 1
}

const unreadable: Report = {
  entries: 0,
  last: start,
  signedTo: 0,
  outsideTo: 0,
  flaw: { kind: 'unreadable', seq: 1, at: null },
}

/** The file is no database any more, or does not answer what every database of ours answers. */
const isDamage = (cause: unknown): boolean =>
  cause instanceof Fault
    ? cause.kind === 'broken'
    : cause instanceof Error && 'code' in cause && /^SQLITE_(NOTADB|CORRUPT)/.test(String(cause.code))

type Outer = { mac: (text: string) => Promise<string>; outside: readonly SignedHead[] | undefined }

async function readAll(database: string, { mac, outside }: Outer): Promise<Report> {
  const db = openSqlite(database)
  try {
    const state = await stateOfAudit(db)
    if (state === 'none')
      throw new Usage('该数据库没有审计日志，请先启动一次服务 / no log in this database: start the server once')
    if (state === 'lost') return unreadable
    const heads = await db.all(headsAfter(0))
    const report = await verifyChain({ pages: auditPages(db), heads, outside, keys: await keysOfHeads(db), mac })
    const unlocked: Flaw | undefined = state === 'unlocked' ? { kind: 'unlocked', seq: 0, at: null } : undefined
    return { ...report, flaw: report.flaw ?? unlocked }
  } finally {
    db.close()
  }
}
