import type * as z from 'zod/mini'

/** Who may call an endpoint. `driver` holds the trip's key, `terminal` an enrolled inspector's phone, the rest are staff roles. */
export type Caller = 'anyone' | 'driver' | 'terminal' | StaffRole

export const staffRoles = [
  'admin',
  'head',
  'inspector',
  'dispatcher',
  'epidemic',
  'supervisor',
  'appeal-officer',
  'list-officer',
  'pass-officer',
  'command',
] as const
export type StaffRole = (typeof staffRoles)[number]

type Schema = z.ZodMiniType

/**
 * One request and its answer, as data: the server binds a handler to it, the client calls through it, and /openapi.json is
 * made from it. `path` uses `:name` for parameters. All bodies are JSON unless the answer says otherwise.
 */
export type Endpoint<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Answer extends Schema = Schema,
> = {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: `/${string}`
  readonly summary: string
  readonly callers: readonly [Caller, ...Caller[]]
  readonly status: 200 | 201
  /** Taken from a page of any age (`app-version.ts`): what was recorded in the field. */
  readonly takesAnyApp?: true
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** Media type, where the answer is a file; `answer` is then never. */
  readonly file?: `${string}/${string}`
  readonly answer: Answer
}

/** Keeps the exact schema types of one endpoint while checking its shape. */
export const endpoint = <
  Answer extends Schema,
  Params extends Schema = never,
  Query extends Schema = never,
  Body extends Schema = never,
>(
  definition: Endpoint<Params, Query, Body, Answer>,
): Endpoint<Params, Query, Body, Answer> => definition

export type ParamsOf<E> = E extends Endpoint<infer P, infer _Q, infer _B, infer _A> ? z.infer<P> : never
export type QueryOf<E> = E extends Endpoint<infer _P, infer Q, infer _B, infer _A> ? z.infer<Q> : never
export type BodyOf<E> = E extends Endpoint<infer _P, infer _Q, infer B, infer _A> ? z.infer<B> : never
export type AnswerOf<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer A> ? z.infer<A> : never
