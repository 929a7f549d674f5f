import { allSayings } from '../../shared/appeals/kinds.ts'
import type { Saying } from '../../shared/appeals/kinds.ts'
import { Fault } from '../../shared/fault.ts'
import { regionPath } from '../../shared/identity/region.ts'

/** Written by us from the same list. */
export function sayingOf(text: string): Saying {
  const said = allSayings.find((known) => known === text)
  if (said === undefined) throw new Fault('broken', 'DB-04', 'an appeal says what is not on the list')
  return said
}

/** Short enough to be read out; a case of the hotline is found by it. */
export const caseNumberOf = (id: string): string => `S${id.replaceAll('-', '').slice(-8).toUpperCase()}`

export const regionInWords = (region: string): string => regionPath(region).join('') || region
