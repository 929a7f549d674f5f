import { inspectionsApi } from './inspections.ts'
import { officeApi } from './office.ts'
import { terminalsApi } from './terminals.ts'
import { tripsApi } from './trips.ts'

/** Every conversation of the API; /openapi.json is made from this list, and a test holds the routes against it. */
export const api = [...tripsApi, ...terminalsApi, ...inspectionsApi, ...officeApi] as const
