import { format } from 'prettier'
import { api } from '../../../schema/api/index.ts'
import { zh as officeZh } from '../../../checkpoint-app/office/words.zh.ts'
import { askers, matrix } from './matrix.ts'
import type { Line, May, WhoAsks } from './matrix.ts'

const outside: Readonly<Partial<Record<WhoAsks, string>>> = {
  anyone: '任何人',
  driver: '本行程司机',
  'other driver': '其他司机',
  terminal: '查验终端',
  'head elsewhere': '别处点长',
}
const roles: Readonly<Record<string, string>> = officeZh.roles
const headings = askers.map((who) => `${(outside[who] ?? roles[who] ?? who).replace(/（.*）/, '')}<br>${who}`)
const signs: Readonly<Record<May, string>> = { yes: '✔', no: '·', own: '本点', part: '部分' }

const head = `# 谁可以做什么 / Who may do what

Every endpoint of \`schema/api\` × everybody who can ask. Made from \`tests/server/permissions/matrix.ts\`, which is written by hand
from the documents; \`matrix.long.test.ts\` beside it holds it against the contracts, against the table the use cases go by
(\`server/usecases/may.ts\`), and over HTTP: whoever may not is answered 401 or 403 and nothing is written.

✔ 可以 yes · · 不可以 no · 本点 only what belongs to his checkpoint · 部分 as far as the record allows him:

- 通知 messages: each role those that are for it.
- 白名单审批 steps: the list officer those of county and city, the command those that a higher level decided; list × step × role is
  \`tests/server/lists/chain.test.ts\`.
- 申诉 appeals: codes by the appeal officer and the epidemic office, verdicts by the head of that checkpoint.
- 工单 cases: who may do what in which state and on which level is one table, \`shared/cases/moves.ts\`; supervision follows a case up and
  opens a closed one again, the command handles what has come up to the city; a head reads those of his checkpoint, without whoever
  reported, and says how it is there. Whoever has an area sees what lies in it: \`tests/server/cases/reach.test.ts\`.
- 赋码 reasons: which role opens, signs and closes which reason in which way, reason × deed × role, is
  \`tests/codes/permissions.test.ts\`.

Nobody but the epidemic office proposes, signs or declines a red code; nobody corrects a verdict but the head of that checkpoint, and
only towards release; supervisors see all and change nothing.

`

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`

const summaries = new Map<string, string>(api.map(({ name, method, path }) => [name, `${method} ${path}`]))
const cellsOf = ({ name, zh, may }: Line) => [
  `${zh}<br>${name}<br>\`${summaries.get(name) ?? ''}\``,
  ...askers.map((who) => signs[may[who]]),
]

/** The matrix as people read it. */
export function documentText(): Promise<string> {
  const table = [['', ...headings], ['---', ...askers.map(() => ':-:')], ...matrix.map(cellsOf)].map(row).join('')
  return format(head + table, { parser: 'markdown', printWidth: 120 })
}
