import * as z from 'zod/mini'
import { closingReasons, placeKinds, services } from '../../shared/places/place.ts'
import { line, moment, regionCode, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Service areas, places to stop and points for tests, as the office keeps them (R86–R93, jiaozuo-20#1, #3, #4). */

export const placeState = z.enum(['open', 'closed', 'due'])

/** As any driver reads it. */
export const publicPlace = z.strictObject({
  id: uuid,
  kind: z.enum(placeKinds),
  name: z.string(),
  road: z.string(),
  direction: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  hours: z.string(),
  free: z.boolean(),
  forTrucks: z.boolean(),
  services: z.array(z.enum(services)),
  state: placeState,
})

export const placeView = z.strictObject({
  ...publicPlace.shape,
  county: regionCode,
  countyName: z.string(),
  owner: z.nullable(z.string()),
  closing: z.nullable(
    z.strictObject({
      at: moment,
      reason: z.nullable(z.enum(closingReasons)),
      /** Of a service area, the documents of the city's and the province's command. */
      cityConsent: z.nullable(z.string()),
      provinceApproval: z.nullable(z.string()),
      note: z.nullable(z.string()),
      /** When it is to open again; null = nobody says. */
      reopensAt: z.nullable(moment),
    }),
  ),
  may: z.strictObject({ change: z.boolean(), close: z.boolean() }),
})

const ofPlace = z.strictObject({ id: uuid })

export const listPlaces = endpoint({
  name: 'listPlaces',
  method: 'GET',
  path: '/api/places',
  summary: 'Every service area, place to stop and point for tests.',
  callers: ['admin', 'dispatcher', 'command', 'supervisor'],
  status: 200,
  answer: z.strictObject({ items: z.array(placeView) }),
})

export const putPlace = endpoint({
  name: 'putPlace',
  method: 'PUT',
  path: '/api/places/:id',
  summary: 'Enter a place, or change what is said of it. Whether it is open is not changed by this.',
  callers: ['dispatcher', 'command'],
  status: 200,
  params: ofPlace,
  body: z.strictObject({
    kind: z.enum(placeKinds),
    name: line(2, 40),
    road: line(1, 40),
    direction: z.exactOptional(line(1, 40)),
    county: regionCode,
    phone: z.exactOptional(text(5, 20)),
    hours: line(1, 40),
    free: z.boolean(),
    forTrucks: z.boolean(),
    services: z.array(z.enum(services)).check(z.maxLength(4)),
    owner: z.exactOptional(line(2, 60)),
  }),
  answer: placeView,
})

export const closePlace = endpoint({
  name: 'closePlace',
  method: 'POST',
  path: '/api/places/:id/closing',
  summary:
    'A point that is not staffed, or a service area with its reason and the approvals of city and province; without both it stays open.',
  callers: ['dispatcher', 'command'],
  status: 200,
  params: ofPlace,
  body: z.strictObject({
    reason: z.exactOptional(z.enum(closingReasons)),
    cityConsent: z.exactOptional(line(2, 60)),
    provinceApproval: z.exactOptional(line(2, 60)),
    note: z.exactOptional(line(2, 200)),
  }),
  answer: placeView,
})

export const openPlace = endpoint({
  name: 'openPlace',
  method: 'POST',
  path: '/api/places/:id/opening',
  summary: 'Open again; a service area after disinfection and assessment.',
  callers: ['dispatcher', 'command'],
  status: 200,
  params: ofPlace,
  body: z.strictObject({ disinfected: z.boolean(), assessed: z.boolean() }),
  answer: placeView,
})

export const placesApi = [listPlaces, putPlace, closePlace, openPlace] as const
