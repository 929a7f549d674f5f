import type { Flaw, Report } from '../../shared/audit/verify.ts'
import { sayFlaw, sayProof } from '../../shared/audit/words.ts'
import { beijingIso, instant } from '../../shared/instant.ts'

const both = ({ zh, en }: { zh: string; en: string }) => `${zh}\n${en}\n`

/** `where` names the place outside the database. */
export function sayReport(report: Report, where: string): string {
  if (report.flaw !== undefined) return sayBroken(report.flaw)
  if (report.entries === 0) return both({ zh: '审计日志为空', en: 'the log is empty' })
  const proof = sayProof(report, where).map(both).join('')
  return both({ zh: '审计日志完整', en: 'the log is whole' }) + proof
}

/** An entry that was altered may tell of no time at all. */
const latest = Date.UTC(9999, 0)

function sayBroken(flaw: Flaw): string {
  const { zh, en } = sayFlaw(flaw)
  const made = flaw.at === null || Math.abs(flaw.at) > latest ? '' : ` (${beijingIso(instant(flaw.at))})`
  const wrongSecret = { zh: '主密钥不对时也会如此', en: 'a wrong master secret looks the same' }
  return (
    both({ zh: `审计日志有问题：${zh}${made}`, en: `the log is broken: ${en}${made}` }) +
    (flaw.seq === 1 && flaw.kind === 'altered' ? both(wrongSecret) : '')
  )
}

export function sayPace(entries: number, seconds: number): string {
  const pace = Math.round(entries / Math.max(seconds, 0.001)).toLocaleString('en')
  return `${entries.toLocaleString('en')} 条 entries · ${seconds.toFixed(1)} s · ${pace}/s\n`
}
