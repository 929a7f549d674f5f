/**
 * A second reading of the verdict table, written from the contract's text alone and sharing no code with `shared/policy`:
 * one function over the raw JSON line. It exists to disagree; `second-reading.long.test.ts` holds both against each other.
 */
export type Line = Record<string, unknown>
type Person = {
  temperatures?: number[]
  nucleicAcid?: { result: string; sampledAt?: string; reportedAt?: string } | null
  antigen?: string | null
  healthCode?: string | null
  healthCodeGround?: string | null
  travelCard?: string | null
  riskStay?: boolean | null
  listed?: string | null
  driverWhitelist?: { from: string; to: string; closedLoop: boolean } | null
  refuses?: boolean
}
type Inspection = {
  now: string
  trip?: { scope?: string; registered?: boolean; throughTrain?: boolean; cargo?: string }
  vehicle?: { freight?: boolean }
  freightCode?: string | null
  crew: Person[]
  pass?: { state: string } | null
  priorRelease?: { at: string; sameCrew: boolean } | null
  offline?: boolean
}

export type Reading = { row: string; persons: ({ row: string } | null)[]; modifiers: string[] }

const minutes = (from: string, to: string) =>
  Math.floor(Date.parse(to) / 60_000) - Math.floor(Date.parse(from) / 60_000)
const strictest = 'V1 V2 V3 V15 ASK V9 V7 V11 V14 V13 V12 V10 V8 V6 V5 V4 V0'.split(' ')
const gravest = (rows: string[]) => strictest.find((row) => rows.includes(row))!

function testValid(p: Person, now: string): boolean {
  const test = p.nucleicAcid
  if (!test || test.result !== 'negative') return false
  const basis = test.reportedAt ?? test.sampledAt
  return basis !== undefined && minutes(basis, now) <= 48 * 60
}

function graveRow(p: Person): string | null {
  if (p.nucleicAcid?.result === 'positive' || p.antigen === 'positive' || p.listed === 'positive') return 'V1'
  const readings: number[] = p.temperatures ?? []
  if (readings.length >= 2 && readings.slice(-2).every((t) => t >= 37.3)) return 'V2'
  if (
    p.healthCode === 'red' ||
    p.travelCard === 'red' ||
    p.travelCard === 'orange' ||
    p.riskStay === true ||
    p.listed === 'red'
  )
    return 'V3'
  return null
}

const temperatureSettled = (p: Person) => (p.temperatures?.at(-1) ?? 99) < 37.3

function listedDriver(p: Person, now: string): boolean {
  const w = p.driverWhitelist
  if (!w || !w.closedLoop) return false
  const [from, to, at] = [Date.parse(w.from), Date.parse(w.to), Date.parse(now)]
  return from <= at && at <= to && to - from >= 7 * 86_400_000
}

function documentRow(p: Person, now: string): { row: string; waived: boolean } {
  const refuse = (row: string) => (p.refuses === true ? 'V15' : row)
  if ([p.nucleicAcid, p.healthCode, p.travelCard, p.riskStay].includes(undefined))
    return { row: refuse('V9'), waived: false }
  if (!temperatureSettled(p)) return { row: 'ASK', waived: false }
  const w1 = listedDriver(p, now)
  const healthWaived = w1 && p.healthCode === 'yellow' && p.healthCodeGround !== 'other'
  const cardWaived = w1 && p.travelCard === 'yellow'
  const health = p.healthCode === 'green' || healthWaived
  const card = p.travelCard === 'green' || p.travelCard === 'green-starred' || cardWaived
  const waived = healthWaived || cardWaived
  const negative = p.antigen === 'negative'
  if (testValid(p, now)) return { row: health && card ? 'V10' : 'V13', waived }
  if (!negative) return { row: refuse('V11'), waived }
  return { row: health && card ? 'V12' : 'V14', waived }
}

function choose(x: Inspection): { row: string; persons: ({ row: string } | null)[]; waived: boolean } {
  const { crew } = x
  const all = (row: string) => ({ row, persons: crew.map(() => ({ row })), waived: false })
  if (x.vehicle?.freight === false) return all('V0')
  const grave = crew.map(graveRow)
  const graveRows = [...grave.filter((row) => row !== null), ...(x.freightCode === 'red' ? ['V3'] : [])]
  if (graveRows.length > 0)
    return { row: gravest(graveRows), persons: grave.map((row) => (row === null ? null : { row })), waived: false }
  const inProvince = x.trip?.scope === 'in-province'
  const prior = x.priorRelease
  const tested = crew.every((p) => testValid(p, x.now))
  if (prior && prior.sameCrew && minutes(prior.at, x.now) <= 24 * 60 && (inProvince || tested)) return all('V4')
  if (inProvince) return x.freightCode === undefined ? all('ASK') : all(x.freightCode === 'green' ? 'V5' : 'V6')
  if (x.trip?.registered === undefined) return all('ASK')
  if (!x.trip.registered) return all(crew.some((p) => p.refuses === true) ? 'V15' : 'V7')
  if (x.freightCode === undefined) return all('ASK')
  const each =
    x.freightCode === 'green'
      ? crew.map((p) => ({ row: temperatureSettled(p) ? 'V8' : 'ASK', waived: false }))
      : crew.map((p) => documentRow(p, x.now))
  return {
    row: gravest(each.map((e) => e.row)),
    persons: each.map(({ row }) => ({ row })),
    waived: each.some((e) => e.waived),
  }
}

const isInspection = (line: Line): line is Line & Inspection => 'now' in line && 'crew' in line

export function secondReading(x: Line): Reading {
  if (!isInspection(x)) throw new TypeError('no inspection')
  const { row, persons, waived } = choose(x)
  const state = x.pass?.state
  const modifiers = [
    state === 'valid' && ['V4', 'V5', 'V6', 'V8', 'V10', 'V12', 'V13', 'V14'].includes(row) ? 'M1' : '',
    waived ? 'M2' : '',
    x.trip?.throughTrain === true ? 'M4' : '',
    ['01', '02'].includes(x.trip?.cargo ?? '') ? 'M5' : '',
    x.offline === true ? 'M6' : '',
    (state === 'mismatch' || state === 'forged') && row !== 'V0' ? 'M7' : '',
  ].filter((m) => m !== '')
  return { row, persons, modifiers }
}
