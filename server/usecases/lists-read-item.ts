import type * as z from 'zod/mini'
import type { listItem } from '../../schema/api/lists.ts'
import { Fault } from '../../shared/fault.ts'
import { parseCompanyCode } from '../../shared/identity/company-code.ts'
import { idTail } from '../../shared/identity/id-card.ts'
import { parseName, surnameOf } from '../../shared/identity/name.ts'
import { parsePersonDocument } from '../../shared/identity/person-document.ts'
import { parsePhone } from '../../shared/identity/phone.ts'
import { parsePlate } from '../../shared/identity/plate.ts'
import type { Instant } from '../../shared/instant.ts'
import { kinds } from '../../shared/lists/kinds.ts'
import type { ListKind } from '../../shared/lists/kinds.ts'
import { refusalOfTerm } from '../../shared/lists/term.ts'
import type { Deps } from '../deps.ts'
import type { EntryRow } from '../store/lists.ts'
import { personTag } from './person-tag.ts'
import { must } from './read-notes.ts'
import { momentOf } from './trip-fields.ts'

export type Item = z.infer<typeof listItem>

/** What an item says of an entry, checked and sealed; who makes it and how far it is comes to it later. */
export type ReadItem = Pick<
  EntryRow,
  | 'document'
  | 'name_sealed'
  | 'number_sealed'
  | 'phone_sealed'
  | 'surname'
  | 'id_tail'
  | 'person_tag'
  | 'company'
  | 'company_code'
  | 'plate'
  | 'closed_loop'
  | 'eligibility'
  | 'from_at'
  | 'to_at'
>

const needed = {
  W1: ['name', 'number', 'closedLoop', 'from', 'to'],
  W2: ['company', 'companyCode', 'documentNo'],
  W3: ['name', 'number', 'companyCode', 'closedLoop', 'from', 'to'],
  W4: ['company', 'companyCode'],
} as const satisfies Record<ListKind, readonly (keyof Item)[]>

/** The same for all items of an import. */
export type Reader = { deps: Deps; list: ListKind }

/** @throws Fault bad-input, its path the column */
export async function readItem({ deps, list }: Reader, item: Item, path: string): Promise<ReadItem> {
  const missing = needed[list].find((field) => item[field] === undefined)
  if (missing !== undefined)
    throw new Fault(
      'bad-input',
      list === 'W2' && missing === 'documentNo' ? 'WL-06' : 'WL-15',
      `${missing} is missing`,
      {
        path: `${path}.${missing}`,
      },
    )
  return {
    ...(kinds[list].about === 'person' ? await readPerson(deps, item, path) : nobody),
    company: item.company ?? null,
    company_code:
      item.companyCode === undefined ? null : must(parseCompanyCode(item.companyCode), `${path}.companyCode`),
    plate: item.plate === undefined ? null : must(parsePlate(item.plate), `${path}.plate`),
    closed_loop: item.closedLoop === true ? 1 : 0,
    eligibility: item.eligibility ?? null,
    ...readTerm(deps, list, item, path),
  }
}

const nobody = {
  document: null,
  name_sealed: null,
  number_sealed: null,
  phone_sealed: null,
  surname: '',
  id_tail: '',
  person_tag: null,
}

async function readPerson({ vault, now }: Deps, item: Item, path: string) {
  const document = item.document ?? 'id-card'
  const name = must(parseName(item.name ?? ''), `${path}.name`)
  const number = must(parsePersonDocument(document, item.number ?? '', now()), `${path}.number`)
  const phone = item.phone === undefined ? null : must(parsePhone(item.phone), `${path}.phone`)
  const mark = { surname: surnameOf(name), id_tail: idTail(number) }
  return {
    document,
    name_sealed: await vault.seal('list-name', name),
    number_sealed: await vault.seal('list-number', number),
    phone_sealed: phone === null ? null : await vault.seal('list-phone', phone),
    ...mark,
    person_tag: await personTag(vault, document, number),
  }
}

function readTerm(
  deps: Deps,
  list: ListKind,
  item: Item,
  path: string,
): { from_at: Instant | null; to_at: Instant | null } {
  if (!kinds[list].term || item.from === undefined || item.to === undefined) return { from_at: null, to_at: null }
  const term = { from: momentOf(item.from, `${path}.from`), to: momentOf(item.to, `${path}.to`) }
  const now = deps.now()
  const why = refusalOfTerm(term, now, list === 'W1' ? deps.law.numbersAt(now).driverWhitelistMin : null)
  if (why === 'too-short') throw new Fault('bad-input', 'WL-03', 'the term is too short', { path: `${path}.to` })
  if (why !== null)
    throw new Fault('bad-input', 'WL-11', 'the end is not after the beginning, or past', { path: `${path}.to` })
  return { from_at: term.from, to_at: term.to }
}
