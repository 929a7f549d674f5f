import { existsSync } from 'node:fs'
import { Fault } from '../../shared/fault.ts'
import { getEdition, type Edition } from '../../shared/policy/edition.ts'
import { superiorOf } from '../../shared/policy/overlay.ts'
import type { PublishedNumbers } from '../../shared/wording/published-numbers.ts'
import { readConfig } from '../config.ts'
import type { Law } from '../deps.ts'
import { readLaw } from '../law.ts'
import type { Db } from '../store/db.ts'
import { openSqlite } from '../store/sqlite.ts'
import { Usage } from '../usage.ts'
import { publishedNumbersNow } from '../usecases/published-numbers.ts'

/** The law that stands in a server's data. @throws Usage when there is no database */
export const lawIn = (data: string | undefined): Promise<Law> => readIn(data, readLaw)

/** The numbers to call that a server's data publish. @throws Usage when there is no database */
export const numbersIn = (data: string | undefined): Promise<PublishedNumbers> =>
  readIn(data, (db) => publishedNumbersNow({ db }))

async function readIn<Value>(data: string | undefined, read: (db: Db) => Promise<Value>): Promise<Value> {
  const { database } = readConfig(data === undefined ? [] : ['--data', data], process.env, true)
  if (!existsSync(database)) throw new Usage(`没有数据库 / no database: ${database}`)
  const db = openSqlite(database)
  try {
    return await read(db)
  } finally {
    db.close()
  }
}

/** An edition of the program, published over it, or kept from an earlier program. @throws Usage naming those known */
export function editionNamed(law: Law, id: string): Edition {
  try {
    return law.edition(id) ?? getEdition(id)
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause
    const published = law.overTime().editions.map((edition) => edition.id)
    throw new Usage(`${cause.code} no edition ${id}; known: ${[...new Set(published)].join(', ')}`)
  }
}

/** The superior of an overlay by its id, or by its name: then the newest of that name. @throws Usage */
export function superiorNamed(law: Law, named: string): Edition {
  try {
    const byName = law.overTime().editions.findLast(({ name }) => name === named)
    return law.edition(named) ?? byName ?? superiorOf(named)
  } catch (cause) {
    throw cause instanceof Fault ? new Usage(`${cause.code} ${cause.message}`) : cause
  }
}
