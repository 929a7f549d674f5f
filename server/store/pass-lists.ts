import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Standing } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { ApplicationRow } from './pass-applications.ts'
import type { PassRow } from './passes.ts'

/** A pass with who applied for it and the one that took its place. */
export type ListedPass = PassRow & {
  applicant: ApplicationRow['applicant'] | null
  company: string | null
  replaced_by: string | null
}

const listed = () =>
  sql
    .selectFrom('pass')
    .leftJoin('pass_application', 'pass_application.id', 'pass.application_id')
    .leftJoin('pass as later', 'later.replaces', 'pass.number')
    .selectAll('pass')
    .select(['pass_application.applicant', 'pass_application.company', 'later.number as replaced_by'])

export const listedPass = (number: string): CompiledQuery<ListedPass> =>
  listed().where('pass.number', '=', number).compile()

export const passOfApplication = (application: string): CompiledQuery<ListedPass> =>
  listed().where('pass.application_id', '=', application).compile()

export type PassPlace = { validTo: number; number: string }
export type PassPage = {
  status?: Standing | undefined
  /** Only those that run longer than this, or not. */
  runs?: { beyond: Instant; yes: boolean } | undefined
  plate?: string | undefined
  before: PassPlace | undefined
  limit: number
}

/** Those that run longest first; one more than `limit` tells that there is another page. */
export function passPage({ status, runs, plate, before, limit }: PassPage): CompiledQuery<ListedPass> {
  let query = listed()
    .orderBy('pass.valid_to', 'desc')
    .orderBy('pass.number', 'desc')
    .limit(limit + 1)
  if (status !== undefined) query = query.where('pass.status', '=', status)
  if (runs !== undefined) query = query.where('pass.valid_to', runs.yes ? '>' : '<=', runs.beyond)
  if (plate !== undefined) query = query.where('pass.plate', '=', plate)
  if (before !== undefined)
    query = query.where(raw<boolean>`(pass.valid_to, pass.number) < (${before.validTo}, ${before.number})`)
  return query.compile()
}

/** Of companies whose name begins so, the newest application first of each name. */
export const passesOfCompany = (name: string, limit: number): CompiledQuery<ListedPass> =>
  sql
    .selectFrom('pass_application')
    .innerJoin('pass', 'pass.application_id', 'pass_application.id')
    .leftJoin('pass as later', 'later.replaces', 'pass.number')
    .selectAll('pass')
    .select(['pass_application.applicant', 'pass_application.company', 'later.number as replaced_by'])
    .where('pass_application.company', '>=', name)
    .where('pass_application.company', '<', `${name}\u{10FFFF}`)
    .orderBy('pass_application.company', 'desc')
    .orderBy('pass_application.applied_at', 'desc')
    .limit(limit)
    .compile()

export const numbersIssuedSince = (since: Instant, limit: number): CompiledQuery<Pick<PassRow, 'number'>> =>
  sql
    .selectFrom('pass')
    .select('number')
    .where('issued_at', '>=', since)
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .compile()

export const listedPasses = (numbers: readonly string[]): CompiledQuery<ListedPass> =>
  listed()
    .where('pass.number', 'in', raw<string>`(select value from json_each(${JSON.stringify(numbers)}))`)
    .compile()

/** The passes before and after this one 换发, and itself; oldest first. */
export const chainOf = (number: string): CompiledQuery<ListedPass> =>
  listed()
    .where(
      'pass.number',
      'in',
      raw<string>`(
        with recursive
          later_ones (number) as (select ${number} union select p.number from pass p join later_ones on p.replaces = later_ones.number),
          earlier_ones (number) as (
            select ${number} union select p.replaces from pass p join earlier_ones on p.number = earlier_ones.number where p.replaces is not null
          )
        select number from later_ones union select number from earlier_ones
      )`,
    )
    .compile()

/** The company's pass that this truck may show on this route, the one that runs longest. */
export const companyPassFor = (
  trip: { plate: string; from: string; to: string },
  now: Instant,
): CompiledQuery<PassRow> =>
  sql
    .selectFrom('pass')
    .selectAll()
    .where('plate', '=', trip.plate)
    .where('valid_to', '>', now)
    .where('status', '=', 'valid')
    .where('trip_id', 'is', null)
    .where('from_region', '=', trip.from)
    .where('to_region', '=', trip.to)
    .orderBy('valid_to', 'desc')
    .limit(1)
    .compile()
