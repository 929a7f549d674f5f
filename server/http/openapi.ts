import { toJSONSchema } from 'zod/v4/core'
import type { $ZodType } from 'zod/v4/core'
import { refusal } from '../../schema/api/common.ts'
import type { Caller, Endpoint } from '../../schema/api/endpoint.ts'
import { api } from '../../schema/api/index.ts'
import { version } from '../version.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1, made from the very contracts that the server reads requests by. */
export function openApi(origin: string): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of api) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'ChangXing 畅行',
      version,
      description: 'Freight checkpoint verification: registration, codes, records.',
    },
    servers: [{ url: origin }],
    paths,
    components: { schemas: { Refusal: schemaOf(refusal, 'output') }, securitySchemes },
  }
}

const securitySchemes: Json = {
  driver: { type: 'http', scheme: 'bearer', description: 'The key of one trip, given when it was registered.' },
  terminal: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description:
      '`Terminal <compact JWS>`: ES256 over {terminal, method, path, iat, jti} by the bound phone, five minutes.',
  },
  staff: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-cx',
    description:
      'Session of a member of staff (`cx` on plain http); calls that change something also send `X-Changxing: 1`.',
  },
}

function operation(endpoint: Endpoint): Json {
  const refused = { description: 'Refused', content: json({ $ref: '#/components/schemas/Refusal' }) }
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    'x-callers': endpoint.callers,
    security: securityOf(endpoint.callers),
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(endpoint.body && { requestBody: { required: true, content: json(schemaOf(endpoint.body, 'input')) } }),
    responses: {
      [endpoint.status]: { description: 'Done', content: answerOf(endpoint) },
      '4XX': refused,
      '5XX': refused,
    },
  }
}

const answerOf = ({ file, answer }: Endpoint): Json =>
  file === undefined ? json(schemaOf(answer, 'output')) : { [file]: { schema: { type: 'string', format: 'binary' } } }

const json = (schema: Json): Json => ({ 'application/json': { schema } })

function schemaOf(schema: $ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

function securityOf(callers: readonly Caller[]): Json[] {
  const schemes = callers.map((caller) => {
    if (caller === 'anyone') return undefined
    return caller === 'driver' || caller === 'terminal' ? caller : 'staff'
  })
  return [...new Set(schemes)].map((scheme) => (scheme === undefined ? {} : { [scheme]: [] }))
}

function parameters(schema: $ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'output') as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, member]) => {
    return { name, in: place, required: place === 'path' || required.includes(name), schema: member }
  })
}
