import { demoPassword } from '../../server/demo/places.ts'
import { startPhone } from '../journeys/kit/browser.ts'
import type { Options, Phone } from '../journeys/kit/browser.ts'
import { startServer } from '../journeys/kit/server.ts'
import type { Server } from '../journeys/kit/server.ts'

/** Where the screens are looked at: the server with its demonstration, and whatever phones a walk asks for. */
export type Stage = {
  server: Server
  origin: string
  /** A phone of its own for the walk, or one that `stays` for the walks after it. */
  phone: (options?: Options & { stays?: boolean }) => Promise<Phone>
  /** A one-time link that binds a phone to a new inspector of the first checkpoint. */
  enrolment: (login: string) => Promise<string>
  /** The addresses on the page of the demonstration that match. */
  demoLinks: (pattern: RegExp) => Promise<string[]>
  /** The demonstration's words to the API, as the administrator. */
  ask: Ask
  /** The phones of this walk are thrown away; answers what the pages on them complained of. */
  leave: () => Promise<string[]>
  close: () => Promise<void>
}
type Ask = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>

export async function openStage(): Promise<Stage> {
  const server = await startServer({}, ['--demo'])
  const phones: Phone[] = []
  const staying: Phone[] = []
  const leave = async () => {
    const complaints = [...phones, ...staying].flatMap((phone) => phone.complaints)
    await Promise.all(phones.splice(0).map((phone) => phone.forget()))
    return complaints
  }
  const ask = await administrator(server)
  return {
    server,
    origin: server.origin,
    ask,
    phone: async ({ stays = false, ...options } = {}) => {
      const phone = await startPhone(options)
      const kept = stays ? staying : phones
      kept.push(phone)
      return phone
    },
    enrolment: async (login) => {
      const person = { login, name: '查验示例', role: 'inspector', checkpoint: 'JZ-G01', password: demoPassword }
      const { id: staff } = await ask<{ id: string }>('POST', '/api/staff', person)
      return (await ask<{ link: string }>('POST', '/api/enrolments', { staff, checkpoint: 'JZ-G01', lane: 2 })).link
    },
    demoLinks: async (pattern) => {
      const page = await (await fetch(`${server.origin}/demo/`)).text()
      const links = Array.from(page.matchAll(/href="([^"]+)"/g), ([, href]) => href!.replaceAll('&amp;', '&'))
      return links.filter((href) => pattern.test(href))
    },
    leave,
    close: async () => {
      await leave()
      await Promise.all(staying.map((phone) => phone.forget()))
      await server.remove()
    },
  }
}

async function administrator(server: Server): Promise<Ask> {
  // The server answers before all of the demonstration is in its database.
  for (let tries = 0; tries < 600 && !server.printed().includes('the demonstration is complete'); tries++)
    await new Promise((done) => setTimeout(done, 100))
  let cookie = ''
  const ask: Ask = async (method, path, body) => {
    const response = await fetch(`${server.origin}${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-changxing': '1', cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return response.json() as Promise<never>
  }
  await ask('POST', '/api/sessions', { login: 'admin', password: demoPassword })
  return ask
}
