import { Fault } from '../../shared/fault.ts'
import { regionPath } from '../../shared/identity/region.ts'
import type { Deps } from '../deps.ts'
import { hotline } from '../../shared/wording/published-numbers.ts'
import type { Paper } from '../ports/paper.ts'
import { publishedNumbersNow } from './published-numbers.ts'

/** A file and what to call it. */
export type Printed = { bytes: Uint8Array<ArrayBuffer>; name: string; plainName: string }

/** Who stands on the face of a pass: issues it (after the name of the region), supervises it, and answers the telephone. */
export const passOffice = '物流保通保畅工作领导小组办公室'
export const passSupervisor = '河南省物流保通保畅工作领导小组办公室'

/** Whom a paper of a driver tells to call: the hotline, and the emergency line where one is published (第十六条). */
export async function phonesOnPaper(deps: Pick<Deps, 'db'>): Promise<string> {
  const { emergency } = await publishedNumbersNow(deps)
  return emergency === null ? hotline : `${hotline}、${emergency}`
}

/** @throws Fault unavailable PP-01 where this home of the server has no fonts to print with */
export function needPaper({ paper }: Deps): Paper {
  if (paper === undefined) throw new Fault('unavailable', 'PP-01', 'this server makes no PDF; print the page')
  return paper
}

/** `410823` → 河南焦作市武陟县: the path with the province short; the code itself where the table knows no name. */
export function regionInShort(code: string): string {
  const [province = code, ...rest] = regionPath(code)
  const below = rest.filter((name, level) => name !== rest[level + 1])
  return below.length === 0 ? province : province.replace(/(省|市|(壮族|回族|维吾尔)?自治区)$/, '') + below.join('')
}
