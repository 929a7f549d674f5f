import type { Listing, TravelCard, HealthCode } from '../../shared/facts.ts'

/** What the demonstration's health authority says of a person. Hours are counted back from the start of the demonstration. */
export type DemoHealth = {
  sampledHoursAgo?: number
  reportedHoursAgo?: number
  healthCode: HealthCode
  travelCard: TravelCard
  listed?: Listing
}
export type DemoPerson = { name: string; number: string; phone: string; health: DemoHealth }

const fine: DemoHealth = { sampledHoursAgo: 16, reportedHoursAgo: 10, healthCode: 'green', travelCard: 'green' }

/** Nobody: invented names, identity numbers of counties that do not exist, phones of the first hundred numbers. */
export const demoPeople = {
  zhang: { name: '张测试', number: '410899198001010015', phone: '13000000001', health: fine },
  li: {
    name: '李示例',
    number: '319999198001010031',
    phone: '13000000002',
    health: { ...fine, travelCard: 'green-starred' },
  },
  wang: {
    name: '王演示',
    number: '329999199106300066',
    phone: '13000000003',
    health: { ...fine, sampledHoursAgo: 66, reportedHoursAgo: 60 },
  },
  zhao: {
    name: '赵样例',
    number: '339999198001010078',
    phone: '13000000004',
    health: { ...fine, sampledHoursAgo: 26, reportedHoursAgo: 20, healthCode: 'yellow' },
  },
  chen: {
    name: '陈虚构',
    number: '149999198001010099',
    phone: '13000000005',
    health: { ...fine, sampledHoursAgo: 12, reportedHoursAgo: 5, healthCode: 'red' },
  },
  liu: { name: '刘样例', number: '379999198001010112', phone: '13000000006', health: fine },
  ouyang: { name: '欧阳示例', number: '32999919800101005X', phone: '13000000007', health: fine },
} as const satisfies Record<string, DemoPerson>

export type DemoPersonKey = keyof typeof demoPeople
