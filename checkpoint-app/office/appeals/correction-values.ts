import type { correctVerdict } from '../../../schema/api/appeals.ts'
import type { BodyOf } from '../../../schema/api/endpoint.ts'
import { healthCodes, nucleicResults, travelCards } from '../../../shared/facts.ts'
import { correctableFacts, type CorrectableFact } from '../../../shared/appeals/kinds.ts'

export type Corrected = BodyOf<typeof correctVerdict>['corrected'][number]
/** As typed; '' = recorded rightly. Times are of Beijing, `2022-05-16T06:00`. */
export type PersonValues = Readonly<Record<CorrectableFact | 'sampledAt' | 'reportedAt', string>>

export const asRecorded: PersonValues = {
  healthCode: '',
  travelCard: '',
  nucleicAcid: '',
  riskStay: '',
  listed: '',
  temperatures: '',
  sampledAt: '',
  reportedAt: '',
}

export const isTouched = (values: PersonValues): boolean => correctableFacts.some((fact) => values[fact].trim() !== '')

const time = (text: string) => (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? `${text}:00+08:00` : undefined)

function testOf({ nucleicAcid, sampledAt, reportedAt }: PersonValues): Pick<Corrected, 'nucleicAcid'> | undefined {
  const result = nucleicResults.find((one) => one === nucleicAcid)
  const [sampled, reported] = [time(sampledAt), time(reportedAt)]
  if (!result || (result === 'negative' && !sampled && !reported)) return undefined
  return {
    nucleicAcid: { result, ...(sampled && { sampledAt: sampled }), ...(reported && { reportedAt: reported }) },
  }
}

function readingsOf(text: string): Pick<Corrected, 'temperatures'> | undefined {
  const readings = text
    .normalize('NFKC')
    .trim()
    .split(/[\s,、]+/)
    .map(Number)
  return readings.every((reading) => reading >= 30 && reading <= 45) ? { temperatures: readings } : undefined
}

/** What to send of one person; undefined where something typed cannot be read. */
export function correctedOf(values: PersonValues, seat: number): Corrected | undefined {
  const health = healthCodes.find((one) => one === values.healthCode)
  const card = travelCards.find((one) => one === values.travelCard)
  const test = values.nucleicAcid === '' ? {} : testOf(values)
  const readings = values.temperatures.trim() === '' ? {} : readingsOf(values.temperatures)
  if (!test || !readings) return undefined
  return {
    seat,
    ...(health && { healthCode: health }),
    ...(card && { travelCard: card }),
    ...(values.riskStay === 'none' && { riskStay: false }),
    ...(values.listed === 'other' && { listed: null }),
    ...test,
    ...readings,
  }
}
