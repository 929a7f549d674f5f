import type { HealthFacts } from '../../server/ports/health-data.ts'
import { hour, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'

/** Nobody: numbers of counties that do not exist. */
export const zhang = {
  name: '张测试',
  document: 'id-card',
  number: '410899198001010015',
  phone: '13000000001',
} as const
export const li = { name: '李示例', document: 'id-card', number: '319999198001010031', phone: '13000000002' } as const
export const wang = { name: '王演示', document: 'id-card', number: '329999199106300066', phone: '13000000003' } as const

export type Someone = { name: string; document: string; number: string; phone?: string }
export const driving = (person: Someone) => ({ role: 'driver' as const, ...person })
export const escorting = (person: Someone) => ({ role: 'escort' as const, ...person })

/** Everything in order: green, green, a negative result of so many hours ago. */
export const fine = (now: Instant, hoursAgo = 10): HealthFacts => ({
  nucleicAcid: {
    result: 'negative',
    sampledAt: plus(now, -(hoursAgo + 6) * hour),
    reportedAt: plus(now, -hoursAgo * hour),
  },
  healthCode: 'green',
  travelCard: 'green',
  listed: null,
})
