import { applyAsCompany } from '../../schema/api/passes.ts'
import { passView } from '../../schema/api/trips.ts'
import type { World } from './world.ts'
import type { Send } from './world.ts'

/** A food company of the domain's made-up ones; its code adds up. */
export const foodCompany = { company: '焦作示例食品有限公司', companyCode: '91410800MAXXXX0150' }

export const companyForm = (more: object = {}) => ({
  id: crypto.randomUUID(),
  applicant: 'consignee',
  ...foodCompany,
  contact: '赵例',
  phone: '13800000099',
  plate: '浙FX0001',
  from: '330402',
  to: '410823',
  cargo: '09',
  crew: [{ name: '李示例', idTail: '0031' }],
  commitment: true,
  ...more,
})

type Given = { terminal: Send; driver: Send; trip: { id: string; number: string } }

/** A company's pass, one that is looked at by a person, and the pass of a driver. */
export async function passSpecimens(road: World, { terminal, driver, trip }: Given) {
  const officer = (await road.staff('pass-officer')).send
  const apply = async (form: object) =>
    (await road.anyone('POST', '/api/passes/applications', form)).as(applyAsCompany.answer)
  const issued = await apply(companyForm())
  const waiting = await apply(companyForm({ plate: '浙FX0002', from: '410823' }))
  const { number } = (await driver('GET', `/api/trips/${trip.id}/pass`)).as(passView)
  const application = `/api/passes/applications/${waiting.application.id}`
  const outcome = `/api/passes/applications/${issued.application.id}/outcome`
  return {
    applyAsCompany: {
      path: '/api/passes/applications',
      body: companyForm({ plate: '浙FX0003' }),
      by: road.anyone,
    },
    followApplication: { path: outcome, body: { key: issued.key }, by: road.anyone },
    companyPassPdf: {
      path: `/api/passes/applications/${issued.application.id}/pass.pdf`,
      body: { key: issued.key },
      by: road.anyone,
    },
    lookUpNumber: { path: `/api/numbers/${number}`, by: terminal },
    listPassApplications: { path: '/api/passes/applications?show=waiting', by: officer },
    samplePasses: { path: '/api/passes/sample?count=5', by: officer },
    listPasses: { path: '/api/passes?show=all', by: officer },
    getPassSheet: { path: `/api/passes/${number}/sheet`, by: officer },
    getPassApplication: { path: application, by: officer },
    readPassApplication: { path: `${application}/readings`, body: { purpose: 'review' }, by: officer },
    decidePassApplication: { path: `${application}/decision`, body: { decision: 'issue' }, by: officer },
    changePassStanding: {
      path: `/api/passes/${number}/standing`,
      body: { deed: 'suspend', was: 'valid', reason: 'being-checked' },
      by: officer,
    },
    voidFreightCodes: {
      path: '/api/freight-codes/voidings',
      body: { trip: trip.number, reason: 'phone-lost' },
      by: officer,
    },
    listForeignPasses: { path: '/api/foreign-passes', by: officer },
  }
}
