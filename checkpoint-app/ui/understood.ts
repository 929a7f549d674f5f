import * as z from 'zod/mini'

// The pages' security policy forbids building functions from text.
z.config({ jitless: true })

type Issue = z.core.$ZodIssue

/** A newer server may say more than this version knows, wherever it says it; that is fine. What is missing is not. */
function isOnlyMore(issue: Issue): boolean {
  if (issue.code === 'unrecognized_keys') return true
  // One of several forms: the form meant is the one that has all that it promises.
  if (issue.code === 'invalid_union') return issue.errors.some((form) => form.length > 0 && form.every(isOnlyMore))
  return issue.code === 'invalid_element' && issue.issues.every(isOnlyMore)
}

/** Whether a value has all that a contract promises. */
export const fits = <Schema extends z.ZodMiniType>(schema: Schema, value: unknown): value is z.infer<Schema> =>
  z.safeParse(schema, value).error?.issues.every(isOnlyMore) ?? true

export const understood = <Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): z.infer<Schema> | undefined => (fits(schema, value) ? value : undefined)
