import type { Vault } from '../deps.ts'

/** Tells whether two forms say the same, whatever the order of their keys; keyed, because a form holds personal data. */
export const formHash = (vault: Vault, form: unknown): Promise<string> =>
  vault.tag(
    'trip-form',
    JSON.stringify(form, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ),
  )
