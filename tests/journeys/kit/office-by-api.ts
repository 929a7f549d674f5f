import type { Server } from './server.ts'
import { checkpoint, password } from './people.ts'

export type Row = {
  id: string
  plate: string
  row: string
  serverRow: string
  agrees: boolean
  offline: boolean
  corrects: string | null
}
export type Office = Awaited<ReturnType<typeof officeByApi>>

/** The one-time set-up link that the server printed last. */
export const setUpLink = ({ printed }: Server): string => {
  const [link] =
    printed()
      .match(/http:\S+\/office\/#setup=[\w-]+/g)
      ?.slice(-1) ?? []
  if (link === undefined) throw new Error(`no set-up link in:\n${printed()}`)
  return link
}

/** The server answers a moment before it greets. */
async function greeted(server: Server): Promise<void> {
  for (let tries = 0; tries < 100 && !server.printed().includes('#setup='); tries++)
    await new Promise((done) => setTimeout(done, 100))
}

/** An office that is set up without its pages: one administrator, one checkpoint. */
export async function officeByApi(server: Server) {
  let cookie = ''
  const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${server.origin}${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-changxing': '1', cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return JSON.parse(text) as Answer
  }
  await greeted(server)
  const token = setUpLink(server).split('#setup=')[1]
  await ask('POST', '/api/setup', { token, login: 'admin', name: '管理示例', password })
  await ask('POST', '/api/checkpoints', checkpoint)
  return {
    ask,
    addCheckpoint: (id: string, name: string) => ask('POST', '/api/checkpoints', { ...checkpoint, id, name }),
    /** A new inspector, and the one-time link that binds a phone to him. */
    enrolmentLink: async (login: string, at = checkpoint.id): Promise<string> => {
      const inspector = { login, name: '查验示例', role: 'inspector', checkpoint: at, password }
      const { id: staff } = await ask<{ id: string }>('POST', '/api/staff', inspector)
      return (await ask<{ link: string }>('POST', '/api/enrolments', { staff, checkpoint: at, lane: 2 })).link
    },
    inspections: async () => (await ask<{ items: Row[] }>('GET', '/api/inspections')).items,
  }
}
