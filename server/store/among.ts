import { sql } from 'kysely'

/** For `where('id', 'in', among(ids))`: any number of values in one bound parameter (D1 takes a hundred at most). */
export const among = (values: readonly string[]) =>
  sql<string>`(select value from json_each(${JSON.stringify(values)}))`
