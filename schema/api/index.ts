import { codesApi } from './codes.ts'
import { dispatchApi } from './dispatch.ts'
import { forecastApi } from './forecast.ts'
import { incidentsApi } from './incidents.ts'
import { placesApi } from './places.ts'
import { situationApi } from './situation.ts'
import { queueApi } from './queue.ts'
import { publishedNumbersApi } from './published-numbers.ts'
import { registerApi } from './register.ts'
import { sitesApi } from './sites.ts'
import { rosterApi } from './roster.ts'
import { trackingApi } from './tracking.ts'
import { messagesApi } from './messages.ts'
import { listsApi } from './lists.ts'
import { appealsApi } from './appeals.ts'
import { editionsApi } from './editions.ts'
import { auditApi } from './audit.ts'
import { casesApi } from './cases.ts'
import { bundleApi } from './bundle.ts'
import { leadsApi } from './leads.ts'
import { paperApi } from './paper.ts'
import { passesApi } from './passes.ts'
import { riskAreasApi } from './risk-areas.ts'
import { inspectionsApi } from './inspections.ts'
import { officeApi } from './office.ts'
import { dispatchChannelsApi } from './dispatch-channels.ts'
import { pushApi } from './push.ts'
import { smsHooksApi } from './sms-hooks.ts'
import { conflictsApi } from './conflicts.ts'
import { shiftsApi } from './shifts.ts'
import { terminalsApi } from './terminals.ts'
import { tripsApi } from './trips.ts'

/** Every conversation of the API; /openapi.json is made from this list, and a test holds the routes against it. */
export const api = [
  ...tripsApi,
  ...terminalsApi,
  ...inspectionsApi,
  ...officeApi,
  ...codesApi,
  ...trackingApi,
  ...messagesApi,
  ...listsApi,
  ...appealsApi,
  ...editionsApi,
  ...auditApi,
  ...passesApi,
  ...paperApi,
  ...leadsApi,
  ...riskAreasApi,
  ...bundleApi,
  ...shiftsApi,
  ...conflictsApi,
  ...dispatchChannelsApi,
  ...pushApi,
  ...smsHooksApi,
  ...dispatchApi,
  ...forecastApi,
  ...situationApi,
  ...placesApi,
  ...incidentsApi,
  ...queueApi,
  ...rosterApi,
  ...sitesApi,
  ...registerApi,
  ...publishedNumbersApi,
  ...casesApi,
] as const
