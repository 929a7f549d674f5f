import * as z from 'zod/mini'
import { checkpointId, line, moment, nucleicAcid, regionCode, text, uuid } from './common.ts'
import { endpoint, staffRoles } from './endpoint.ts'
import { documentKinds } from './trips.ts'

/** Staff, sign-in, checkpoints, and the intake of test results. Staff calls carry the session cookie and `X-Changxing: 1`. */

const password = z.string().check(z.minLength(10), z.maxLength(128))
const login = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{2,31}$/))
const role = z.enum(staffRoles)

export const staffView = z.strictObject({
  id: uuid,
  login: z.string(),
  name: z.string(),
  role,
  checkpoint: z.nullable(checkpointId),
  /** County, city or province whose checkpoints he sees on the board; not there = all. */
  area: z.exactOptional(regionCode),
  disabled: z.boolean(),
  /** The terminal this inspector is bound to now. */
  terminal: z.nullable(uuid),
})
const sessionAnswer = z.strictObject({ staff: staffView, expiresAt: moment })

export const setUp = endpoint({
  name: 'setUp',
  method: 'POST',
  path: '/api/setup',
  summary: 'Make the first administrator with the one-time link that the server printed; 410 once used.',
  callers: ['anyone'],
  status: 201,
  body: z.strictObject({ token: text(20, 64), login, name: line(1, 40), password }),
  answer: sessionAnswer,
})
export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/sessions',
  summary: 'Sign in; sets an HttpOnly cookie. Ten wrong tries lock a login for 15 minutes.',
  callers: ['anyone'],
  status: 201,
  body: z.strictObject({ login: text(1, 64), password: z.string().check(z.minLength(1), z.maxLength(128)) }),
  answer: sessionAnswer,
})
export const whoAmI = endpoint({
  name: 'whoAmI',
  method: 'GET',
  path: '/api/sessions/current',
  summary: 'Who is signed in here.',
  callers: [...staffRoles],
  status: 200,
  answer: sessionAnswer,
})
export const signOut = endpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/sessions/current',
  summary: 'End this session.',
  callers: [...staffRoles],
  status: 200,
  answer: z.strictObject({ ok: z.literal(true) }),
})

export const listStaff = endpoint({
  name: 'listStaff',
  method: 'GET',
  path: '/api/staff',
  summary: 'Staff; a head sees those of his checkpoint.',
  callers: ['admin', 'head'],
  status: 200,
  answer: z.strictObject({ items: z.array(staffView) }),
})
export const addStaff = endpoint({
  name: 'addStaff',
  method: 'POST',
  path: '/api/staff',
  summary: 'Add a member of staff; heads and inspectors belong to a checkpoint.',
  callers: ['admin'],
  status: 201,
  body: z.strictObject({
    login,
    name: line(1, 40),
    role,
    checkpoint: z.exactOptional(checkpointId),
    area: z.exactOptional(regionCode),
    password,
  }),
  answer: staffView,
})
export const changeStaff = endpoint({
  name: 'changeStaff',
  method: 'PUT',
  path: '/api/staff/:id',
  summary: 'Rename, move, disable, or set a new password; disabling ends the sessions. The last administrator stays.',
  callers: ['admin'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({
    name: z.exactOptional(line(1, 40)),
    checkpoint: z.exactOptional(z.nullable(checkpointId)),
    area: z.exactOptional(z.nullable(regionCode)),
    disabled: z.exactOptional(z.boolean()),
    password: z.exactOptional(password),
  }),
  answer: staffView,
})

/** WGS 84 degrees; null = not known, and then no distance is. */
const checkpointPlace = z.nullable(
  z.strictObject({ lat: z.number().check(z.gte(-90), z.lte(90)), lon: z.number().check(z.gte(-180), z.lte(180)) }),
)
export const checkpointView = z.strictObject({
  id: checkpointId,
  name: z.string(),
  road: z.string(),
  /** County code, GB/T 2260. */
  county: z.string(),
  lanes: z.int(),
  active: z.boolean(),
  /** Made-up data of the demonstration. */
  fictional: z.boolean(),
  place: checkpointPlace,
})
export const listCheckpoints = endpoint({
  name: 'listCheckpoints',
  method: 'GET',
  path: '/api/checkpoints',
  summary: 'The checkpoints, for drivers to choose from and for the office.',
  callers: ['anyone'],
  status: 200,
  answer: z.strictObject({ items: z.array(checkpointView) }),
})
const checkpointFields = {
  name: line(1, 30),
  road: line(1, 40),
  county: z.string().check(z.regex(/^\d{6}$/)),
  lanes: z.int().check(z.gte(1), z.lte(30)),
  active: z.boolean(),
  /** Left out: as it was. */
  place: z.exactOptional(checkpointPlace),
}
export const addCheckpoint = endpoint({
  name: 'addCheckpoint',
  method: 'POST',
  path: '/api/checkpoints',
  summary: 'Add a checkpoint.',
  callers: ['admin'],
  status: 201,
  body: z.strictObject({ id: checkpointId, ...checkpointFields }),
  answer: checkpointView,
})
export const changeCheckpoint = endpoint({
  name: 'changeCheckpoint',
  method: 'PUT',
  path: '/api/checkpoints/:id',
  summary: 'Change a checkpoint; its id stays.',
  callers: ['admin'],
  status: 200,
  params: z.strictObject({ id: checkpointId }),
  body: z.strictObject(checkpointFields),
  answer: checkpointView,
})

export const takeInResults = endpoint({
  name: 'takeInResults',
  method: 'POST',
  path: '/api/results',
  summary:
    'Take in test results (from a file or another system). Each item is answered by itself; the same result again is harmless.',
  callers: ['epidemic', 'admin'],
  status: 200,
  body: z.strictObject({
    source: line(1, 60),
    items: z
      .array(z.strictObject({ document: z.enum(documentKinds), number: text(4, 30), ...nucleicAcid.shape }))
      .check(z.minLength(1), z.maxLength(500)),
  }),
  answer: z.strictObject({
    results: z.array(
      z.strictObject({
        status: z.enum(['recorded', 'already', 'refused']),
        error: z.nullable(z.strictObject({ code: z.string(), message: z.string(), path: z.string() })),
      }),
    ),
  }),
})

export const officeApi = [
  setUp,
  signIn,
  whoAmI,
  signOut,
  listStaff,
  addStaff,
  changeStaff,
  listCheckpoints,
  addCheckpoint,
  changeCheckpoint,
  takeInResults,
] as const
