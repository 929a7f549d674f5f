import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type MessageRow = Tables['message']

/** The same news to the same ear is one message, whoever tells it and how often. */
export const addMessage = (row: MessageRow): Write =>
  sql
    .insertInto('message')
    .values(row)
    .onConflict((conflict) => conflict.column('dedupe').doNothing())
    .compile()
