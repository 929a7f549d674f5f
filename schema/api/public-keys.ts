import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

/** No conversation of the API: the standard address of public keys (RFC 7517), read as it stands. */
export const publicKeys = endpoint({
  name: 'publicKeys',
  method: 'GET',
  path: '/.well-known/jwks.json',
  summary: 'Public keys of credentials and bundles.',
  callers: ['anyone'],
  status: 200,
  answer: z.looseObject({ keys: z.array(z.unknown()) }),
})
