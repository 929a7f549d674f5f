import * as z from 'zod/mini'
import { refusal as contract } from '../../schema/api/common.ts'

/** A refusal in one line: `409 TR-04 version`. Fails where an answer is no refusal of the agreed form. */
export function refusal({ status, body }: { status: number; body: unknown }): string {
  const { code, message, path } = z.parse(contract, body).error
  if (message === '') throw new Error(`${code} says nothing`)
  return path === undefined ? `${status} ${code}` : `${status} ${code} ${path}`
}

/** The statuses of several answers in order of number: what happened to those who came at once. */
export const statuses = (replies: readonly { status: number }[]): number[] =>
  replies.map(({ status }) => status).toSorted((a, b) => a - b)
