import { expect, it } from 'vitest'
import { createApp } from '../../../server/app.ts'
import { companyForm } from '../../kit/specimens-passes.ts'
import { world } from '../../kit/world.ts'

const other = { company: '太行虚构水泥有限公司', companyCode: '91410800MAXXXX04XD' }

/** The server as addresses of the network see it. */
async function network() {
  const road = await world()
  const app = createApp(road.deps, { addressOf: (context) => context.req.header('x-test-address') })
  const send = (address: string, path: string, body: object, headers = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-test-address': address, ...headers },
      body: JSON.stringify(body),
    })
  /** Nobody at home: only counted. */
  const applies = async (address: string, more: object = {}) =>
    (await send(address, '/api/passes/applications', companyForm({ to: '419999', ...more }))).status
  return { ...road, applies }
}

const times = (count: number) => Array.from({ length: count }, (_, nth) => nth)

it('whoever applies in the name of a company a hundred times a minute keeps nobody else of it waiting', async () => {
  const { applies } = await network()
  const statuses = []
  for (const _ of times(125)) statuses.push(await applies('198.51.100.7'))
  expect([statuses[0], statuses.at(-1)]).toEqual([400, 429])
  expect(await applies('203.0.113.5')).toBe(400)
})

it('under a new company each time, one address is asked to wait as well', async () => {
  const { applies } = await network()
  const names = [{}, other, { companyCode: 'a'.repeat(18) }]
  const statuses = []
  for (const nth of times(250)) statuses.push(await applies('198.51.100.7', names[nth % 3]))
  expect([statuses[230], statuses.at(-1)]).toEqual([400, 429])
})

it('a phone that was found does not walk through the numbers of passes', async () => {
  const road = await world()
  const inspector = await road.inspector('JZ-G01')
  const statuses = []
  for (const nth of times(45)) statuses.push((await inspector.call('GET', `/api/numbers/4108000000${10 + nth}`)).status)
  expect([statuses[0], statuses.at(-1)]).toEqual([404, 429])
  expect((await (await road.inspector('JZ-G02')).call('GET', '/api/numbers/410800000010')).status).toBe(404)
})
