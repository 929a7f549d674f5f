import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealedText } from '../../shared/audit/entry.ts'
import { auditMac } from '../../server/audit/chain.ts'
import { addToAudit } from '../../server/store/audit.ts'
import { openMigrated } from '../../server/store/open-sqlite.ts'
import { check, fill, logOn, rowsOf } from '../audit/kit.ts'
import { inTurn } from './measure.ts'
import type { Line } from './measure.ts'

const callers = 1000
const entries = 100_000
const rounds = 5

/** The log: deeds told by many use cases at once into a SQLite file with synchronous=FULL, and the check of a long chain. */
export async function benchAudit(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'changxing-bench-audit-'))
  try {
    return [await benchAppend(folder), await benchVerify(folder)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function benchAppend(folder: string): Promise<Line> {
  const [ours, bare] = [await openMigrated(join(folder, 'ours.db')), await openMigrated(join(folder, 'bare.db'))]
  const log = logOn(ours)
  let copied = 0
  const times = await inTurn(rounds, {
    ours: () => fill(log, callers),
    bare: async () => {
      const rows = (await rowsOf(log)).slice(copied)
      copied += rows.length
      await bare.commit(rows.map(addToAudit))
    },
  })
  ours.close()
  bare.close()
  return {
    name: `${callers} audited deeds at once`,
    ours: times.ours,
    limit: { name: 'the same rows, read and copied in one transaction, FULL', samples: times.bare },
    count: callers,
  }
}

async function benchVerify(folder: string): Promise<Line> {
  const db = await openMigrated(join(folder, 'long.db'))
  const log = logOn(db)
  for (let written = 0; written < entries; written += 5000) await fill(log, 5000)
  const texts = (await rowsOf(log)).map(sealedText)
  const mac = auditMac(log.vault)
  const times = await inTurn(3, {
    ours: async () => {
      if ((await check(log)).entries !== entries) throw new Error('the log is broken')
    },
    macs: async () => {
      for (let at = 0; at < entries; at += 1000) await Promise.all(texts.slice(at, at + 1000).map(mac))
    },
  })
  db.close()
  return {
    name: `check of ${entries.toLocaleString('en')} audit entries`,
    ours: times.ours,
    limit: { name: 'HMAC-SHA-256 of the same texts, WebCrypto', samples: times.macs },
    count: entries,
  }
}
