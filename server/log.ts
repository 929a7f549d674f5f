import type { Deps, LogLine } from './deps.ts'

/** One JSON object a line. `problems` leaves out requests that were answered well. */
export function jsonLog(level: 'all' | 'problems', write: (line: string) => void): Deps['log'] {
  return (event: string, line: LogLine = {}) => {
    if (level === 'problems' && event === 'request' && Number(line['status']) < 500) return
    write(`${JSON.stringify({ at: new Date().toISOString(), event, ...line })}\n`)
  }
}
