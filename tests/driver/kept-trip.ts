import type { CodeView, TripView } from '../../checkpoint-app/driver/draft.ts'
import type { KeptTrip } from '../../checkpoint-app/driver/stored.ts'
import { id, now } from './draft-kit.ts'

export const trip = (changed: Partial<TripView> = {}): TripView => ({
  id,
  number: '988376208022',
  version: 1,
  state: 'registered',
  scope: 'cross-province',
  plate: '豫H12345',
  trailer: null,
  from: '330402',
  via: [],
  to: '410823',
  checkpoint: null,
  eta: '2022-05-16T13:30:00+08:00',
  cargo: '09',
  cargoName: null,
  consignee: null,
  riskStay: null,
  plan: 'leave-at-once',
  lodging: null,
  throughTrain: false,
  crew: [
    { seat: 0, role: 'driver', name: '张*三', document: 'id-card', number: '1101**********002X', phone: '138****8000' },
  ],
  registeredAt: '2022-05-16T10:00:00+08:00',
  endsAt: '2022-05-19T13:30:00+08:00',
  early: false,
  ...changed,
})

export const code = (changed: Partial<CodeView> = {}): CodeView => ({
  state: 'green',
  why: null,
  token: 'e30.e30.AA',
  qr: 'CX:0000',
  live: null,
  issuedAt: '2022-05-16T10:00:00+08:00',
  expiresAt: '2022-05-17T10:00:00+08:00',
  testUntil: '2022-05-16T14:01:00+08:00',
  numbers: { testValidity: 48, freightCodeLife: 24, selfReportedLeavingWait: 2, testClockBasis: 'report' },
  crew: [],
  arrival: null,
  healthData: 'fresh',
  ...changed,
})

export const keptTrip = (changed: Partial<KeptTrip> = {}): KeptTrip => ({
  key: 'key',
  trip: trip(),
  code: code(),
  pass: null,
  seenAt: now,
  ...changed,
})
