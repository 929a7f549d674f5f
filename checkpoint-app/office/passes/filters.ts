import type { Address } from '../address.ts'

export const shows = ['waiting', 'late', 'valid', 'suspended', 'revoked', 'expired', 'declined', 'foreign'] as const
export type Show = (typeof shows)[number]
export type Filters = { readonly show: Show; readonly find: string | undefined }

export const filtersIn = ({ show, find }: Address['query']): Filters => ({
  show: shows.find((one) => one === show) ?? 'waiting',
  find: find !== undefined && find.length >= 2 ? find : undefined,
})

/** What is found by number, plate or name is a pass, in whatever state. */
export const listIn = ({ show, find }: Filters): 'applications' | 'passes' | 'foreign' => {
  if (show === 'foreign') return 'foreign'
  if (find !== undefined) return 'passes'
  return show === 'waiting' || show === 'late' || show === 'declined' ? 'applications' : 'passes'
}

export const isNumber = (part: string): boolean => /^\d{12}$/.test(part)
