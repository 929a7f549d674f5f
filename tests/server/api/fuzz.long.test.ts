import * as fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { api } from '../../../schema/api/index.ts'
import { es256Signer } from '../../../shared/credential/seal.ts'
import { sealJson } from '../../../shared/sync/sealed-envelope.ts'
import { refusal } from '../../kit/refusal.ts'
import { specimens } from '../../kit/specimens.ts'
import { fromOutside } from '../../kit/world.ts'

let city: Awaited<ReturnType<typeof specimens>>
beforeAll(async () => {
  city = await specimens()
}, 60_000)

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '👷🏽',
    '__proto__',
    '豫H',
    'x'.repeat(70),
  ),
  fc.constantFrom<unknown>(
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59+08:00',
    '2022-05-16T24:00:00Z',
    '2022-05-16T10:00:00+99:99',
  ),
  fc.constantFrom<unknown>(
    {},
    [],
    [[]],
    [null],
    { a: 1 },
    '310115',
    '410000',
    '13000000001',
    'V8',
    "' or 1=1 --",
    '%',
    '_',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uuid(),
  fc.jsonValue({ maxDepth: 2 }),
)

/** The value with one of its places, at any depth, replaced, removed or added. */
function spoil(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined || typeof value !== 'object' || value === null) return by
  if (Array.isArray(value))
    return value.length === 0 ? [by] : value.with(step % value.length, spoil(value[step % value.length], rest, by))
  const keys = [...Object.keys(value), 'more']
  const key = keys[step % keys.length] ?? 'more'
  const entries = Object.entries(value).filter(([other]) => other !== key)
  if (by === undefined) return Object.fromEntries(entries)
  const before: unknown = Object.entries(value).find(([other]) => other === key)?.[1]
  return Object.fromEntries([...entries, [key, spoil(before, rest, by)]])
}

const place = fc.array(fc.nat({ max: 20 }), { maxLength: 4 })
/** What these do cannot be undone: they get a city of their own. */
const lasting = new Set(['releaseTerminal'])
/** Making or checking a password takes a fifth of a second. */
const slow = new Set(['setUp', 'signIn', 'addStaff', 'changeStaff'])

it.each(api.map(({ name }) => name))('%s never answers 5xx, and refuses in the agreed form', async (name) => {
  const { list } = lasting.has(name) ? await specimens() : city
  const { endpoint, path, body, by } = list.find((specimen) => specimen.endpoint.name === name)!
  await fc.assert(
    fc.asyncProperty(
      place,
      fc.option(odd, { nil: undefined }),
      odd,
      fc.nat({ max: 9 }),
      async (at, value, name, dice) => {
        const address = dice > 7 ? withName(path, typeof name === 'string' ? name : JSON.stringify(name)) : path
        const sent = body === undefined ? undefined : JSON.stringify(spoil(body, at, value) ?? null)
        const answer = await by(endpoint.method, address, sent)
        if (answer.status >= 400) refusal(answer)
        expect([answer.status < 500, address, sent]).toEqual([true, address, sent])
      },
    ),
    { numRuns: slow.has(name) ? 3 : 15 },
  )
})

/** Another name at the end of the address, or another query. */
const withName = (path: string, name: string) => {
  const safe = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '-')).replaceAll('.', '%2E')
  return path.split('/').length > 3
    ? `${path.slice(0, path.lastIndexOf('/'))}/${safe || '-'}`
    : `${path}?before=${safe}&plate=${safe}&day=${safe}`
}

it('an upload of a well signed record with anything in it never answers 5xx', async () => {
  const { phone, judges, call, bound } = city.inspector
  const sealAnything = (content: unknown) =>
    sealJson(JSON.stringify(content), es256Signer(bound.terminal, phone.privateKey))
  const whole = judges({
    facts: fromOutside('沪DX0001', { nucleicAcid: { result: 'negative', reportedAt: '2022-05-16T08:00:00+08:00' } }),
    trip: city.trip.trip.id,
    crew: [{ surname: '李', idTail: '0031' }],
  })
  await fc.assert(
    fc.asyncProperty(place, fc.option(odd, { nil: undefined }), async (at, value) => {
      const fresh = { ...whole, id: crypto.randomUUID() }
      const item = await sealAnything(spoil(fresh, at, value) ?? null)
      const answer = await call('POST', '/api/inspections', { items: [item] })
      expect([answer.status, at, value]).toEqual([200, at, value])
    }),
    { numRuns: 200 },
  )
})
