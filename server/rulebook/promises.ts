/** What no edition changes: stands first in the book. The reminders are those of the inspector's screen. */
import type { Bilingual, ClauseRef } from '../../shared/policy/documents.ts'
import { outcomes } from '../../shared/policy/verdict.ts'
import type { Hint } from '../../shared/wording/language.ts'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import { citation, type Citation } from './book-rules.ts'
import { both } from './sentences.ts'

export type PromiseEntry = { readonly id: string; readonly text: Bilingual; readonly clauses: readonly Citation[] }

const promise = (id: string, text: Bilingual, ...clauses: readonly ClauseRef[]): PromiseEntry => ({
  id,
  text,
  clauses: clauses.map((ref) => citation(ref)),
})

const hint = (id: Hint, ...clauses: readonly ClauseRef[]): PromiseEntry =>
  promise(
    id,
    both((language) => wordings[language].hint[id]),
    ...clauses,
  )

const kinds = new Set(Object.values(outcomes)).size

export const promises: readonly PromiseEntry[] = [
  promise(
    'nothing-added',
    {
      zh: '不层层加码：任何一级、任何检查点，都不能在本书之外增加查验条件',
      en: 'Nothing is added: no level and no checkpoint may ask for more than this book does',
    },
    'jiaozuo-20#6',
    'henan-16#6',
    'national-services-43#43',
  ),
  promise(
    'nobody-sent-back',
    {
      zh: `${kinds}种结论里，没有一种让车辆折返：或放行，或登记、检测后放行，或专人引导、就医`,
      en: `Of ${kinds} outcomes none sends a truck back: release, release after registration or a test, escort, or medical care`,
    },
    'jiaozuo-20#16',
  ),
  hint('asterisk', 'jiaozuo-20#6'),
  hint('origin', 'jiaozuo-20#6'),
  hint('no-repeat-test', 'jiaozuo-20#3', 'henan-16#3'),
  hint('no-pass', 'jiaozuo-20#5', 'jiaozuo-20#8'),
]
