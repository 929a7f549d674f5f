import * as z from 'zod/mini'

// The pages' security policy forbids building functions from text.
z.config({ jitless: true })

/** Whether a value has all that a contract promises. A newer server may say more than this version knows; that is fine. */
export const fits = <Schema extends z.ZodMiniType>(schema: Schema, value: unknown): value is z.infer<Schema> =>
  z.safeParse(schema, value).error?.issues.every(({ code }) => code === 'unrecognized_keys') ?? true

export const understood = <Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): z.infer<Schema> | undefined => (fits(schema, value) ? value : undefined)
