import type { Vault } from '../deps.ts'

/** Finds a person again by document kind and normalised number, without the number being readable. */
export const personTag = (vault: Vault, document: string, number: string): Promise<string> =>
  vault.tag('person', `${document}:${number}`)

/** A whole phone number, normalised. */
export const phoneTag = (vault: Vault, phone: string): Promise<string> => vault.tag('phone', phone)

/** The last four digits count within one trip only, so the same four in two trips have two tags. */
export const phoneTailTag = (vault: Vault, trip: string, tail: string): Promise<string> =>
  vault.tag('phone-tail', `${trip}:${tail}`)
